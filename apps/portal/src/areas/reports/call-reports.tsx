import type { Entry, Query } from '../../api/operation.ts'
import { useAnswer } from '../../api/queries.ts'
import { OutcomeCell, PartyCell } from '../../shared/calls/call-cells.tsx'
import { callTexts } from '../../shared/calls/call-texts.ts'
import type { Column } from '../../shared/data-list/columns.ts'
import { useFormat } from '../../shared/format.ts'
import { formatIn } from '../../shared/formats.ts'
import { useLanguage, useTexts } from '../../shared/language.tsx'
import { useReportColumns, useStretches, whoText } from './columns.tsx'
import { Result } from './result.tsx'
import { reportTexts } from './texts.ts'

/** Bars that a picture of extensions has room for; the table has all. */
export const MAX_BARS = 20

interface Asking<Asked> {
  readonly query: Asked
}

export function CallsByExtension({ query }: Asking<Query<'GET /reports/calls-by-extension'>>) {
  const texts = useTexts(reportTexts)
  const { number } = useFormat()
  const { count, time } = useReportColumns()
  const answer = useAnswer('GET /reports/calls-by-extension', [{ query }])
  const rows = answer.data?.items ?? []
  const shown = rows.slice(0, MAX_BARS)
  const columns: readonly Column<Entry<'GET /reports/calls-by-extension'>>[] = [
    { key: 'who', title: texts.extension, cell: (row) => whoText(row, texts.gone), width: '13rem', phoneWidth: '6rem' },
    count('made', (row) => row.made),
    count('madeAnswered', (row) => row.madeAnswered, true),
    count('answered', (row) => row.answered),
    count('missed', (row) => row.missed),
    count('queueCalls', (row) => row.queueCalls, true),
    time('talk', (row) => row.talkSeconds, true),
  ]
  const chart = {
    title: rows.length > shown.length ? texts.busiest(texts['calls-by-extension'], shown.length) : texts['calls-by-extension'],
    series: [texts.made, texts.answered, texts.missed],
    stacks: shown.map((row) => ({ label: whoText(row, texts.gone), values: [row.made, row.answered + row.queueCalls, row.missed] })),
    shown: number,
  }
  return (
    <Result
      {...{ name: texts['calls-by-extension'], answer, query, columns, charts: [chart] }}
      file="/reports/calls-by-extension/file"
      rowKey={({ extensionId }) => extensionId}
      isEmpty={rows.length === 0}
      emptyText={texts.emptyText}
    />
  )
}

/** By the hour, the hour of the day, or the day. */
export function CallsByTime({ query }: Asking<Query<'GET /reports/calls-by-time'>>) {
  const texts = useTexts(reportTexts)
  const { number } = useFormat()
  const { count, time } = useReportColumns()
  const answer = useAnswer('GET /reports/calls-by-time', [{ query }])
  const stretch = useStretches(answer.data)
  const rows = answer.data?.items ?? []
  const columns: readonly Column<Entry<'GET /reports/calls-by-time'>>[] = [
    { key: 'at', title: texts.time, cell: stretch, width: '15rem', phoneWidth: '8rem' },
    count('calls', (row) => row.calls),
    count('answered', (row) => row.answered),
    count('internal', (row) => row.internal, true),
    count('inbound', (row) => row.inbound, true),
    count('outbound', (row) => row.outbound, true),
    time('talk', (row) => row.talkSeconds, true),
  ]
  const stacks = rows.map((row) => ({ label: stretch(row), values: [row.answered, row.calls - row.answered] }))
  return (
    <Result
      {...{ name: texts['calls-by-time'], answer, query, columns }}
      file="/reports/calls-by-time/file"
      rowKey={({ at }) => at}
      charts={[{ title: texts.calls, series: [texts.answered, texts.unanswered], stacks, shown: number }]}
      isEmpty={rows.every(({ calls }) => calls === 0)}
      emptyText={texts.emptyText}
    />
  )
}

/** Call by call; each leads to what explains it. */
export function CallsOfExtension({ query }: Asking<Query<'GET /reports/calls-of-extension'>>) {
  const texts = useTexts(reportTexts)
  const calls = useTexts(callTexts)
  const { language } = useLanguage()
  const { time } = useReportColumns()
  const answer = useAnswer('GET /reports/calls-of-extension', [{ query }])
  const format = formatIn(language, answer.data?.range.zone)
  const columns: readonly Column<Entry<'GET /reports/calls-of-extension'>>[] = [
    { key: 'started', title: calls.started, cell: ({ startedAt }) => format.dateTime(startedAt), width: '11rem', phoneWidth: '6rem' },
    { key: 'what', title: texts.what, cell: ({ part }) => texts[`part-${part}`], width: '9rem', phoneWidth: '6rem' },
    { key: 'caller', title: calls.caller, cell: ({ caller }) => <PartyCell party={caller} /> },
    { key: 'called', title: calls.called, cell: ({ called }) => <PartyCell party={called} /> },
    time('talk', (row) => row.talkSeconds, true),
    { key: 'outcome', title: calls.outcome, cell: ({ cause }) => <OutcomeCell cause={cause} />, width: '12rem', wideOnly: true },
  ]
  return (
    <Result
      {...{ name: texts['calls-of-extension'], answer, query, columns }}
      file="/reports/calls-of-extension/file"
      rowKey={({ callId }) => callId}
      href={({ callId }) => `~/calls/${callId}`}
      isEmpty={answer.data?.items.length === 0}
      emptyText={texts.emptyText}
    />
  )
}
