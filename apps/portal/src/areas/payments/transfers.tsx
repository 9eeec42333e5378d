import { Button, Group, Select, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { Answer } from '../../api/operation.ts'
import { useAnswer, useChange } from '../../api/queries.ts'
import { useMayChange } from '../../session/may-change.tsx'
import { useFormat } from '../../shared/format.ts'
import { useTexts } from '../../shared/language.tsx'
import { useNotices } from '../../shared/notices.tsx'
import { Section } from '../../shared/section.tsx'
import { paymentTexts } from './texts.ts'

type Entry = Answer<'GET /bank-entries'>['items'][number]
type Item = Answer<'GET /open-items'>['items'][number]

/** Items to choose from; more are assigned by the API. */
const MOST = 200

const REFRESHES = { refreshes: ['/bank-entries', '/open-items'] }

/** Transfers of which nobody knows what they pay. */
export function UnclearTransfers() {
  const texts = useTexts(paymentTexts)
  const { data } = useAnswer('GET /bank-entries', [{ query: { state: 'unclear' } }])
  const { data: open } = useAnswer('GET /open-items', [{ query: { open: 'true', limit: MOST } }])
  return (
    <Section title={texts.unclear} about={texts.unclearAbout}>
      {data?.items.length === 0 ? <Text size="sm">{texts.noUnclear}</Text> : null}
      {data?.items.map((entry) => (
        <Unclear key={entry.id} entry={entry} items={open?.items ?? []} />
      ))}
    </Section>
  )
}

function Unclear({ entry, items }: { readonly entry: Entry; readonly items: readonly Item[] }) {
  const texts = useTexts(paymentTexts)
  const format = useFormat()
  const mayChange = useMayChange()
  const { done, failed } = useNotices()
  const [itemId, choose] = useState<string | null>(null)
  const assign = useChange('POST /bank-entries/{entryId}/assignment', REFRESHES)
  const { id, amount, tenantId, why, remittance } = entry
  // Those of whom it seems to be come first.
  const inOrder = items.toSorted((one, other) => Number(other.tenantId === tenantId) - Number(one.tenantId === tenantId))
  const send = (): void => {
    if (itemId === null) return
    assign.mutateAsync([{ path: { entryId: id }, body: { shares: [{ itemId, amount }] } }]).then(() => done(texts.assigned), failed)
  }
  return (
    <Stack gap="xs">
      <TransferLines entry={entry} />
      {why === null ? null : <Text size="sm">{texts[why]}</Text>}
      {mayChange ? (
        <Group align="end">
          <Select
            label={`${texts.paysFor}: ${remittance === '' ? format.money(amount) : remittance}`}
            data={inOrder.map((item) => ({
              value: item.id,
              label: `${item.number} · ${item.customerNumber} · ${format.money(item.open)}`,
            }))}
            value={itemId}
            onChange={choose}
            searchable
          />
          <Button variant="default" onClick={send} disabled={itemId === null} loading={assign.isPending}>
            {texts.assign}
          </Button>
        </Group>
      ) : null}
    </Stack>
  )
}

/** Transfers that were matched, by themselves or by somebody: each can be taken back. */
export function Matched() {
  const texts = useTexts(paymentTexts)
  const format = useFormat()
  const mayChange = useMayChange()
  const { done, failed } = useNotices()
  const { data } = useAnswer('GET /bank-entries', [{ query: { state: 'matched' } }])
  const undo = useChange('DELETE /bank-entries/{entryId}/assignment', REFRESHES)
  return (
    <Section title={texts.matched}>
      {data?.items.length === 0 ? <Text size="sm">{texts.noMatched}</Text> : null}
      {data?.items.map((entry) => (
        <Group key={entry.id} justify="space-between">
          <TransferLines entry={entry} />
          {mayChange ? (
            <Button
              size="xs"
              variant="default"
              onClick={() => void undo.mutateAsync([{ path: { entryId: entry.id } }]).then(() => done(texts.isUndone), failed)}
              aria-label={`${texts.undo}: ${entry.remittance} ${format.money(entry.amount)}`}
            >
              {texts.undo}
            </Button>
          ) : null}
        </Group>
      ))}
    </Section>
  )
}

function TransferLines({ entry: { amount, bookedOn, payerName, remittance } }: { readonly entry: Entry }) {
  const texts = useTexts(paymentTexts)
  const format = useFormat()
  return (
    <Stack gap={0}>
      <Text fw={600}>{texts.transfer(format.money(amount), format.date(bookedOn), payerName ?? texts.unknownPayer)}</Text>
      <Text size="sm">{remittance}</Text>
    </Stack>
  )
}
