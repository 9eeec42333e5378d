import { Badge, Group, Skeleton, Stack, Table, Text } from '@mantine/core'
import { useLocation } from 'wouter'
import { useAnswer, useChange } from '../../api/queries.ts'
import { useMayChange } from '../../session/may-change.tsx'
import { useSession } from '../../session/session-context.tsx'
import { readableNumbers } from '../../shared/destinations/readable-numbers.ts'
import { DeleteButton } from '../../shared/editing/delete-button.tsx'
import { useFormat } from '../../shared/format.ts'
import { useTexts } from '../../shared/language.tsx'
import { Page } from '../../shared/page.tsx'
import { Section } from '../../shared/section.tsx'
import { sharedTexts } from '../../shared/shared-texts.ts'
import { Trouble } from '../../shared/trouble.tsx'
import { type Order, REFRESHED, stepOf, windowAt } from './order.ts'
import { AskRelease, GiveRelease } from './release.tsx'
import { Report } from './report.tsx'
import { traceTexts } from './texts.ts'

/** One order: the customer sees what is traced and who has had the report; the operator gives the report out. */
export function OrderPage({ orderId }: { readonly orderId: string }) {
  const { data, error, refetch } = useAnswer('GET /trace-orders/{orderId}', [{ path: { orderId } }])
  const isOperator = useSession().kind === 'operator'
  if (error !== null) return <Trouble error={error} retry={() => void refetch()} />
  if (data === undefined) return <Skeleton height={240} />
  return (
    <Page title={readableNumbers(data.calledNumber)} actions={isOperator ? <Deletion order={data} /> : undefined}>
      <Facts order={data} />
      <Release order={data} isOperator={isOperator} />
    </Page>
  )
}

function Facts({ order }: { readonly order: Order }) {
  const texts = useTexts(traceTexts)
  const shared = useTexts(sharedTexts)
  const format = useFormat()
  const { reason, requestReference, validFrom, validUntil, keepDays, userMayMark, orderedBy, createdAt } = order
  const rows: readonly (readonly [string, string])[] = [
    [texts.reason, reason],
    [texts.requestReference, requestReference],
    [texts.window, texts.fromTo(format.dateTime(validFrom), format.dateTime(validUntil))],
    [texts.keepDays, texts.days(keepDays)],
    [texts.userMayMark, userMayMark ? shared.yes : shared.no],
    [texts.orderedBy, `${orderedBy}, ${format.dateTime(createdAt)}`],
  ]
  return (
    <Section title={texts.order} about={texts.orderAbout}>
      <Badge variant="default" w="fit-content">
        {texts[`window-${windowAt(order, Date.now())}`]}
      </Badge>
      <Table variant="vertical" layout="fixed">
        <Table.Tbody>
          {rows.map(([name, value]) => (
            <Table.Tr key={name}>
              <Table.Th w="40%">{name}</Table.Th>
              <Table.Td>
                <Text size="sm">{value}</Text>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Section>
  )
}

/** The report goes out by two persons: one asks and says why, another one releases. */
function Release({ order, isOperator }: { readonly order: Order; readonly isOperator: boolean }) {
  const texts = useTexts(traceTexts)
  const format = useFormat()
  const mayGive = useMayChange() && isOperator
  const { release } = order
  const step = stepOf(order)
  return (
    <Section title={texts.report} about={isOperator ? texts.reportAbout : texts.reportAboutCustomer}>
      <Group gap="sm">
        <Badge variant="default">{texts[`report-${step}`]}</Badge>
      </Group>
      {release === null ? null : (
        <Stack gap={0}>
          <Text size="sm">{texts.askedLine(release.askedBy, format.dateTime(release.askedAt))}</Text>
          <Text size="sm">{release.reason}</Text>
          {release.releasedBy === null || release.releasedAt === null ? null : (
            <Text size="sm">{texts.releasedLine(release.releasedBy, format.dateTime(release.releasedAt))}</Text>
          )}
        </Stack>
      )}
      {mayGive && step === 'asked' ? <GiveRelease orderId={order.id} /> : null}
      {mayGive && step === 'released' ? <Report orderId={order.id} /> : null}
      {mayGive ? <AskRelease key={release?.askedAt ?? ''} orderId={order.id} isAgain={release !== null} /> : null}
    </Section>
  )
}

function Deletion({ order }: { readonly order: Order }) {
  const texts = useTexts(traceTexts)
  const [, go] = useLocation()
  const remove = useChange('DELETE /trace-orders/{orderId}', REFRESHED)
  return (
    <DeleteButton
      title={texts.deleteTitle(readableNumbers(order.calledNumber))}
      consequence={texts.deleteConsequence}
      thing={order}
      remove={(ifMatch) => remove.mutateAsync([{ path: { orderId: order.id }, ifMatch }])}
      deleted={texts.deleted}
      then={() => go('/')}
    />
  )
}
