import type { Language } from '@klinke/platform'
import type { ReportColumn } from './report.ts'
import type { CallsInTimeRow, CallsOfExtensionRow, CallsOfQueueRow, OneCallView, WaitedInTimeRow, WorkRow } from './views.ts'

/** The columns of the reports in files. */

type Title = Readonly<Record<Language, string>>

const text = <Row>(de: string, en: string, cell: (row: Row, language: Language) => string | null): ReportColumn<Row> => ({
  ...{ title: { de, en }, kind: 'text', cell },
})
const number = <Row>(de: string, en: string, cell: (row: Row) => number): ReportColumn<Row> => ({ title: { de, en }, kind: 'number', cell })
const duration = <Row>(de: string, en: string, cell: (row: Row) => number | null): ReportColumn<Row> => ({
  ...{ title: { de, en }, kind: 'duration', cell },
})

const GONE: Title = { de: '(gelöscht)', en: '(deleted)' }

interface Named {
  readonly number: string | null
  readonly name: string | null
}
const who = <Row extends Named>(): readonly ReportColumn<Row>[] => [
  text('Nebenstelle', 'Extension', (row) => row.number),
  text('Name', 'Name', (row, language) => row.name ?? GONE[language]),
]

export const CALLS_BY_EXTENSION: readonly ReportColumn<CallsOfExtensionRow>[] = [
  ...who<CallsOfExtensionRow>(),
  number('Gewählt', 'Made', (row) => row.made),
  number('Davon angenommen', 'Of those answered', (row) => row.madeAnswered),
  number('Angenommen', 'Answered', (row) => row.answered),
  number('Verpasst', 'Missed', (row) => row.missed),
  number('Für Warteschlangen', 'For queues', (row) => row.queueCalls),
  duration('Gesprächszeit', 'Talk time', (row) => row.talkSeconds),
]

interface InTime {
  readonly at: string
}
/** An hour is a moment, without the offset that a spreadsheet does not know, which has a column of its own; other stretches are texts. */
const when = <Row extends InTime>(): readonly ReportColumn<Row>[] => [
  text('Zeit', 'Time', ({ at }) => at.replace('T', ' ').replace(/:00[+-].*$/, '')),
  text('Abstand zu UTC', 'Offset from UTC', ({ at }) => /[+-]\d\d:\d\d$/.exec(at)?.[0] ?? null),
]

export const CALLS_BY_TIME: readonly ReportColumn<CallsInTimeRow>[] = [
  ...when<CallsInTimeRow>(),
  number('Anrufe', 'Calls', (row) => row.calls),
  number('Intern', 'Internal', (row) => row.internal),
  number('Von außen', 'Inbound', (row) => row.inbound),
  number('Nach außen', 'Outbound', (row) => row.outbound),
  number('Angenommen', 'Answered', (row) => row.answered),
  duration('Gesprächszeit', 'Talk time', (row) => row.talkSeconds),
]

type Waited = Omit<WaitedInTimeRow, 'at'>
const waited = <Row extends Waited>(): readonly ReportColumn<Row>[] => [
  number('Anrufer', 'Callers', (row) => row.offered),
  number('Angenommen', 'Answered', (row) => row.answered),
  number('Verloren', 'Lost', (row) => row.lost),
  number('Weitergeleitet', 'Led on', (row) => row.ledOn),
  number('Rückruf versprochen', 'Callback promised', (row) => row.callbacks),
  number('Abgewiesen', 'Turned away', (row) => row.turnedAway),
  duration('Wartezeit im Mittel', 'Average wait', (row) => row.averageWaitSeconds),
  duration('Längste Wartezeit', 'Longest wait', (row) => row.longestWaitSeconds),
]

export const WAITED_BY_TIME: readonly ReportColumn<WaitedInTimeRow>[] = [...when<WaitedInTimeRow>(), ...waited<WaitedInTimeRow>()]

export const CALLS_BY_QUEUE: readonly ReportColumn<CallsOfQueueRow>[] = [
  text('Warteschlange', 'Queue', (row, language) => row.name ?? GONE[language]),
  ...waited<CallsOfQueueRow>(),
  number('Zurückgerufen', 'Called back', (row) => row.calledBack),
  duration('Gesprächszeit', 'Talk time', (row) => row.talkSeconds),
  duration('Nachbearbeitung', 'Wrap-up', (row) => row.wrapUpSeconds),
]

export const WORK_BY_EXTENSION: readonly ReportColumn<WorkRow>[] = [
  ...who<WorkRow>(),
  number('Anrufe für Warteschlangen', 'Calls for queues', (row) => row.calls),
  duration('Gesprächszeit', 'Talk time', (row) => row.talkSeconds),
  duration('Nachbearbeitung', 'Wrap-up', (row) => row.wrapUpSeconds),
  duration('Nachbearbeitung im Mittel', 'Average wrap-up', (row) => row.averageWrapUpSeconds),
]

const PARTS: Readonly<Record<OneCallView['part'], Title>> = {
  made: { de: 'Gewählt', en: 'Made' },
  answered: { de: 'Angenommen', en: 'Answered' },
  queue: { de: 'Für eine Warteschlange angenommen', en: 'Answered for a queue' },
  missed: { de: 'Verpasst', en: 'Missed' },
}

export const ONE_CALL: readonly ReportColumn<OneCallView>[] = [
  {
    ...{ title: { de: 'Beginn', en: 'Start' }, kind: 'moment' },
    cell: ({ startedAt }, _language, zone) =>
      Temporal.Instant.from(startedAt).toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: 'second' }),
  },
  text('Was', 'What', ({ part }, language) => PARTS[part][language]),
  text('Anrufer', 'Caller', ({ caller }) => caller.number),
  text('Name des Anrufers', 'Name of the caller', ({ caller }) => caller.displayName),
  text('Gerufen', 'Called', ({ called }) => called.number),
  text('Name des Gerufenen', 'Name of the called', ({ called }) => called.displayName),
  duration('Gesprächszeit', 'Talk time', (row) => row.talkSeconds),
  text('Ausgang', 'Outcome', ({ cause }) => cause),
]
