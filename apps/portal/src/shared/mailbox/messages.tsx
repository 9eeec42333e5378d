import { ActionIcon, Badge, Group, Paper, Skeleton, Stack, Text } from '@mantine/core'
import { MailCheck, MailOpen, Trash2, Voicemail } from 'lucide-react'
import { useChange } from '../../api/queries.ts'
import { useMayChange } from '../../session/may-change.tsx'
import { useApi } from '../../session/session-context.tsx'
import { CallBack } from '../calls/call-back.tsx'
import { PAGE_SIZE } from '../data-list/columns.ts'
import { useList } from '../data-list/use-list.ts'
import { readableNumbers } from '../destinations/readable-numbers.ts'
import { EmptyState } from '../empty-state.tsx'
import { useFormat } from '../format.ts'
import { useTexts } from '../language.tsx'
import { useNotices } from '../notices.tsx'
import { sharedTexts } from '../shared-texts.ts'
import { Player } from '../sound/player.tsx'
import { Trouble } from '../trouble.tsx'
import { MAILBOX, type Mailbox, type Message, newestFirst } from './mailbox.ts'
import { mailboxTexts } from './mailbox-texts.ts'

export interface OfMailbox {
  readonly extensionId: string
  readonly mailbox: Mailbox
}

/** What has been left, the newest first: played, marked, deleted and taken back. */
export function Messages({ extensionId, mailbox }: OfMailbox) {
  const texts = useTexts(mailboxTexts)
  const path = { extensionId }
  const api = useApi()
  const { items, isLoading, error, retry } = useList<Message>(
    {
      key: ['GET /extensions/{extensionId}/mailbox/messages', { path }],
      page: (cursor) => api('GET /extensions/{extensionId}/mailbox/messages', { path, query: { limit: PAGE_SIZE, ...cursor } }),
      everyMs: 10_000,
    },
    true,
  )
  if (error !== null) return <Trouble error={error} retry={retry} />
  if (isLoading) return <Skeleton height={160} />
  if (items.length === 0) return <EmptyState icon={Voicemail} title={texts.noMessages} text={texts.noMessagesText} />
  return (
    <Stack maw={760}>
      <Text size="sm" c="dimmed">
        {texts.counts(mailbox.newMessages, mailbox.savedMessages)}
      </Text>
      <Stack component="ul" gap="sm" m={0} p={0} style={{ listStyle: 'none' }}>
        {newestFirst(items).map((message) => (
          <MessageCard key={message.id} extensionId={extensionId} message={message} />
        ))}
      </Stack>
    </Stack>
  )
}

interface MessageCardProps {
  readonly extensionId: string
  readonly message: Message
}

function MessageCard({ extensionId, message }: MessageCardProps) {
  const mayChange = useMayChange()
  const texts = useTexts(mailboxTexts)
  const format = useFormat()
  const { failed } = useNotices()
  const path = { extensionId, messageId: message.id }
  const mark = useChange('PATCH /extensions/{extensionId}/mailbox/messages/{messageId}', { refreshes: [MAILBOX] })
  const set = (state: Message['state']): void => void mark.mutateAsync([{ path, body: { state } }]).catch(failed)
  const who = message.callerName ?? (message.callerNumber === 'anonymous' ? texts.anonymous : readableNumbers(message.callerNumber))
  const isNew = message.state === 'new'
  // Who hears it to its end has heard it.
  const heard = isNew && mayChange ? () => set('saved') : undefined
  return (
    <Paper component="li" withBorder p="sm" aria-label={texts.play(who)}>
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <div>
          <Group gap="xs">
            <Text fw={isNew ? 700 : 400}>{who}</Text>
            {isNew ? <Badge variant="light">{texts.new}</Badge> : null}
          </Group>
          <Text size="sm" c="dimmed">
            {[
              message.callerName === null ? undefined : readableNumbers(message.callerNumber),
              format.when(message.receivedAt),
              format.duration(message.durationSeconds),
            ]
              .filter((part) => part !== undefined)
              .join(' · ')}
          </Text>
        </div>
        <Group gap="xs" wrap="nowrap">
          <CallBack number={message.callerNumber} who={who} />
          {mayChange ? <Marks isNew={isNew} who={who} set={set} /> : null}
          {mayChange ? <Discard path={path} who={who} /> : null}
        </Group>
      </Group>
      <Player
        operation="GET /extensions/{extensionId}/mailbox/messages/{messageId}/sound"
        path={path}
        label={texts.play(who)}
        version={message.id}
        ended={heard}
      />
    </Paper>
  )
}

interface MarksProps {
  readonly isNew: boolean
  readonly who: string
  readonly set: (state: Message['state']) => void
}

function Marks({ isNew, who, set }: MarksProps) {
  const texts = useTexts(mailboxTexts)
  const [words, Icon] = isNew ? [texts.markHeard, MailCheck] : [texts.markNew, MailOpen]
  return (
    <ActionIcon variant="default" aria-label={`${words}: ${who}`} onClick={() => set(isNew ? 'saved' : 'new')}>
      <Icon size={16} aria-hidden />
    </ActionIcon>
  )
}

/** At once; the notice puts it back. */
function Discard({ path, who }: { readonly path: { readonly extensionId: string; readonly messageId: string }; readonly who: string }) {
  const texts = useTexts(mailboxTexts)
  const shared = useTexts(sharedTexts)
  const { done, failed } = useNotices()
  const remove = useChange('DELETE /extensions/{extensionId}/mailbox/messages/{messageId}', { refreshes: [MAILBOX] })
  const restore = useChange('POST /extensions/{extensionId}/mailbox/messages/{messageId}/restore', { refreshes: [MAILBOX] })
  const discard = (): void =>
    void remove.mutateAsync([{ path }]).then(() => done(texts.deleted, () => restore.mutateAsync([{ path }])), failed)
  return (
    <ActionIcon variant="default" aria-label={`${shared.delete}: ${who}`} loading={remove.isPending} onClick={discard}>
      <Trash2 size={16} aria-hidden />
    </ActionIcon>
  )
}
