import { Alert, Badge, Group, Skeleton, Table, Text } from '@mantine/core'
import { useAnswer } from '../../api/queries.ts'
import { useSession } from '../../session/session-context.tsx'
import { useFormat } from '../../shared/format.ts'
import { useTexts } from '../../shared/language.tsx'
import { Page } from '../../shared/page.tsx'
import { Section } from '../../shared/section.tsx'
import { Trouble } from '../../shared/trouble.tsx'
import { Clock } from './clock.tsx'
import { Handling } from './handling.tsx'
import { Say } from './say.tsx'
import { ticketTexts } from './texts.ts'
import { Thread } from './thread.tsx'
import type { Ticket } from './ticket.ts'

const EVERY_MS = 30_000

/** One ticket: what is known, what was said, and what can be done now. */
export function TicketPage({ ticketId }: { readonly ticketId: string }) {
  const { data, error, refetch } = useAnswer('GET /tickets/{ticketId}', [{ path: { ticketId } }], { everyMs: EVERY_MS })
  const isOperator = useSession().kind === 'operator'
  if (error !== null) return <Trouble error={error} retry={() => void refetch()} />
  if (data === undefined) return <Skeleton height={240} />
  return (
    <Page title={`${data.number} ${data.subject}`}>
      <Facts ticket={data} />
      <Thread ticketId={ticketId} />
      <Say ticket={data} isOperator={isOperator} />
      {isOperator ? <Handling ticket={data} /> : null}
    </Page>
  )
}

function Facts({ ticket }: { readonly ticket: Ticket }) {
  const texts = useTexts(ticketTexts)
  return (
    <Section title={texts.facts}>
      <Group gap="xs">
        <Badge variant="default">{texts[`state-${ticket.state}`]}</Badge>
        <Badge variant="default">{texts[`kind-${ticket.kind}`]}</Badge>
        {ticket.kind === 'fault' ? <Badge variant="default">{texts[`severity-${ticket.severity}`]}</Badge> : null}
        {ticket.kind === 'fault' && !ticket.severityConfirmed ? <Badge variant="default">{texts.notConfirmed}</Badge> : null}
      </Group>
      {ticket.kind === 'fault' ? <Clock ticket={ticket} /> : null}
      {ticket.waitsFor === 'data-incomplete' && ticket.missing.length > 0 ? (
        <Alert variant="default" title={texts.missingTitle}>
          <Text size="sm">{ticket.missing.map((field) => texts[field]).join(', ')}</Text>
        </Alert>
      ) : null}
      <FactTable ticket={ticket} />
    </Section>
  )
}

function FactTable({ ticket }: { readonly ticket: Ticket }) {
  const texts = useTexts(ticketTexts)
  const format = useFormat()
  const { report, compensation, measures, expectedAt } = ticket
  const rows: readonly (readonly [string, string | undefined])[] = [
    [texts.openedBy, `${ticket.openedBy}, ${format.dateTime(ticket.openedAt)} (${texts[`via-${ticket.via}`]})`],
    [texts.contactMail, ticket.contactMail ?? undefined],
    [texts.affected, report.affected || undefined],
    [texts.since, report.since === null ? undefined : format.dateTime(report.since)],
    [texts.checked, report.checked.map((check) => texts[`check-${check}`]).join(', ') || undefined],
    [texts.findings, report.findings || undefined],
    [texts.measures, measures || undefined],
    [texts.expectedAt, expectedAt === null ? undefined : format.dateTime(expectedAt)],
    [texts.resolvedAt, ticket.resolvedAt === null ? undefined : format.dateTime(ticket.resolvedAt)],
    [
      texts.compensation,
      compensation === null || compensation.lines.length === 0
        ? undefined
        : texts.compensationSum(
            format.money({ amount: String(Number(compensation.leastMicros) / 1_000_000), currency: 'EUR' }),
            compensation.lines.length,
          ),
    ],
  ]
  return (
    <Table variant="vertical" layout="fixed">
      <Table.Tbody>
        {rows.map(([name, value]) =>
          value === undefined ? null : (
            <Table.Tr key={name}>
              <Table.Th w="40%">{name}</Table.Th>
              <Table.Td>
                <Text size="sm">{value}</Text>
              </Table.Td>
            </Table.Tr>
          ),
        )}
      </Table.Tbody>
    </Table>
  )
}
