import { Badge, Button, Group, Skeleton, Stack, Text } from '@mantine/core'
import type { Entry } from '../../api/operation.ts'
import { useAnswer, useChange } from '../../api/queries.ts'
import { useFormat } from '../../shared/format.ts'
import { useTexts } from '../../shared/language.tsx'
import { useNotices } from '../../shared/notices.tsx'
import { Section } from '../../shared/section.tsx'
import { Trouble } from '../../shared/trouble.tsx'
import { deviceOf } from './device.ts'
import { ownLoginTexts } from './texts.ts'

const SESSIONS = { refreshes: ['/me/sessions'] }

/** Where somebody is signed in; each session can be ended. */
export function Sessions() {
  const texts = useTexts(ownLoginTexts)
  const { done, failed } = useNotices()
  const { data, error, refetch } = useAnswer('GET /me/sessions', [])
  const endOthers = useChange('DELETE /me/sessions', SESSIONS)
  const end = (): void => void endOthers.mutateAsync([]).then(() => done(texts.ended), failed)
  return (
    <Section title={texts.sessions} about={texts.sessionsAbout}>
      {error === null ? null : <Trouble error={error} retry={() => void refetch()} />}
      {data === undefined && error === null ? <Skeleton height={36} /> : null}
      {data?.items.map((session) => (
        <SessionRow key={session.id} session={session} />
      ))}
      {(data?.items.length ?? 0) > 1 ? (
        <Group>
          <Button variant="default" loading={endOthers.isPending} onClick={end}>
            {texts.endOthers}
          </Button>
        </Group>
      ) : null}
    </Section>
  )
}

function SessionRow({ session }: { readonly session: Entry<'GET /me/sessions'> }) {
  const texts = useTexts(ownLoginTexts)
  const format = useFormat()
  const { done, failed } = useNotices()
  const change = useChange('DELETE /me/sessions/{sessionId}', SESSIONS)
  const device = deviceOf(session.userAgent) ?? texts.unknownDevice
  const end = (): void => void change.mutateAsync([{ path: { sessionId: session.id } }]).then(() => done(texts.ended), failed)
  return (
    <Group justify="space-between" wrap="nowrap">
      <Stack gap={0}>
        <Group gap="xs">
          <Text fw={600}>{device}</Text>
          {session.current ? <Badge variant="default">{texts.thisSession}</Badge> : null}
        </Group>
        <Text size="sm">{texts.sessionFacts(session.address, format.dateTime(session.createdAt), format.when(session.lastSeenAt))}</Text>
      </Stack>
      {session.current ? null : (
        <Button variant="default" aria-label={texts.endSession(device)} loading={change.isPending} onClick={end}>
          {texts.end}
        </Button>
      )}
    </Group>
  )
}
