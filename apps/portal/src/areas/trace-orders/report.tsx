import { Button, Group, Stack, Table, Text } from '@mantine/core'
import { useState } from 'react'
import type { Answer } from '../../api/operation.ts'
import { useApi } from '../../session/session-context.tsx'
import { useConfirm } from '../../shared/confirm.tsx'
import { readableNumbers } from '../../shared/destinations/readable-numbers.ts'
import { useFormat } from '../../shared/format.ts'
import { useTexts } from '../../shared/language.tsx'
import { useNotices } from '../../shared/notices.tsx'
import { sharedTexts } from '../../shared/shared-texts.ts'
import { traceTexts } from './texts.ts'

type Calls = Answer<'GET /trace-orders/{orderId}/report'>['calls']

/** The released report. It is asked for by a press alone, never by itself: each reading is noted. */
export function Report({ orderId }: { readonly orderId: string }) {
  const texts = useTexts(traceTexts)
  const api = useApi()
  const confirm = useConfirm()
  const { failed } = useNotices()
  const [calls, setCalls] = useState<Calls>()
  const read = async (): Promise<void> => {
    if (!(await confirm({ title: texts.readTitle, consequence: texts.readConsequence, act: texts.read }))) return
    await api('GET /trace-orders/{orderId}/report', { path: { orderId } }).then((report) => setCalls(report.calls), failed)
  }
  return (
    <Stack gap="sm">
      <Group>
        <Button onClick={() => void read()}>{texts.read}</Button>
      </Group>
      {calls === undefined ? null : <Traced calls={calls} />}
    </Stack>
  )
}

function Traced({ calls }: { readonly calls: Calls }) {
  const texts = useTexts(traceTexts)
  const shared = useTexts(sharedTexts)
  const format = useFormat()
  if (calls.length === 0) return <Text size="sm">{texts.noCalls}</Text>
  const rows = calls.map(({ at, asserted, shown, displayName, hidden, carrier, markedAt }) => [
    format.dateTime(at),
    asserted.map(readableNumbers).join(', ') || texts.unknown,
    [shown === null ? '' : readableNumbers(shown), displayName].filter(Boolean).join(' '),
    hidden ? shared.yes : shared.no,
    carrier,
    markedAt === null ? '' : format.dateTime(markedAt),
  ])
  const head = [texts.at, texts.asserted, texts.shown, texts.hidden, texts.carrier, texts.marked]
  return (
    <Table.ScrollContainer minWidth={640} type="native" tabIndex={0} role="region" aria-label={texts.traced}>
      <Table data={{ head, body: rows }} />
    </Table.ScrollContainer>
  )
}
