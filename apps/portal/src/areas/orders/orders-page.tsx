import { Button } from '@mantine/core'
import { ClipboardList } from 'lucide-react'
import { Link } from 'wouter'
import { useMayChange } from '../../session/may-change.tsx'
import { useApi, useSession } from '../../session/session-context.tsx'
import { useMoney } from '../../shared/billing/use-money.ts'
import { PAGE_SIZE } from '../../shared/data-list/columns.ts'
import { DataList } from '../../shared/data-list/data-list.tsx'
import { AddLink } from '../../shared/editing/add-link.tsx'
import { useFormat } from '../../shared/format.ts'
import { useLanguage, useTexts } from '../../shared/language.tsx'
import { Page } from '../../shared/page.tsx'
import { orderTexts } from './texts.ts'

/** All orders for the operator, the own ones for a customer; the newest first. */
export function OrdersPage() {
  const texts = useTexts(orderTexts)
  const api = useApi()
  const { language } = useLanguage()
  const { day } = useMoney()
  const { dateTime } = useFormat()
  const isOperator = useSession().kind === 'operator'
  const query = { limit: PAGE_SIZE }
  const change = useMayChange() ? (
    <Button component={Link} href="/change" variant={isOperator ? 'default' : 'filled'}>
      {texts.change}
    </Button>
  ) : undefined
  const enter = (
    <>
      <Button component={Link} href="/stock" variant="default">
        {texts.stock}
      </Button>
      <AddLink>{texts.add}</AddLink>
    </>
  )
  const add = isOperator ? enter : change
  const kinds = { new: texts.new, change: texts.changed, move: texts.move }
  return (
    <Page title={texts.title} about={texts.about} actions={add}>
      <DataList
        name={texts.title}
        source={{ key: ['GET /orders', query], page: (cursor) => api('GET /orders', { query: { ...query, ...cursor } }) }}
        columns={[
          { key: 'number', title: texts.number, cell: ({ number }) => number, width: '8rem' },
          { key: 'state', title: texts.state, cell: ({ stateText }) => stateText[language] },
          { key: 'kind', title: texts.kind, cell: ({ kind }) => kinds[kind], wideOnly: true },
          { key: 'customer', title: texts.customer, cell: ({ customer }) => customer ?? '', wideOnly: true },
          { key: 'wish', title: texts.wishDate, cell: ({ wishDate }) => (wishDate === null ? '' : day(wishDate)), wideOnly: true },
          { key: 'received', title: texts.received, cell: ({ createdAt }) => dateTime(createdAt), width: '12rem', wideOnly: true },
        ]}
        rowKey={({ id }) => id}
        rowName={({ number }) => number}
        href={({ id }) => `/${id}`}
        empty={{ icon: ClipboardList, title: texts.emptyTitle, text: texts.emptyText, action: add }}
      />
    </Page>
  )
}
