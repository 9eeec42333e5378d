import { Badge, Button, Select, Stack, Table, Text } from '@mantine/core'
import { LifeBuoy } from 'lucide-react'
import { useState } from 'react'
import { Link } from 'wouter'
import { useAnswer } from '../../api/queries.ts'
import { useCustomer, useCustomerChoice } from '../../session/customer.tsx'
import { hasCustomers } from '../../session/session.ts'
import { useApi, useSession } from '../../session/session-context.tsx'
import { type Column, PAGE_SIZE } from '../../shared/data-list/columns.ts'
import { DataList } from '../../shared/data-list/data-list.tsx'
import { AddLink } from '../../shared/editing/add-link.tsx'
import { useFormat } from '../../shared/format.ts'
import { useTexts } from '../../shared/language.tsx'
import { Page } from '../../shared/page.tsx'
import { Trouble } from '../../shared/trouble.tsx'
import { Clock } from './clock.tsx'
import { ticketTexts } from './texts.ts'
import type { Ticket } from './ticket.ts'

const STATES = ['open', 'waiting', 'resolved', 'closed'] as const
/** Time to repair passes while the page is looked at. */
const QUEUE_EVERY_MS = 60_000

/** What has been reported and asked; for the operator with what is next on top. */
export function TicketsPage() {
  const texts = useTexts(ticketTexts)
  const api = useApi()
  const session = useSession()
  const { tenantId } = useCustomerChoice()
  const [state, setState] = useState<(typeof STATES)[number] | null>(null)
  const isOperator = session.kind === 'operator'
  const isOfMany = hasCustomers(session) && tenantId === undefined
  const query = { ...useCustomer(), limit: PAGE_SIZE, ...(state !== null && { state }) }
  const add = isOfMany ? undefined : <AddLink>{texts.add}</AddLink>
  return (
    <Page
      title={texts.title}
      about={isOperator ? texts.aboutOperator : texts.about}
      actions={<Actions isOperator={isOperator} add={add} />}
    >
      {isOperator && isOfMany ? <Queue /> : null}
      {isOperator && isOfMany ? <Unconfirmed /> : null}
      <Select
        label={texts.state}
        placeholder={texts.anyState}
        data={STATES.map((value) => ({ value, label: texts[`state-${value}`] }))}
        value={state}
        onChange={(value) => setState(STATES.find((each) => each === value) ?? null)}
        clearable
        clearButtonProps={{ 'aria-label': texts.anyState }}
        maw={240}
      />
      <DataList
        name={texts.title}
        source={{ key: ['GET /tickets', query], page: (cursor) => api('GET /tickets', { query: { ...query, ...cursor } }) }}
        columns={useColumns(isOfMany)}
        rowKey={({ id }) => id}
        href={({ id }) => `/${id}`}
        searched={({ number, subject }) => `${number} ${subject}`}
        empty={{ icon: LifeBuoy, title: texts.emptyTitle, text: isOfMany ? texts.emptyChoose : texts.emptyText, action: add }}
      />
    </Page>
  )
}

function Actions({ isOperator, add }: { readonly isOperator: boolean; readonly add: React.ReactNode }) {
  const texts = useTexts(ticketTexts)
  return (
    <>
      {isOperator ? (
        <Button component={Link} href="/mails" variant="default">
          {texts.mails}
        </Button>
      ) : null}
      {add}
    </>
  )
}

/** What is not resolved, of all customers: what falls due first, with what remains of it. */
function Queue() {
  const texts = useTexts(ticketTexts)
  const nameOf = useCustomerNames(true)
  const { data, error, refetch } = useAnswer('GET /ticket-queue', [{}], { everyMs: QUEUE_EVERY_MS })
  if (error !== null) return <Trouble error={error} retry={() => void refetch()} />
  if (data === undefined || data.items.length === 0) return null
  return (
    <Stack gap="xs">
      <Table.ScrollContainer minWidth={600}>
        <Table aria-label={texts.queue}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{texts.subject}</Table.Th>
              <Table.Th>{texts.customer}</Table.Th>
              <Table.Th>{texts.severity}</Table.Th>
              <Table.Th>{texts.clock}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {data.items.map((ticket) => (
              <Table.Tr key={ticket.id}>
                <Table.Td>
                  <Link href={`/${ticket.id}`}>{`${ticket.number} ${ticket.subject}`}</Link>
                </Table.Td>
                <Table.Td>{nameOf(ticket.tenantId)}</Table.Td>
                <Table.Td>{ticket.kind === 'fault' ? texts[`severity-${ticket.severity}`] : texts[`kind-${ticket.kind}`]}</Table.Td>
                <Table.Td>
                  <Clock ticket={ticket} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Stack>
  )
}

/** Outages that customers have reported: what § 58 TKG gives for them waits for the operator's word, also once they are closed. */
function Unconfirmed() {
  const texts = useTexts(ticketTexts)
  const { data } = useAnswer('GET /tickets', [{ query: { isUnconfirmed: 'true', limit: PAGE_SIZE } }], { everyMs: QUEUE_EVERY_MS })
  if (data === undefined || data.items.length === 0) return null
  return (
    <Stack gap="xs" component="section" aria-label={texts.unconfirmed}>
      <Text fw={600}>{texts.unconfirmed}</Text>
      {data.items.map(({ id, number, subject }) => (
        <Link key={id} href={`/${id}`}>{`${number} ${subject}`}</Link>
      ))}
    </Stack>
  )
}

function useColumns(isOfMany: boolean): readonly Column<Ticket>[] {
  const texts = useTexts(ticketTexts)
  const format = useFormat()
  const nameOf = useCustomerNames(isOfMany)
  const columns: readonly Column<Ticket>[] = [
    { key: 'number', title: texts.number, cell: ({ number }) => number, width: '10rem', phoneWidth: '9rem' },
    { key: 'subject', title: texts.subject, cell: ({ subject }) => subject },
    { key: 'kind', title: texts.kind, cell: ({ kind }) => texts[`kind-${kind}`], wideOnly: true },
    { key: 'state', title: texts.state, cell: ({ state }) => <Badge variant="default">{texts[`state-${state}`]}</Badge>, width: '9rem' },
    { key: 'opened', title: texts.openedAt, cell: ({ openedAt }) => format.when(openedAt), wideOnly: true },
  ]
  return isOfMany ? [{ key: 'customer', title: texts.customer, cell: ({ tenantId }) => nameOf(tenantId) }, ...columns] : columns
}

/** Of the first customers; the ticket itself says the others. */
function useCustomerNames(isOfMany: boolean): (tenantId: string) => string {
  const { data } = useAnswer('GET /tenants', [{ query: { limit: PAGE_SIZE } }], { enabled: isOfMany })
  return (tenantId) => data?.items.find(({ id }) => id === tenantId)?.name ?? '…'
}
