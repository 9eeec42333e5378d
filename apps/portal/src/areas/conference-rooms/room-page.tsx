import { Skeleton, Tabs } from '@mantine/core'
import { useLocation } from 'wouter'
import { useAnswer, useChange } from '../../api/queries.ts'
import { DeleteButton } from '../../shared/editing/delete-button.tsx'
import { FormFrame } from '../../shared/editing/form-frame.tsx'
import { NAME_PROBLEM_FIELDS } from '../../shared/editing/name-fields.tsx'
import { useEdit } from '../../shared/editing/use-edit.ts'
import { useTexts } from '../../shared/language.tsx'
import { Page } from '../../shared/page.tsx'
import { Trouble } from '../../shared/trouble.tsx'
import { LiveConference } from './live-conference.tsx'
import { bodyOf, type Room, valuesOf } from './room.ts'
import { ROOM_PROBLEM_FIELDS, RoomFields, useRoomForm } from './room-fields.tsx'
import { conferenceTexts } from './texts.ts'

export function RoomPage({ roomId }: { readonly roomId: string }) {
  const texts = useTexts(conferenceTexts)
  const [, go] = useLocation()
  const { data, error, refetch } = useAnswer('GET /conference-rooms/{roomId}', [{ path: { roomId } }])
  const remove = useChange('DELETE /conference-rooms/{roomId}', { refreshes: ['/conference-rooms', '/call-targets'] })
  if (error !== null) return <Trouble error={error} retry={() => void refetch()} />
  if (data === undefined) return <Skeleton height={240} />
  const deletion = (
    <DeleteButton
      title={texts.deleteOne(data.name)}
      consequence={texts.deleteConsequence}
      thing={data}
      remove={(ifMatch) => remove.mutateAsync([{ path: { roomId }, ifMatch }])}
      deleted={texts.deleted}
      then={() => go('/')}
    />
  )
  return (
    <Page title={[data.number, data.name].filter(Boolean).join(' ')} actions={deletion}>
      <Tabs defaultValue="now" keepMounted={false}>
        <Tabs.List mb="md">
          <Tabs.Tab value="now">{texts.now}</Tabs.Tab>
          <Tabs.Tab value="settings">{texts.settings}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="now">
          <LiveConference room={data} />
        </Tabs.Panel>
        <Tabs.Panel value="settings">
          <Settings room={data} />
        </Tabs.Panel>
      </Tabs>
    </Page>
  )
}

/** No way back after a change: a PIN that was replaced is known to nobody. */
function Settings({ room }: { readonly room: Room }) {
  const change = useChange('PATCH /conference-rooms/{roomId}', { refreshes: ['/conference-rooms', '/call-targets'] })
  const form = useRoomForm(valuesOf(room))
  const submit = useEdit({
    ...{ form, thing: room, valuesOf, canUndo: false, byCode: { ...NAME_PROBLEM_FIELDS, ...ROOM_PROBLEM_FIELDS } },
    save: (values, ifMatch) => change.mutateAsync([{ path: { roomId: room.id }, body: bodyOf(values), ifMatch }]),
  })
  return (
    <FormFrame act="save" submit={submit}>
      <RoomFields form={form} hasParticipantPin={room.hasParticipantPin} hasModeratorPin={room.hasModeratorPin} />
    </FormFrame>
  )
}
