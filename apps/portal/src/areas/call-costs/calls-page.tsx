import { Button, Select, TextInput } from '@mantine/core'
import { Coins } from 'lucide-react'
import { useState } from 'react'
import { Link } from 'wouter'
import { useCustomer } from '../../session/customer.tsx'
import { useApi } from '../../session/session-context.tsx'
import { PAGE_SIZE } from '../../shared/data-list/columns.ts'
import { DataList } from '../../shared/data-list/data-list.tsx'
import { useTexts } from '../../shared/language.tsx'
import { Page } from '../../shared/page.tsx'
import { useCallColumns } from './call-columns.tsx'
import { isMonth } from './month.ts'
import { costTexts } from './texts.ts'

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
        columns={useCallColumns()}
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
