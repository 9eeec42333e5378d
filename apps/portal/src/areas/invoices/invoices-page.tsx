import { Button } from '@mantine/core'
import { ReceiptText } from 'lucide-react'
import { Link } from 'wouter'
import type { Entry } from '../../api/operation.ts'
import { useCustomer } from '../../session/customer.tsx'
import { useApi } from '../../session/session-context.tsx'
import { type Column, PAGE_SIZE } from '../../shared/data-list/columns.ts'
import { DataList } from '../../shared/data-list/data-list.tsx'
import { useLanguage, useTexts } from '../../shared/language.tsx'
import { Page } from '../../shared/page.tsx'
import { dayText, moneyText, monthText } from './money.ts'
import { invoiceTexts } from './texts.ts'

/** Invoices and credit notes of the customer. */
export function InvoicesPage() {
  const texts = useTexts(invoiceTexts)
  const api = useApi()
  const query = { ...useCustomer(), limit: PAGE_SIZE }
  const recipient = (
    <Button component={Link} href="/recipient" variant="default">
      {texts.recipient}
    </Button>
  )
  return (
    <Page title={texts.title} about={texts.about} actions={recipient}>
      <DataList
        name={texts.title}
        source={{ key: ['GET /invoices', query], page: (cursor) => api('GET /invoices', { query: { ...query, ...cursor } }) }}
        columns={useColumns()}
        rowKey={({ id }) => id}
        rowName={({ number }) => number ?? texts.draft}
        href={({ id }) => `/${id}`}
        empty={{ icon: ReceiptText, title: texts.emptyTitle, text: texts.emptyText }}
      />
    </Page>
  )
}

function useColumns(): readonly Column<Entry<'GET /invoices'>>[] {
  const texts = useTexts(invoiceTexts)
  const { language } = useLanguage()
  return [
    { key: 'number', title: texts.number, cell: ({ number }) => number ?? texts.draft },
    { key: 'month', title: texts.month, cell: ({ periodFrom }) => monthText(periodFrom, language), width: '10rem', wideOnly: true },
    {
      key: 'date',
      title: texts.date,
      cell: ({ issuedOn }) => (issuedOn === null ? '' : dayText(issuedOn, language)),
      width: '8rem',
      wideOnly: true,
    },
    { key: 'amount', title: texts.amount, cell: ({ gross }) => moneyText(gross, language), width: '8rem', phoneWidth: '7rem' },
    { key: 'state', title: texts.state, cell: ({ state }) => texts[state], width: '10rem', wideOnly: true },
  ]
}
