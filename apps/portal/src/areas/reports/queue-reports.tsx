import type { Entry, Query } from '../../api/operation.ts'
import { useAnswer } from '../../api/queries.ts'
import type { Column } from '../../shared/data-list/columns.ts'
import { useFormat } from '../../shared/format.ts'
import { useTexts } from '../../shared/language.tsx'
import { MAX_BARS } from './call-reports.tsx'
import { type ReportColumns, useReportColumns, useStretches, whoText } from './columns.tsx'
import { Result } from './result.tsx'
import { reportTexts } from './texts.ts'

interface Asking<Asked> {
  readonly query: Asked
}

type Waited = Omit<Entry<'GET /reports/waits-by-time'>, 'at'>

function waitedColumns<Row extends Waited>({ count, time }: ReportColumns): readonly Column<Row>[] {
  return [
    count('offered', (row) => row.offered),
    count('answered', (row) => row.answered, true),
    count('lost', (row) => row.lost),
    count('others', othersOf, true),
    time('averageWait', (row) => row.averageWaitSeconds),
    time('longestWait', (row) => row.longestWaitSeconds, true),
  ]
}

export function CallsByQueue({ query }: Asking<Query<'GET /reports/calls-by-queue'>>) {
  const texts = useTexts(reportTexts)
  const { number } = useFormat()
  const making = useReportColumns()
  const answer = useAnswer('GET /reports/calls-by-queue', [{ query }])
  const rows = answer.data?.items ?? []
  const nameOf = ({ name }: { readonly name: string | null }): string => name ?? texts.gone
  const columns: readonly Column<Entry<'GET /reports/calls-by-queue'>>[] = [
    { key: 'queue', title: texts.queue, cell: nameOf },
    ...waitedColumns<Entry<'GET /reports/calls-by-queue'>>(making),
    making.time('wrapUp', (row) => row.wrapUpSeconds, true),
  ]
  const stacks = rows.slice(0, MAX_BARS).map((row) => ({ label: nameOf(row), values: [row.answered, row.lost, othersOf(row)] }))
  return (
    <Result
      {...{ name: texts['calls-by-queue'], answer, query, columns }}
      file="/reports/calls-by-queue/file"
      rowKey={({ queueId }) => queueId}
      charts={[{ title: texts.offered, series: [texts.answered, texts.lost, texts.others], stacks, shown: number }]}
      isEmpty={rows.length === 0}
      emptyText={texts.emptyQueues}
      note={texts.inFile}
    />
  )
}

/** Neither answered nor lost. */
function othersOf({ ledOn, callbacks, turnedAway }: Waited): number {
  return ledOn + callbacks + turnedAway
}

/** Lost calls and average wait by the hour, the hour of the day, or the day. */
export function WaitsByTime({ query }: Asking<Query<'GET /reports/waits-by-time'>>) {
  const texts = useTexts(reportTexts)
  const { number, duration } = useFormat()
  const making = useReportColumns()
  const answer = useAnswer('GET /reports/waits-by-time', [{ query }])
  const stretch = useStretches(answer.data)
  const rows = answer.data?.items ?? []
  const columns: readonly Column<Entry<'GET /reports/waits-by-time'>>[] = [
    { key: 'at', title: texts.time, cell: stretch, width: '15rem', phoneWidth: '8rem' },
    ...waitedColumns<Entry<'GET /reports/waits-by-time'>>(making),
  ]
  const came = rows.map((row) => ({ label: stretch(row), values: [row.answered, row.lost, othersOf(row)] }))
  const waits = rows.map((row) => ({ label: stretch(row), values: [row.averageWaitSeconds ?? 0] }))
  return (
    <Result
      {...{ name: texts['waits-by-time'], answer, query, columns }}
      file="/reports/waits-by-time/file"
      rowKey={({ at }) => at}
      charts={[
        { title: texts.offered, series: [texts.answered, texts.lost, texts.others], stacks: came, shown: number },
        { title: texts.averageWait, series: [texts.averageWait], stacks: waits, shown: duration },
      ]}
      isEmpty={rows.every(({ offered }) => offered === 0)}
      emptyText={texts.emptyQueues}
      note={texts.inFile}
    />
  )
}

/** What agents have done for queues. */
export function WrapUpByExtension({ query }: Asking<Query<'GET /reports/wrap-up-by-extension'>>) {
  const texts = useTexts(reportTexts)
  const { duration } = useFormat()
  const { count, time } = useReportColumns()
  const answer = useAnswer('GET /reports/wrap-up-by-extension', [{ query }])
  const rows = answer.data?.items ?? []
  const columns: readonly Column<Entry<'GET /reports/wrap-up-by-extension'>>[] = [
    { key: 'who', title: texts.extension, cell: (row) => whoText(row, texts.gone), width: '13rem', phoneWidth: '6rem' },
    count('calls', (row) => row.calls),
    time('talk', (row) => row.talkSeconds),
    time('wrapUp', (row) => row.wrapUpSeconds),
    time('averageWrapUp', (row) => row.averageWrapUpSeconds, true),
  ]
  const stacks = rows.slice(0, MAX_BARS).map((row) => ({ label: whoText(row, texts.gone), values: [row.talkSeconds, row.wrapUpSeconds] }))
  return (
    <Result
      {...{ name: texts['wrap-up-by-extension'], answer, query, columns }}
      file="/reports/wrap-up-by-extension/file"
      rowKey={({ extensionId }) => extensionId}
      charts={[{ title: texts['wrap-up-by-extension'], series: [texts.talk, texts.wrapUp], stacks, shown: duration }]}
      isEmpty={rows.length === 0}
      emptyText={texts.emptyQueues}
    />
  )
}
