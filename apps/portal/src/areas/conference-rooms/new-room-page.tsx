import { useLocation } from 'wouter'
import { useChange } from '../../api/queries.ts'
import { useCustomer } from '../../session/customer.tsx'
import { FormFrame } from '../../shared/editing/form-frame.tsx'
import { NAME_PROBLEM_FIELDS } from '../../shared/editing/name-fields.tsx'
import { useTexts } from '../../shared/language.tsx'
import { Page } from '../../shared/page.tsx'
import { useSubmit } from '../../shared/use-submit.ts'
import { bodyOf, NEW_ROOM } from './room.ts'
import { ROOM_PROBLEM_FIELDS, RoomFields, useRoomForm } from './room-fields.tsx'
import { conferenceTexts } from './texts.ts'

export function NewRoomPage() {
  const texts = useTexts(conferenceTexts)
  const customer = useCustomer()
  const [, go] = useLocation()
  const create = useChange('POST /conference-rooms', { refreshes: ['/conference-rooms', '/call-targets'] })
  const form = useRoomForm(NEW_ROOM)
  const submit = useSubmit(
    form,
    async (values) => go(`/${(await create.mutateAsync([{ body: { ...customer, ...bodyOf(values) } }])).id}`),
    { ...NAME_PROBLEM_FIELDS, ...ROOM_PROBLEM_FIELDS },
  )
  return (
    <Page title={texts.add}>
      <FormFrame act="create" submit={submit}>
        <RoomFields form={form} />
      </FormFrame>
    </Page>
  )
}
