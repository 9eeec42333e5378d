import { Select, Stack, TextInput, Title } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { ListOrdered } from 'lucide-react'
import { useState } from 'react'
import type { Entry } from '../../api/operation.ts'
import { useApi } from '../../session/session-context.tsx'
import { type Column, PAGE_SIZE } from '../../shared/data-list/columns.ts'
import { DataList } from '../../shared/data-list/data-list.tsx'
import { useFormat } from '../../shared/format.ts'
import { useLanguage, useTexts } from '../../shared/language.tsx'
import { moneyText } from '../invoices/money.ts'
import type { Bill } from './bill-page.tsx'
import { billTexts } from './texts.ts'

type Call = Entry<'GET /itemised-bills/{invoiceId}/calls'>

const TYPING_MS = 300
const ALL = 'all'
/** The API names calls of no extension by an empty id. */
const NONE = 'none'

interface CallsOfBillProps {
  readonly bill: Bill
  /** Only of this line of the invoice, counted from one. */
  readonly line?: string
}

/** Its calls, narrowed by extension and number; each opens to the rule that priced it. */
export function CallsOfBill({ bill: { invoiceId, groups }, line }: CallsOfBillProps) {
  const texts = useTexts(billTexts)
  const api = useApi()
  const [extension, setExtension] = useState(ALL)
  const [typed, setTyped] = useState('')
  const [digits] = useDebouncedValue(typed.replaceAll(/[^\d+]/g, ''), TYPING_MS)
  const called = /^\+?\d+$/.test(digits) ? { called: digits } : {}
  const ofLine = line === undefined ? {} : { line: Number(line) }
  const query = {
    limit: PAGE_SIZE,
    ...ofLine,
    ...called,
    ...(extension === ALL ? {} : { extensionId: extension === NONE ? '' : extension }),
  }
  const extensions = new Map(groups.map((group) => [group.extensionId ?? NONE, group.extension ?? group.extensionId ?? texts.noExtension]))
  const filters = (
    <>
      <Select
        label={texts.extension}
        data={[{ value: ALL, label: texts.allExtensions }, ...[...extensions].map(([value, label]) => ({ value, label }))]}
        value={extension}
        onChange={(value) => setExtension(value ?? ALL)}
        allowDeselect={false}
      />
      <TextInput
        label={texts.called}
        placeholder={texts.calledAbout}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
    </>
  )
  return (
    <Stack gap="xs">
      <Title order={2} size="h4">
        {texts.calls}
      </Title>
      <DataList
        name={texts.listed}
        source={{
          key: ['GET /itemised-bills/{invoiceId}/calls', invoiceId, query],
          page: (cursor) => api('GET /itemised-bills/{invoiceId}/calls', { path: { invoiceId }, query: { ...query, ...cursor } }),
        }}
        columns={useColumns()}
        rowKey={({ id }) => id}
        rowName={({ called: number }) => number}
        href={({ id }) => `/${invoiceId}${line === undefined ? '' : `/lines/${line}`}/calls/${encodeURIComponent(id)}`}
        filters={filters}
        isFiltered={extension !== ALL || digits !== ''}
        empty={{ icon: ListOrdered, title: texts.callsEmptyTitle, text: texts.callsEmptyText }}
      />
    </Stack>
  )
}

function useColumns(): readonly Column<Call>[] {
  const texts = useTexts(billTexts)
  const format = useFormat()
  const { language } = useLanguage()
  const marks = ({ origin, medium, way }: Call): readonly string[] => [
    ...(origin === 'own' ? [] : [texts[origin]]),
    ...(medium === 'voice' ? [] : [texts[medium]]),
    ...(way === 'carrier' ? [] : [texts[way]]),
  ]
  return [
    { key: 'at', title: texts.begin, cell: ({ answeredAt }) => format.dateTime(answeredAt), width: '11rem', phoneWidth: '7rem' },
    { key: 'called', title: texts.called, cell: ({ called }) => called },
    { key: 'extension', title: texts.extension, cell: ({ extension, extensionId }) => extension ?? extensionId ?? '', wideOnly: true },
    {
      key: 'zone',
      title: texts.destination,
      cell: (call) => [call.zone?.[language], ...marks(call)].filter(Boolean).join(', '),
      wideOnly: true,
    },
    { key: 'length', title: texts.length, cell: ({ seconds }) => format.duration(seconds), width: '7rem', wideOnly: true },
    {
      key: 'price',
      title: texts.amount,
      cell: ({ price }) => (price === null ? '' : moneyText(price, language)),
      width: '8rem',
      phoneWidth: '6rem',
    },
  ]
}
