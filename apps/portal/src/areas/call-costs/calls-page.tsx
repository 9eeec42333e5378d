import { Button, Select, TextInput } from '@mantine/core'
import { Coins } from 'lucide-react'
import { useState } from 'react'
import { Link } from 'wouter'
import type { Entry } from '../../api/operation.ts'
import { useCustomer } from '../../session/customer.tsx'
import { useApi } from '../../session/session-context.tsx'
import { type Column, PAGE_SIZE } from '../../shared/data-list/columns.ts'
import { DataList } from '../../shared/data-list/data-list.tsx'
import { useFormat } from '../../shared/format.ts'
import { useLanguage, useTexts } from '../../shared/language.tsx'
import { Page } from '../../shared/page.tsx'
import { moneyText } from '../invoices/money.ts'
import { isMonth } from './month.ts'
import { costTexts } from './texts.ts'

type Call = Entry<'GET /rated-calls'>

const OUTCOMES = ['put-aside', 'rated', 'free'] as const
const isOutcome = (text: string | null): text is (typeof OUTCOMES)[number] => OUTCOMES.some((outcome) => outcome === text)

/** Calls of the customer with their prices, those that cannot be rated among them. */
export function CallsPage() {
  const texts = useTexts(costTexts)
  const api = useApi()
  const [outcome, setOutcome] = useState<(typeof OUTCOMES)[number]>()
  const [month, setMonth] = useState('')
  const query = { ...useCustomer(), limit: PAGE_SIZE, ...(outcome && { outcome }), ...(isMonth(month) && { month }) }
  const actions = (
    <>
      <Button component={Link} href="/tariff" variant="default">
        {texts.tariff}
      </Button>
      <Button component={Link} href="/anew" variant="default">
        {texts.anew}
      </Button>
    </>
  )
  const filters = (
    <>
      <Select
        label={texts.outcome}
        data={[{ value: '', label: texts.all }, ...OUTCOMES.map((value) => ({ value, label: texts[value] }))]}
        value={outcome ?? ''}
        onChange={(value) => setOutcome(isOutcome(value) ? value : undefined)}
        allowDeselect={false}
      />
      <TextInput
        label={texts.month}
        placeholder={texts.monthHint}
        value={month}
        onChange={(event) => setMonth(event.currentTarget.value)}
      />
    </>
  )
  return (
    <Page title={texts.title} about={texts.about} actions={actions}>
      <DataList
        name={texts.title}
        source={{ key: ['GET /rated-calls', query], page: (cursor) => api('GET /rated-calls', { query: { ...query, ...cursor } }) }}
        columns={useColumns()}
        rowKey={({ id }) => id}
        rowName={({ called }) => called}
        href={({ id }) => `/calls/${encodeURIComponent(id)}`}
        filters={filters}
        isFiltered={outcome !== undefined || month !== ''}
        empty={{ icon: Coins, title: texts.emptyTitle, text: texts.emptyText }}
      />
    </Page>
  )
}

function useColumns(): readonly Column<Call>[] {
  const texts = useTexts(costTexts)
  const format = useFormat()
  const { language } = useLanguage()
  return [
    { key: 'ended', title: texts.ended, cell: ({ endedAt }) => format.dateTime(endedAt), width: '11rem', phoneWidth: '8rem' },
    { key: 'called', title: texts.called, cell: ({ called }) => called },
    { key: 'zone', title: texts.zone, cell: ({ zone }) => zone ?? '', wideOnly: true },
    { key: 'seconds', title: texts.seconds, cell: ({ seconds }) => format.duration(seconds), width: '7rem', wideOnly: true },
    { key: 'outcome', title: texts.outcome, cell: ({ outcome }) => texts[outcome], width: '9rem', wideOnly: true },
    {
      key: 'price',
      title: texts.price,
      cell: ({ price }) => (price === null ? '' : moneyText(price, language)),
      width: '8rem',
      phoneWidth: '6rem',
    },
  ]
}
