import { Badge, Button, Group, Paper, Select, Skeleton, Stack, Text } from '@mantine/core'
import { Mail } from 'lucide-react'
import { useState } from 'react'
import type { Answer } from '../../api/operation.ts'
import { useAnswer, useChange } from '../../api/queries.ts'
import { useMayChange } from '../../session/may-change.tsx'
import { EmptyState } from '../../shared/empty-state.tsx'
import { useFormat } from '../../shared/format.ts'
import { useTexts } from '../../shared/language.tsx'
import { useNotices } from '../../shared/notices.tsx'
import { Page } from '../../shared/page.tsx'
import { Trouble } from '../../shared/trouble.tsx'
import { ticketTexts } from './texts.ts'
import { REFRESHED } from './ticket.ts'

type StrayMail = Answer<'GET /ticket-mails'>['items'][number]

/** Mail that has become part of no ticket: the operator looks at it. */
export function StrayMailsPage() {
  const texts = useTexts(ticketTexts)
  const { data, error, refetch } = useAnswer('GET /ticket-mails', [{ query: { limit: 100 } }])
  return (
    <Page title={texts.mails} about={texts.mailsAbout}>
      {error === null ? null : <Trouble error={error} retry={() => void refetch()} />}
      {data === undefined && error === null ? <Skeleton height={240} /> : null}
      {data?.items.length === 0 ? <EmptyState icon={Mail} title={texts.noMails} text={texts.noMailsText} /> : null}
      <Stack gap="sm" maw={760}>
        {data?.items.map((mail) => (
          <Stray key={mail.id} mail={mail} />
        ))}
      </Stack>
    </Page>
  )
}

function Stray({ mail }: { readonly mail: StrayMail }) {
  const texts = useTexts(ticketTexts)
  const format = useFormat()
  return (
    <Paper withBorder p="md" component="section" aria-label={`${mail.sender}: ${mail.subject}`}>
      <Stack gap="xs">
        <Group gap="xs">
          <Text size="sm" fw={600}>
            {mail.subject || '–'}
          </Text>
          <Badge variant="default">{texts[`stray-${mail.reason}`]}</Badge>
        </Group>
        <Text size="sm">{`${mail.sender || '–'}, ${format.when(mail.receivedAt)}`}</Text>
        <Text size="sm" lineClamp={8} style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
          {mail.text}
        </Text>
        {mail.attachments === 0 ? null : <Text size="sm">{texts.notKept(mail.attachments)}</Text>}
        <Doing mail={mail} />
      </Stack>
    </Paper>
  )
}

function Doing({ mail }: { readonly mail: StrayMail }) {
  const texts = useTexts(ticketTexts)
  const mayChange = useMayChange()
  const { done, failed } = useNotices()
  const [ticketId, setTicketId] = useState<string | null>(mail.ticketId)
  const { data } = useAnswer('GET /ticket-queue', [{}])
  const assign = useChange('POST /ticket-mails/{mailId}/assign', REFRESHED)
  const remove = useChange('DELETE /ticket-mails/{mailId}', REFRESHED)
  if (!mayChange) return null
  const path = { mailId: mail.id }
  return (
    <Group align="flex-end">
      <Select
        label={texts.intoTicket}
        data={(data?.items ?? []).map(({ id, number, subject }) => ({ value: id, label: `${number} ${subject}` }))}
        value={ticketId}
        onChange={setTicketId}
        searchable
        w={320}
      />
      <Button
        variant="default"
        disabled={ticketId === null}
        loading={assign.isPending}
        onClick={() => void assign.mutateAsync([{ path, body: { ticketId: ticketId ?? '' } }]).then(() => done(texts.assigned), failed)}
      >
        {texts.assign}
      </Button>
      <Button
        variant="light"
        color="red"
        loading={remove.isPending}
        onClick={() => void remove.mutateAsync([{ path }]).then(() => done(texts.thrownAway), failed)}
      >
        {texts.throwAway}
      </Button>
    </Group>
  )
}
