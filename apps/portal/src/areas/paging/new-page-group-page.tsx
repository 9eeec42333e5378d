import { useForm } from '@mantine/form'
import { useLocation } from 'wouter'
import { useChange } from '../../api/queries.ts'
import { useCustomer } from '../../session/customer.tsx'
import { FormFrame } from '../../shared/editing/form-frame.tsx'
import { NAME_PROBLEM_FIELDS, useNameRules } from '../../shared/editing/name-fields.tsx'
import { useTexts } from '../../shared/language.tsx'
import { Page } from '../../shared/page.tsx'
import { useSubmit } from '../../shared/use-submit.ts'
import { bodyOf, NEW_PAGE_GROUP, type PageGroupValues } from './page-group.ts'
import { PageGroupFields } from './page-group-fields.tsx'
import { pagingTexts } from './texts.ts'

export function NewPageGroupPage() {
  const texts = useTexts(pagingTexts)
  const customer = useCustomer()
  const [, go] = useLocation()
  const create = useChange('POST /page-groups', { refreshes: ['/page-groups', '/call-targets'] })
  const form = useForm<PageGroupValues>({ initialValues: NEW_PAGE_GROUP, validate: useNameRules() })
  const submit = useSubmit(
    form,
    async (values) => go(`/${(await create.mutateAsync([{ body: { ...customer, ...bodyOf(values) } }])).id}`),
    NAME_PROBLEM_FIELDS,
  )
  return (
    <Page title={texts.add}>
      <FormFrame act="create" submit={submit}>
        <PageGroupFields form={form} />
      </FormFrame>
    </Page>
  )
}
