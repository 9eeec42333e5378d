import { Button } from '@mantine/core'
import { ListOrdered } from 'lucide-react'
import { Link } from 'wouter'
import type { Entry } from '../../api/operation.ts'
import { useCustomer } from '../../session/customer.tsx'
import { useApi } from '../../session/session-context.tsx'
import { type Column, PAGE_SIZE } from '../../shared/data-list/columns.ts'
import { DataList } from '../../shared/data-list/data-list.tsx'
import { useLanguage, useTexts } from '../../shared/language.tsx'
import { Page } from '../../shared/page.tsx'
import { dayText, monthText } from '../invoices/money.ts'
import { billTexts } from './texts.ts'

type Bill = Entry<'GET /itemised-bills'>

/** Itemised bills by their invoices. */
export function BillsPage() {
  const texts = useTexts(billTexts)
  const api = useApi()
  const query = { ...useCustomer(), limit: PAGE_SIZE }
  const settings = (
    <Button component={Link} href="/settings" variant="default">
      {texts.settings}
    </Button>
  )
  return (
    <Page title={texts.title} about={texts.about} actions={settings}>
      <DataList
        name={texts.title}
        source={{ key: ['GET /itemised-bills', query], page: (cursor) => api('GET /itemised-bills', { query: { ...query, ...cursor } }) }}
        columns={useColumns()}
        rowKey={({ invoiceId }) => invoiceId}
        rowName={({ number }) => number}
        href={({ invoiceId }) => `/${invoiceId}`}
        empty={{ icon: ListOrdered, title: texts.emptyTitle, text: texts.emptyText }}
      />
    </Page>
  )
}

function useColumns(): readonly Column<Bill>[] {
  const texts = useTexts(billTexts)
  const { language } = useLanguage()
  return [
    { key: 'number', title: texts.number, cell: ({ number }) => number },
    { key: 'month', title: texts.month, cell: ({ month }) => monthText(month, language), width: '10rem', phoneWidth: '8rem' },
    { key: 'site', title: texts.site, cell: ({ site }) => site ?? '', width: '10rem', wideOnly: true },
    {
      key: 'kind',
      title: texts.kind,
      cell: ({ state, shown }) => (state === 'gone' ? texts.gone : texts[shown]),
      width: '16rem',
      wideOnly: true,
    },
    { key: 'gone', title: texts.goneFrom, cell: ({ goneFrom }) => dayText(goneFrom, language), width: '9rem', wideOnly: true },
  ]
}
