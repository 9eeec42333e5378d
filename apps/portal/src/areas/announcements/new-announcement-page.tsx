import { useForm } from '@mantine/form'
import { useLocation } from 'wouter'
import { useChange } from '../../api/queries.ts'
import { useCustomer } from '../../session/customer.tsx'
import { FormFrame } from '../../shared/editing/form-frame.tsx'
import { NAME_PROBLEM_FIELDS, NameFields, type NameValues, numberOf, useNameRules } from '../../shared/editing/name-fields.tsx'
import { useTexts } from '../../shared/language.tsx'
import { Page } from '../../shared/page.tsx'
import { useSubmit } from '../../shared/use-submit.ts'
import { announcementTexts } from './texts.ts'

export function NewAnnouncementPage() {
  const texts = useTexts(announcementTexts)
  const customer = useCustomer()
  const [, go] = useLocation()
  const create = useChange('POST /announcements', { refreshes: ['/announcements', '/call-targets'] })
  const form = useForm<NameValues>({ initialValues: { name: '', number: '' }, validate: useNameRules() })
  const submit = useSubmit(
    form,
    async (values) => {
      const body = { ...customer, name: values.name.trim(), number: numberOf(values) }
      go(`/${(await create.mutateAsync([{ body }])).id}`)
    },
    NAME_PROBLEM_FIELDS,
  )
  return (
    <Page title={texts.add}>
      <FormFrame act="create" submit={submit}>
        <NameFields form={form} />
      </FormFrame>
    </Page>
  )
}
