import { Anchor, Badge, Select } from '@mantine/core'
import { MessageSquareWarning } from 'lucide-react'
import { useState } from 'react'
import { Link } from 'wouter'
import type { Entry } from '../../api/operation.ts'
import { useCustomerChoice } from '../../session/customer.tsx'
import { hasCustomers } from '../../session/session.ts'
import { useApi, useSession } from '../../session/session-context.tsx'
import { type Column, PAGE_SIZE } from '../../shared/data-list/columns.ts'
import { DataList } from '../../shared/data-list/data-list.tsx'
import { useFormat } from '../../shared/format.ts'
import { useLanguage, useTexts } from '../../shared/language.tsx'
import { Page } from '../../shared/page.tsx'
import { dayText, moneyText } from '../invoices/money.ts'
import { objectionTexts } from './texts.ts'

type Objection = Entry<'GET /invoice-objections'>
type Sort = 'raisedAt' | 'objectionUntil' | 'number'

const STATES = ['open', 'decided'] as const
const ALL = 'all'

/** Objections to invoices: of all customers for the operator, at first those that are open; the own ones for a customer. */
export default function ObjectionsPage() {
  const texts = useTexts(objectionTexts)
  const api = useApi()
  const session = useSession()
  const isOfMany = hasCustomers(session)
  const [state, setState] = useState<(typeof STATES)[number] | undefined>(isOfMany ? 'open' : undefined)
  // Of all customers, whichever is chosen: this is a list of what is to be done.
  const query = { limit: PAGE_SIZE, ...(state && { state }) }
  const filters = (
    <Select
      label={texts.state}
      data={[{ value: ALL, label: texts.all }, ...STATES.map((value) => ({ value, label: texts[value] }))]}
      value={state ?? ALL}
      onChange={(value) => setState(STATES.find((each) => each === value))}
      allowDeselect={false}
    />
  )
  return (
    <Page title={texts.title} about={isOfMany ? texts.aboutOperator : texts.about}>
      <DataList
        name={texts.title}
        source={(search) => ({
          key: ['GET /invoice-objections', query, search],
          page: (cursor) => api('GET /invoice-objections', { query: { ...query, ...search, ...cursor } }),
        })}
        columns={useColumns(isOfMany)}
        rowKey={({ id }) => id}
        rowName={({ number }) => number}
        filters={filters}
        isFiltered={state !== undefined}
        empty={{ icon: MessageSquareWarning, title: texts.emptyTitle, text: isOfMany ? texts.emptyOperator : texts.emptyText }}
      />
    </Page>
  )
}

function useColumns(isOfMany: boolean): readonly Column<Objection, Sort>[] {
  const texts = useTexts(objectionTexts)
  const format = useFormat()
  const { language } = useLanguage()
  const customer: Column<Objection, Sort> = { key: 'customer', title: texts.customer, cell: (each) => each.customer, wideOnly: true }
  return [
    {
      ...{ key: 'number', title: texts.number, width: '11rem', phoneWidth: '9rem', sort: 'number' },
      cell: (objection) => <ToInvoice objection={objection} />,
    },
    ...(isOfMany ? [customer] : []),
    { key: 'text', title: texts.text, cell: ({ text, answer }) => (answer === null ? text : `${text} – ${texts.answer}: ${answer}`) },
    { key: 'gross', title: texts.gross, cell: ({ gross }) => moneyText(gross, language), width: '8rem', wideOnly: true },
    {
      key: 'raisedAt',
      title: texts.raisedAt,
      cell: ({ raisedAt }) => format.when(raisedAt),
      width: '9rem',
      sort: 'raisedAt',
      wideOnly: true,
    },
    {
      ...{ key: 'until', title: texts.until, width: '9rem', sort: 'objectionUntil', wideOnly: true },
      cell: ({ objectionUntil }) => (objectionUntil === null ? texts.notYet : dayText(objectionUntil, language)),
    },
    {
      ...{ key: 'state', title: texts.state, width: '8rem', phoneWidth: '6rem' },
      cell: ({ outcome }) => <Badge variant="default">{outcome === null ? texts.undecided : texts[outcome]}</Badge>,
    },
  ]
}

/** Pages of invoices are those of one customer: whoever has several works for this one from here on. */
function ToInvoice({ objection: { invoiceId, tenantId, number } }: { readonly objection: Objection }) {
  const session = useSession()
  const { choose } = useCustomerChoice()
  const pick = (): void => {
    if (hasCustomers(session)) choose(tenantId)
  }
  return (
    <Anchor component={Link} href={`~/invoices/${invoiceId}`} size="sm" fw={600} onClick={pick}>
      {number}
    </Anchor>
  )
}
