import { Button, Select } from '@mantine/core'
import { Printer } from 'lucide-react'
import { useState } from 'react'
import type { Entry } from '../../api/operation.ts'
import { useChange } from '../../api/queries.ts'
import { useApi } from '../../session/session-context.tsx'
import { type Column, PAGE_SIZE } from '../../shared/data-list/columns.ts'
import { DataList } from '../../shared/data-list/data-list.tsx'
import { useFormat } from '../../shared/format.ts'
import { useTexts } from '../../shared/language.tsx'
import { useNotices } from '../../shared/notices.tsx'
import { Page } from '../../shared/page.tsx'
import { Bookings } from './bookings.tsx'
import { deliveryTexts } from './delivery-texts.ts'

type Delivery = Entry<'GET /invoice-deliveries'>

const QUEUES = {
  print: { way: 'paper', state: 'waiting' },
  failed: { way: 'mail', state: 'failed' },
  waiting: { way: 'mail', state: 'waiting' },
} as const
type Queue = keyof typeof QUEUES
const isQueue = (text: string | null): text is Queue => text !== null && text in QUEUES

/** What is to be printed, what the mail server does not take, and bookings for the tax adviser. */
export function DeliveriesPage() {
  const texts = useTexts(deliveryTexts)
  const api = useApi()
  const [queue, setQueue] = useState<Queue>('print')
  const query = { ...QUEUES[queue], limit: PAGE_SIZE }
  const filters = (
    <Select
      label={texts.queue}
      data={(['print', 'failed', 'waiting'] as const).map((value) => ({ value, label: texts[value] }))}
      value={queue}
      onChange={(value) => isQueue(value) && setQueue(value)}
      allowDeselect={false}
    />
  )
  return (
    <Page title={texts.title} about={texts.about}>
      <DataList
        name={texts.title}
        source={{
          key: ['GET /invoice-deliveries', query],
          page: (cursor) => api('GET /invoice-deliveries', { query: { ...query, ...cursor } }),
        }}
        columns={useColumns()}
        rowKey={({ id }) => id}
        rowName={({ number }) => number ?? ''}
        filters={filters}
        isFiltered={true}
        empty={{ icon: Printer, title: texts.emptyTitle, text: texts.emptyText }}
      />
      <Bookings />
    </Page>
  )
}

function useColumns(): readonly Column<Delivery>[] {
  const texts = useTexts(deliveryTexts)
  const { dateTime } = useFormat()
  return [
    { key: 'number', title: texts.number, cell: ({ number }) => number ?? '' },
    { key: 'what', title: texts.what, cell: ({ level }) => (level === 0 ? texts.invoice : texts.dunning(level)), wideOnly: true },
    {
      key: 'address',
      title: texts.address,
      cell: ({ address, lastError }) => [address, lastError].filter(Boolean).join(': '),
      wideOnly: true,
    },
    { key: 'next', title: texts.next, cell: ({ nextAt }) => dateTime(nextAt), width: '11rem', wideOnly: true },
    { key: 'act', title: texts.act, cell: (delivery) => <Act delivery={delivery} />, width: '12rem', phoneWidth: '10rem' },
  ]
}

function Act({ delivery: { id, way, number } }: { readonly delivery: Delivery }) {
  const texts = useTexts(deliveryTexts)
  const { done, failed } = useNotices()
  const refreshes = ['/invoice-deliveries', '/invoices']
  const sent = useChange('POST /invoice-deliveries/{deliveryId}/sent', { refreshes })
  const again = useChange('POST /invoice-deliveries/{deliveryId}/again', { refreshes })
  const [change, name, said] = way === 'paper' ? [sent, texts.sent, texts.sentSaid] : [again, texts.again, texts.againSaid]
  const press = (): void => {
    void change.mutateAsync([{ path: { deliveryId: id } }]).then(() => done(said), failed)
  }
  return (
    <Button size="xs" variant="default" loading={change.isPending} onClick={press} aria-label={`${name}: ${number ?? id}`}>
      {name}
    </Button>
  )
}
