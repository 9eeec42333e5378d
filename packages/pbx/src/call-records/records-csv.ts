import { csvInPieces, type Text } from '@klinke/platform'
import type { z } from 'zod'
import type { partyView } from '../call-view.ts'
import { spacedNumber } from '../spaced-number.ts'
import type { recordView } from './views.ts'

type Language = keyof Text
type Shown = z.infer<typeof recordView>

const TITLES: Readonly<Record<Language, readonly string[]>> = {
  de: [
    ...['Beginn', 'Richtung', 'Anrufer', 'Name des Anrufers', 'Gewählt', 'Name des Gewählten', 'Angenommen von', 'Name des Annehmenden'],
    ...['Angenommen', 'Ende', 'Gesprächssekunden', 'Ergebnis', 'Kennung'],
  ],
  en: [
    ...['Start', 'Direction', 'Caller', 'Name of the caller', 'Called', 'Name of the called', 'Answered by', 'Name of the answering'],
    ...['Answered', 'End', 'Seconds of talk', 'Outcome', 'Id'],
  ],
}
const DIRECTIONS: Readonly<Record<Shown['direction'], Text>> = {
  internal: { de: 'intern', en: 'internal' },
  inbound: { de: 'kommend', en: 'inbound' },
  outbound: { de: 'gehend', en: 'outbound' },
}

/** Call records as a table, in pieces; times as spreadsheets read them, in that time zone. Names come from outside: `csvInPieces` sees to it that none is a formula. */
export function recordsCsv(records: AsyncIterable<readonly Shown[]>, language: Language, timeZone: string): AsyncIterable<string> {
  // Swedish dates are those of ISO 8601.
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' })
  const time = (text: string | null): string => (text === null ? '' : format.format(new Date(text)))
  const rowOf = (record: Shown): readonly string[] => [
    ...[time(record.startedAt), DIRECTIONS[record.direction][language]],
    ...[...cellsOf(record.caller), ...cellsOf(record.called), ...cellsOf(record.answeredBy)],
    ...[time(record.answeredAt), time(record.endedAt), secondsOf(record), record.cause ?? '', record.id],
  ]
  return csvInPieces(TITLES[language], rowsOf(records, rowOf))
}

async function* rowsOf(records: AsyncIterable<readonly Shown[]>, rowOf: (record: Shown) => readonly string[]) {
  for await (const some of records) yield some.map(rowOf)
}

function cellsOf(party: z.infer<typeof partyView> | null): readonly string[] {
  return party === null ? ['', ''] : [spacedNumber(party.number), party.displayName ?? '']
}

function secondsOf({ answeredAt, endedAt }: Shown): string {
  if (answeredAt === null || endedAt === null) return ''
  return String(Math.round((Date.parse(endedAt) - Date.parse(answeredAt)) / 1_000))
}
