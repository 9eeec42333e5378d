import { Button, Select, Text } from '@mantine/core'
import { Send } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useChange, useRefresh } from '../../api/queries.ts'
import { useMayChange } from '../../session/may-change.tsx'
import { useApi } from '../../session/session-context.tsx'
import { type Column, PAGE_SIZE } from '../../shared/data-list/columns.ts'
import { DataList } from '../../shared/data-list/data-list.tsx'
import { useFormat } from '../../shared/format.ts'
import { useTexts } from '../../shared/language.tsx'
import { useNotices } from '../../shared/notices.tsx'
import { webhookTexts } from './texts.ts'
import type { Delivery } from './webhook.ts'

const STATES: readonly Delivery['state'][] = ['delivered', 'waiting', 'failed']
const AGAIN_MS = 5_000

/** What was sent, whether it has arrived, and the way to send it again. */
export function Deliveries({ webhookId }: { readonly webhookId: string }) {
  const texts = useTexts(webhookTexts)
  const api = useApi()
  const [state, setState] = useState<Delivery['state']>()
  useLog()
  const query = { limit: PAGE_SIZE, ...(state === undefined ? {} : { state }) }
  const filter = (
    <Select
      label={texts.onlyState}
      placeholder={texts.allStates}
      data={STATES.map((each) => ({ value: each, label: texts[each] }))}
      value={state ?? null}
      onChange={(chosen) => setState(STATES.find((each) => each === chosen))}
      clearable
      clearButtonProps={{ 'aria-label': texts.allStates }}
    />
  )
  return (
    <>
      <Text size="sm" c="dimmed" mb="sm">
        {texts.logAbout}
      </Text>
      <DataList
        name={texts.log}
        source={{
          key: ['GET /webhooks/{webhookId}/deliveries', webhookId, query],
          page: (cursor) => api('GET /webhooks/{webhookId}/deliveries', { path: { webhookId }, query: { ...query, ...cursor } }),
        }}
        columns={useColumns(webhookId)}
        rowKey={({ id }) => id}
        filters={filter}
        isFiltered={state !== undefined}
        empty={{ icon: Send, title: texts.logEmpty, text: texts.logEmptyText }}
      />
    </>
  )
}

/** No event tells of deliveries: the page asks for them while it is seen. */
function useLog(): void {
  const refresh = useRefresh()
  useEffect(() => {
    const timer = setInterval(() => {
      if (!document.hidden) void refresh('/webhooks/{webhookId}/deliveries')
    }, AGAIN_MS)
    return () => clearInterval(timer)
  }, [refresh])
}

function useColumns(webhookId: string): readonly Column<Delivery>[] {
  const texts = useTexts(webhookTexts)
  const format = useFormat()
  const mayChange = useMayChange()
  const outcome = ({ state, lastStatus, lastError }: Delivery): string =>
    [texts[state], lastStatus, state === 'delivered' ? null : lastError].filter((part) => part !== null).join(', ')
  const columns: readonly Column<Delivery>[] = [
    { key: 'type', title: texts.type, cell: ({ type }) => type },
    { key: 'when', title: texts.when, cell: ({ createdAt }) => format.when(createdAt), wideOnly: true },
    { key: 'attempts', title: texts.attempts, cell: ({ attempts }) => attempts, width: '7rem', wideOnly: true },
    { key: 'outcome', title: texts.outcome, cell: outcome },
  ]
  if (!mayChange) return columns
  return [
    ...columns,
    { key: 'again', title: texts.again, cell: (delivery) => <Again webhookId={webhookId} delivery={delivery} />, width: '11rem' },
  ]
}

function Again({ webhookId, delivery }: { readonly webhookId: string; readonly delivery: Delivery }) {
  const texts = useTexts(webhookTexts)
  const { done, failed } = useNotices()
  const replay = useChange('POST /webhooks/{webhookId}/deliveries/{deliveryId}/replay', { refreshes: ['/webhooks'] })
  const send = (): Promise<void> =>
    replay.mutateAsync([{ path: { webhookId, deliveryId: delivery.id } }]).then(() => done(texts.sentAgain), failed)
  return (
    <Button size="compact-sm" variant="default" loading={replay.isPending} onClick={() => void send()}>
      {texts.sendAgain}
    </Button>
  )
}
