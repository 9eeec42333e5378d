import { Skeleton } from '@mantine/core'
import { useLocation } from 'wouter'
import { useAnswer, useChange } from '../../api/queries.ts'
import { DeleteButton } from '../../shared/editing/delete-button.tsx'
import { FormFrame } from '../../shared/editing/form-frame.tsx'
import { NAME_PROBLEM_FIELDS } from '../../shared/editing/name-fields.tsx'
import { useEdit } from '../../shared/editing/use-edit.ts'
import { useTexts } from '../../shared/language.tsx'
import { Page } from '../../shared/page.tsx'
import { Trouble } from '../../shared/trouble.tsx'
import { OpenAt } from './open-at.tsx'
import { bodyOf, type Schedule, valuesOf } from './schedule.ts'
import { ScheduleFields, useScheduleForm } from './schedule-fields.tsx'
import { scheduleTexts } from './texts.ts'

export function SchedulePage({ scheduleId }: { readonly scheduleId: string }) {
  const { data, error, refetch } = useAnswer('GET /schedules/{scheduleId}', [{ path: { scheduleId } }])
  if (error !== null) return <Trouble error={error} retry={() => void refetch()} />
  if (data === undefined) return <Skeleton height={240} />
  return <Editor schedule={data} />
}

function Editor({ schedule }: { readonly schedule: Schedule }) {
  const texts = useTexts(scheduleTexts)
  const [, go] = useLocation()
  const path = { scheduleId: schedule.id }
  const change = useChange('PATCH /schedules/{scheduleId}', { refreshes: ['/schedules', '/call-targets'] })
  const remove = useChange('DELETE /schedules/{scheduleId}', { refreshes: ['/schedules', '/call-targets'] })
  const form = useScheduleForm(valuesOf(schedule))
  const submit = useEdit({
    ...{ form, thing: schedule, valuesOf, byCode: NAME_PROBLEM_FIELDS },
    save: (values, ifMatch) => change.mutateAsync([{ path, body: bodyOf(values), ifMatch }]),
  })
  const deletion = (
    <DeleteButton
      title={texts.deleteOne(schedule.name)}
      consequence={texts.deleteConsequence}
      thing={schedule}
      remove={(ifMatch) => remove.mutateAsync([{ path, ifMatch }])}
      deleted={texts.deleted}
      then={() => go('/')}
    />
  )
  return (
    <Page title={schedule.name} actions={deletion}>
      <OpenAt scheduleId={schedule.id} />
      <FormFrame act="save" submit={submit}>
        <ScheduleFields form={form} />
      </FormFrame>
    </Page>
  )
}
