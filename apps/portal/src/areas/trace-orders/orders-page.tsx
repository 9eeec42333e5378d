import { Badge } from '@mantine/core'
import { Radar } from 'lucide-react'
import { useAnswer } from '../../api/queries.ts'
import { useCustomer, useCustomerChoice } from '../../session/customer.tsx'
import { hasCustomers } from '../../session/session.ts'
import { useApi, useSession } from '../../session/session-context.tsx'
import { type Column, PAGE_SIZE } from '../../shared/data-list/columns.ts'
import { DataList } from '../../shared/data-list/data-list.tsx'
import { readableNumbers } from '../../shared/destinations/readable-numbers.ts'
import { AddLink } from '../../shared/editing/add-link.tsx'
import { useFormat } from '../../shared/format.ts'
import { useTexts } from '../../shared/language.tsx'
import { Page } from '../../shared/page.tsx'
import { type Order, stepOf, windowAt } from './order.ts'
import { traceTexts } from './texts.ts'

/** Orders to trace malicious calls: of the own company, or, for the operator, of the chosen customer or of all. */
export function OrdersPage() {
  const texts = useTexts(traceTexts)
  const api = useApi()
  const session = useSession()
  const { tenantId } = useCustomerChoice()
  const query = { ...useCustomer(), limit: PAGE_SIZE }
  const isOperator = session.kind === 'operator'
  const isOfMany = hasCustomers(session) && tenantId === undefined
  const add = isOperator && !isOfMany ? <AddLink>{texts.add}</AddLink> : undefined
  const next = isOperator ? (isOfMany ? texts.emptyChoose : texts.emptyOperator) : texts.emptyText
  return (
    <Page title={texts.title} about={texts.about} actions={add}>
      <DataList
        name={texts.title}
        source={{ key: ['GET /trace-orders', query], page: (cursor) => api('GET /trace-orders', { query: { ...query, ...cursor } }) }}
        columns={useColumns(isOfMany)}
        rowKey={({ id }) => id}
        href={({ id }) => `/${id}`}
        searched={({ calledNumber, reason, requestReference }) => `${calledNumber} ${reason} ${requestReference}`}
        empty={{ icon: Radar, title: texts.emptyTitle, text: next, action: add }}
      />
    </Page>
  )
}

function useColumns(isOfMany: boolean): readonly Column<Order>[] {
  const texts = useTexts(traceTexts)
  const format = useFormat()
  const nameOf = useCustomerNames(isOfMany)
  const window = (order: Order): string => texts.fromTo(format.date(order.validFrom), format.date(order.validUntil))
  const columns: readonly Column<Order>[] = [
    { key: 'number', title: texts.calledNumber, cell: ({ calledNumber }) => readableNumbers(calledNumber), phoneWidth: '11rem' },
    { key: 'window', title: texts.window, cell: window, wideOnly: true },
    {
      ...{ key: 'state', title: texts.state, width: '9rem' },
      cell: (order) => <Badge variant="default">{texts[`window-${windowAt(order, Date.now())}`]}</Badge>,
    },
    { key: 'report', title: texts.report, cell: (order) => texts[`report-${stepOf(order)}`], wideOnly: true },
  ]
  const customer: Column<Order> = { key: 'customer', title: texts.customer, cell: (order) => nameOf(order.tenantId) }
  return isOfMany ? [customer, ...columns] : columns
}

/** Of the first customers; a number says enough of the others. */
function useCustomerNames(isOfMany: boolean): (tenantId: string) => string {
  const { data } = useAnswer('GET /tenants', [{ query: { limit: PAGE_SIZE } }], { enabled: isOfMany })
  return (tenantId) => data?.items.find(({ id }) => id === tenantId)?.name ?? '…'
}
