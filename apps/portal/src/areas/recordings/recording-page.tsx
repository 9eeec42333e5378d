import { Badge, List, Skeleton, Stack, Text, Title } from '@mantine/core'
import { useLocation } from 'wouter'
import type { Answer } from '../../api/operation.ts'
import { useAnswer, useChange } from '../../api/queries.ts'
import { mayUse } from '../../session/session.ts'
import { useSession } from '../../session/session-context.tsx'
import { readableNumbers } from '../../shared/destinations/readable-numbers.ts'
import { DeleteButton } from '../../shared/editing/delete-button.tsx'
import { useFormat } from '../../shared/format.ts'
import { useTexts } from '../../shared/language.tsx'
import { Page } from '../../shared/page.tsx'
import { Player } from '../../shared/sound/player.tsx'
import { Trouble } from '../../shared/trouble.tsx'
import { partiesOf } from './recordings-page.tsx'
import { recordingTexts } from './texts.ts'

/** Plays one recording; administrators see who has listened, and may delete it. */
export function RecordingPage({ recordingId }: { readonly recordingId: string }) {
  const texts = useTexts(recordingTexts)
  const format = useFormat()
  const path = { recordingId }
  const { data, error, refetch } = useAnswer('GET /recordings/{recordingId}', [{ path }])
  if (error !== null) return <Trouble error={error} retry={() => void refetch()} />
  if (data === undefined) return <Skeleton height={240} />
  const title = texts.of(format.dateTime(data.startedAt))
  const about = `${partiesOf(data)} · ${format.duration(data.durationSeconds)} · ${data.cause.reason ?? texts[data.cause.kind]}`
  return (
    <Page title={title} about={about} actions={<Deletion recordingId={recordingId} />}>
      {data.complete ? null : <Badge color="orange">{texts.incomplete}</Badge>}
      <Player operation="GET /recordings/{recordingId}/sound" path={path} label={title} version={recordingId} />
      <Consents consents={data.consents} />
      <Accesses recordingId={recordingId} />
    </Page>
  )
}

function Deletion({ recordingId }: { readonly recordingId: string }) {
  const texts = useTexts(recordingTexts)
  const [, go] = useLocation()
  const remove = useChange('DELETE /recordings/{recordingId}', { refreshes: ['/recordings'] })
  return (
    <DeleteButton
      title={texts.delete}
      consequence={texts.deleteConsequence}
      remove={() => remove.mutateAsync([{ path: { recordingId } }])}
      deleted={texts.deleted}
      then={() => go('/')}
    />
  )
}

function Consents({ consents }: Pick<Answer<'GET /recordings/{recordingId}'>, 'consents'>) {
  const texts = useTexts(recordingTexts)
  const format = useFormat()
  return (
    <Stack gap="xs">
      <Title order={2} size="h4">
        {texts.consents}
      </Title>
      <List size="sm">
        {consents.map(({ number, displayName, how, at }) => (
          <List.Item
            key={`${number} ${at}`}
          >{`${displayName ?? ''} ${readableNumbers(number)} ${texts[how]}, ${format.dateTime(at)}`}</List.Item>
        ))}
      </List>
    </Stack>
  )
}

/** Not for users: whom their administrators have listened is the administrators' business, and theirs by the audit log. */
function Accesses({ recordingId }: { readonly recordingId: string }) {
  const session = useSession()
  const texts = useTexts(recordingTexts)
  const format = useFormat()
  const mayLook = mayUse(session, 'recordings')
  const { data } = useAnswer('GET /recordings/{recordingId}/accesses', [{ path: { recordingId } }], { enabled: mayLook, everyMs: 10_000 })
  if (!mayLook) return null
  const words = { heard: texts.heard, deleted: texts.deletedBy, expired: texts.expired }
  return (
    <Stack gap="xs">
      <Title order={2} size="h4">
        {texts.accesses}
      </Title>
      {data?.items.length === 0 ? <Text size="sm">{texts.noAccesses}</Text> : null}
      <List size="sm">
        {data?.items.map(({ at, who, what }) => (
          <List.Item key={`${at} ${who}`}>{`${who} ${words[what]}, ${format.dateTime(at)}`}</List.Item>
        ))}
      </List>
    </Stack>
  )
}
