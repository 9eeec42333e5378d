import { Badge } from '@mantine/core'
import { ArrowLeftRight } from 'lucide-react'
import type { Entry } from '../../api/operation.ts'
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
import { portingTexts } from './texts.ts'

/** Numbers on their way: of the own company, or, for the operator, of the chosen customer or of all. */
export function PortingsPage() {
  const texts = useTexts(portingTexts)
  const api = useApi()
  const { tenantId } = useCustomerChoice()
  const isOfMany = hasCustomers(useSession()) && tenantId === undefined
  const query = { ...useCustomer(), limit: PAGE_SIZE }
  const add = isOfMany ? undefined : <AddLink>{texts.add}</AddLink>
  return (
    <Page title={texts.title} about={texts.about} actions={add}>
      <DataList
        name={texts.title}
        source={{ key: ['GET /portings', query], page: (cursor) => api('GET /portings', { query: { ...query, ...cursor } }) }}
        columns={useColumns(isOfMany)}
        rowKey={({ id }) => id}
        href={({ id }) => `/${id}`}
        searched={({ number, carrier, reference, holder }) => `${number} ${carrier} ${reference ?? ''} ${holder.name}`}
        empty={{ icon: ArrowLeftRight, title: texts.emptyTitle, text: isOfMany ? texts.emptyChoose : texts.emptyText, action: add }}
      />
    </Page>
  )
}

function useColumns(isOfMany: boolean): readonly Column<Entry<'GET /portings'>>[] {
  const texts = useTexts(portingTexts)
  const format = useFormat()
  const { data } = useAnswer('GET /tenants', [{ query: { limit: PAGE_SIZE } }], { enabled: isOfMany })
  const nameOf = (tenantId: string): string => data?.items.find(({ id }) => id === tenantId)?.name ?? '…'
  const columns: readonly Column<Entry<'GET /portings'>>[] = [
    {
      ...{ key: 'number', title: texts.number, phoneWidth: '11rem' },
      cell: ({ number, size }) => (size === 1 ? readableNumbers(number) : texts.blockOf(readableNumbers(number), size)),
    },
    { key: 'direction', title: texts.direction, cell: ({ direction }) => texts[direction], width: '7rem', wideOnly: true },
    { key: 'carrier', title: texts.otherCarrier, cell: ({ carrier }) => carrier, wideOnly: true },
    { key: 'state', title: texts.state, cell: ({ state }) => <Badge variant="default">{texts[state]}</Badge>, width: '9rem' },
    { key: 'day', title: texts.day, cell: ({ agreedFor, wishedFor }) => format.date(agreedFor ?? wishedFor), wideOnly: true },
  ]
  return isOfMany ? [{ key: 'customer', title: texts.customer, cell: ({ tenantId }) => nameOf(tenantId) }, ...columns] : columns
}
