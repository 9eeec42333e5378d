import { useLocation } from 'wouter'
import { useChange } from '../../api/queries.ts'
import { useCustomer } from '../../session/customer.tsx'
import { FormFrame } from '../../shared/editing/form-frame.tsx'
import { NAME_PROBLEM_FIELDS } from '../../shared/editing/name-fields.tsx'
import { useTexts } from '../../shared/language.tsx'
import { Page } from '../../shared/page.tsx'
import { useSubmit } from '../../shared/use-submit.ts'
import { bodyOf, NEW_SCHEDULE } from './schedule.ts'
import { ScheduleFields, useScheduleForm } from './schedule-fields.tsx'
import { scheduleTexts } from './texts.ts'

export function NewSchedulePage() {
  const texts = useTexts(scheduleTexts)
  const customer = useCustomer()
  const [, go] = useLocation()
  const create = useChange('POST /schedules', { refreshes: ['/schedules', '/call-targets'] })
  const form = useScheduleForm(NEW_SCHEDULE)
  const submit = useSubmit(
    form,
    async (values) => go(`/${(await create.mutateAsync([{ body: { ...customer, ...bodyOf(values) } }])).id}`),
    NAME_PROBLEM_FIELDS,
  )
  return (
    <Page title={texts.add}>
      <FormFrame act="create" submit={submit}>
        <ScheduleFields form={form} />
      </FormFrame>
    </Page>
  )
}
