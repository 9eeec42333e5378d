import { Button, Select, TextInput } from '@mantine/core'
import { FileDown, History } from 'lucide-react'
import { useState } from 'react'
import type { Entry, Query } from '../../api/operation.ts'
import { useCustomer } from '../../session/customer.tsx'
import { useApi } from '../../session/session-context.tsx'
import { AddCaller } from '../../shared/calls/add-caller.tsx'
import { CallBack } from '../../shared/calls/call-back.tsx'
import { DurationCell, OutcomeCell, PartyCell } from '../../shared/calls/call-cells.tsx'
import { callTexts } from '../../shared/calls/call-texts.ts'
import { type Column, PAGE_SIZE } from '../../shared/data-list/columns.ts'
import { DataList } from '../../shared/data-list/data-list.tsx'
import { downloadHref } from '../../shared/download-href.ts'
import { useFormat } from '../../shared/format.ts'
import { useLanguage, useTexts } from '../../shared/language.tsx'
import { Page } from '../../shared/page.tsx'
import { type RecordFilter, recordQuery } from './record-filter.ts'
import { recordTexts } from './texts.ts'

type CallRecord = Entry<'GET /call-records'>
type Direction = NonNullable<Query<'GET /call-records'>['direction']>

const DIRECTIONS: readonly Direction[] = ['internal', 'inbound', 'outbound']
const AGAIN_MS = 10_000

export default function CallRecordsPage() {
  const texts = useTexts(recordTexts)
  const api = useApi()
  const customer = useCustomer()
  const [filter, setFilter] = useState<RecordFilter>({})
  const query = { ...customer, ...recordQuery(filter), limit: PAGE_SIZE }
  const { language } = useLanguage()
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
  const href = downloadHref('/call-records/export', { ...customer, ...recordQuery(filter), language, timeZone })
  const table = (
    <Button component="a" href={href} download variant="default" leftSection={<FileDown size={16} aria-hidden />}>
      {texts.export}
    </Button>
  )
  return (
    <Page title={texts.title} about={texts.about} actions={table}>
      <DataList
        name={texts.title}
        source={(asked) => ({
          key: ['GET /call-records', query, asked],
          page: (cursor) => api('GET /call-records', { query: { ...query, ...asked, ...cursor } }),
          everyMs: AGAIN_MS,
        })}
        columns={useColumns()}
        rowKey={({ id }) => id}
        href={({ id }) => `~/calls/${id}`}
        filters={<Filters filter={filter} change={setFilter} />}
        isFiltered={Object.keys(filter).length > 0}
        empty={{ icon: History, title: texts.emptyTitle, text: texts.emptyText }}
      />
    </Page>
  )
}

function useColumns(): readonly Column<CallRecord, 'startedAt'>[] {
  const texts = useTexts(recordTexts)
  const calls = useTexts(callTexts)
  const format = useFormat()
  return [
    { key: 'started', title: calls.started, cell: ({ startedAt }) => format.when(startedAt), width: '9.5rem', sort: 'startedAt' },
    { key: 'caller', title: calls.caller, cell: ({ caller }) => <PartyCell party={caller} /> },
    { key: 'called', title: calls.called, cell: ({ called }) => <PartyCell party={called} /> },
    { key: 'answered-by', title: texts.answeredBy, cell: ({ answeredBy }) => <PartyCell party={answeredBy} />, wideOnly: true },
    { key: 'duration', title: calls.duration, cell: (call) => <DurationCell call={call} />, width: '5rem', wideOnly: true },
    { key: 'direction', title: calls.direction, cell: ({ direction }) => calls[direction], width: '6.5rem', wideOnly: true },
    { key: 'outcome', title: calls.outcome, cell: ({ cause }) => <OutcomeCell cause={cause} />, width: '12rem', wideOnly: true },
    { key: 'call-back', title: calls.callBack, cell: (call) => <CallBackTo call={call} />, width: '7rem', wideOnly: true },
    { key: 'contact', title: calls.contact, cell: (call) => <AddCaller call={call} />, width: '5rem', wideOnly: true },
  ]
}

/** Who called, or whom somebody here has called outside. */
function CallBackTo({ call: { direction, caller, called } }: { readonly call: CallRecord }) {
  const { number, displayName } = direction === 'outbound' ? called : caller
  return <CallBack number={number} who={displayName ?? number} />
}

interface FiltersProps {
  readonly filter: RecordFilter
  readonly change: (filter: RecordFilter) => void
}

function Filters({ filter, change }: FiltersProps) {
  const texts = useTexts(recordTexts)
  const calls = useTexts(callTexts)
  const withText = (name: 'from' | 'to', value: string): void => {
    const { [name]: _before, ...others } = filter
    change(value === '' ? others : { ...others, [name]: value })
  }
  const withDirection = (value: string | null): void => {
    const { direction: _before, ...others } = filter
    const direction = DIRECTIONS.find((known) => known === value)
    change(direction === undefined ? others : { ...others, direction })
  }
  return (
    <>
      <Select
        aria-label={calls.direction}
        placeholder={texts.allDirections}
        data={DIRECTIONS.map((value) => ({ value, label: calls[value] }))}
        value={filter.direction ?? null}
        onChange={withDirection}
        clearable
        clearButtonProps={{ 'aria-label': texts.allDirections }}
      />
      <TextInput
        type="date"
        label={texts.from}
        value={filter.from ?? ''}
        onChange={(event) => withText('from', event.currentTarget.value)}
      />
      <TextInput type="date" label={texts.to} value={filter.to ?? ''} onChange={(event) => withText('to', event.currentTarget.value)} />
    </>
  )
}
