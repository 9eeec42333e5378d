import { useLocation } from 'wouter'
import { useChange } from '../../api/queries.ts'
import { useCustomer } from '../../session/customer.tsx'
import { FormFrame } from '../../shared/editing/form-frame.tsx'
import { NAME_PROBLEM_FIELDS } from '../../shared/editing/name-fields.tsx'
import { useTexts } from '../../shared/language.tsx'
import { Page } from '../../shared/page.tsx'
import { useSubmit } from '../../shared/use-submit.ts'
import { bodyOf, NEW_RING_GROUP } from './ring-group.ts'
import { RingGroupFields, useRingGroupForm } from './ring-group-fields.tsx'
import { ringGroupTexts } from './texts.ts'

export function NewRingGroupPage() {
  const texts = useTexts(ringGroupTexts)
  const customer = useCustomer()
  const [, go] = useLocation()
  const create = useChange('POST /ring-groups', { refreshes: ['/ring-groups', '/call-targets'] })
  const form = useRingGroupForm(NEW_RING_GROUP)
  const submit = useSubmit(
    form,
    async (values) => go(`/${(await create.mutateAsync([{ body: { ...customer, ...bodyOf(values) } }])).id}`),
    NAME_PROBLEM_FIELDS,
  )
  return (
    <Page title={texts.add}>
      <FormFrame act="create" submit={submit}>
        <RingGroupFields form={form} />
      </FormFrame>
    </Page>
  )
}
