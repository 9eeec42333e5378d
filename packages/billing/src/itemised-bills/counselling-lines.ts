import { z } from 'zod'

/** Shorter ones would hide whole networks. */
const FEWEST_DIGITS = 7
const MOST_ENTRIES = 20_000

/** A line that people in need call (§ 11 (5) TDDDG), as E.164 with plus; short codes with +49 before them. Numbers that begin with it are meant, too. */
export const counsellingEntry = z.strictObject({
  number: z
    .string()
    .regex(/^\+\d+$/)
    .min(FEWEST_DIGITS)
    .max(16)
    .meta({ examples: ['+498001110111'] }),
  name: z.string().trim().min(1).max(200),
  from: z.iso.date().optional().describe('First day; absent: always'),
  until: z.iso.date().optional().describe('Last day; absent: for ever'),
})
export const counsellingEntries = z.array(counsellingEntry).max(MOST_ENTRIES)
export type CounsellingEntry = z.output<typeof counsellingEntry>

/** Which calls nobody may recognise on an itemised bill. */
export class CounsellingLines {
  readonly #byNumber: ReadonlyMap<string, readonly CounsellingEntry[]>
  /** With plus; each length once. */
  readonly lengths: readonly number[]

  constructor(entries: readonly CounsellingEntry[]) {
    this.#byNumber = Map.groupBy(entries, ({ number }) => number)
    this.lengths = [...new Set(entries.map(({ number }) => number.length))].toSorted((one, other) => one - other)
  }

  /** All numbers of a length. */
  ofLength(length: number): readonly string[] {
    return [...this.#byNumber.keys()].filter((number) => number.length === length)
  }

  /** `day` as ISO 8601, where the customer is. */
  has(called: string, day: string): boolean {
    return this.lengths.some((length) =>
      this.#byNumber
        .get(called.slice(0, length))
        ?.some(({ from = '', until }) => called.length >= length && from <= day && (until === undefined || day <= until)),
    )
  }
}

/** What holds until the operator has loaded the list of the Bundesnetzagentur: the nationwide lines. */
export const KNOWN_LINES: readonly CounsellingEntry[] = [
  { number: '+498001110111', name: 'TelefonSeelsorge' },
  { number: '+498001110222', name: 'TelefonSeelsorge' },
  { number: '+49116123', name: 'TelefonSeelsorge' },
  { number: '+498001110333', name: 'Nummer gegen Kummer: Kinder- und Jugendtelefon' },
  { number: '+49116111', name: 'Nummer gegen Kummer: Kinder- und Jugendtelefon' },
  { number: '+498001110550', name: 'Nummer gegen Kummer: Elterntelefon' },
  { number: '+49116016', name: 'Hilfetelefon Gewalt gegen Frauen' },
  { number: '+498000116016', name: 'Hilfetelefon Gewalt gegen Frauen' },
  { number: '+49116006', name: 'WEISSER RING: Opfer-Telefon' },
  { number: '+498001239900', name: 'Hilfetelefon Gewalt an Männern' },
  { number: '+498002255530', name: 'Hilfe-Telefon Sexueller Missbrauch' },
  { number: '+498004040020', name: 'Hilfetelefon Schwangere in Not' },
]
