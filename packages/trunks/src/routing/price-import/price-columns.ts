import { failed, ok, type Result } from '@klinke/foundation'
import { type CellProblem, type Cells, type ImportField, withoutGuard } from '@klinke/platform'
import type { RateFields } from '../rules.ts'

/** The columns of a price list, with what carriers call them. */
export const PRICE_FIELDS = [
  {
    name: 'prefix',
    titles: ['Vorwahl', 'Nummernanfang', 'Rufnummernanfang', 'Zielvorwahl', 'Prefix', 'Code', 'Dial code', 'Destination code', 'Breakout'],
  },
  {
    name: 'euros',
    titles: [
      ...['Preis', 'Preis je Minute', 'Preis pro Minute', 'Preis EUR/min', 'EUR/min', 'Euro je Minute', 'Minutenpreis', 'Price', 'Rate'],
      ...['Price per minute', 'Price/min', 'EUR per minute', 'Rate (EUR)', 'Price (EUR)'],
    ],
  },
  { name: 'cents', titles: ['Cent', 'Cent je Minute', 'Cent/min', 'ct/min', 'Preis ct/min', 'Cents per minute', 'Price (ct)'] },
  {
    name: 'validFrom',
    titles: ['Gültig ab', 'Gültig von', 'Ab', 'Valid from', 'Effective', 'Effective from', 'Effective date', 'Start date'],
  },
  { name: 'validUntil', titles: ['Gültig bis', 'Bis', 'Valid until', 'Valid to', 'Effective to', 'End date', 'Expires'] },
] as const satisfies readonly ImportField[]

export type PriceField = (typeof PRICE_FIELDS)[number]['name']
type Problem = CellProblem<PriceField>

/** Days of price lists begin where German carriers are. */
const TIME_ZONE = 'Europe/Berlin'
const MICROS_PER_EURO = 1_000_000
const MICROS_PER_CENT = 10_000
/** As the schema of a price has it. */
const MAX_MICROS = 100 * MICROS_PER_EURO

/** Reads a row of a table as a price, or tells all that is wrong with it. */
export function readRate(cells: Cells<PriceField>): Result<RateFields, readonly Problem[]> {
  const problems: Problem[] = []
  const noted = <T>(value: T | Problem): T | undefined => {
    if (!isProblem(value)) return value
    problems.push(value)
    return undefined
  }
  const prefix = noted(prefixIn(withoutGuard(cells.prefix ?? '')))
  const microsPerMinute = noted(microsIn(cells))
  const validFrom = noted(momentIn('validFrom', cells.validFrom))
  const validUntil = noted(momentIn('validUntil', cells.validUntil))
  if (prefix === undefined || microsPerMinute === undefined || validFrom === undefined || validUntil === undefined) return failed(problems)
  if (validFrom !== null && validUntil !== null && Date.parse(validUntil) <= Date.parse(validFrom)) return failed([ENDS_FIRST])
  return ok({ prefix, microsPerMinute, validFrom, validUntil })
}

function isProblem(value: unknown): value is Problem {
  return typeof value === 'object' && value !== null && 'code' in value
}

/** `+4917`, `004917`, `4917`, and `017` as it is dialled in Germany. */
function prefixIn(written: string): string | Problem {
  const plain = written.replaceAll(/[\s()\-/.]/g, '')
  const digits = plain.startsWith('+') ? plain.slice(1) : plain.startsWith('00') ? plain.slice(2) : plain.replace(/^0(?=[1-9])/, '49')
  return /^[1-9]\d{0,14}$/.test(digits) ? `+${digits}` : PREFIX_WRONG
}

function microsIn({ euros, cents }: Cells<PriceField>): number | Problem {
  const [written, unit, field] =
    euros === undefined ? [cents, MICROS_PER_CENT, 'cents' as const] : [euros, MICROS_PER_EURO, 'euros' as const]
  const amount = amountIn(written ?? '')
  if (amount === undefined) return { ...PRICE_WRONG, field }
  const micros = Math.round(amount * unit)
  return micros <= MAX_MICROS ? micros : { ...PRICE_WRONG, field }
}

/** `0,0123`, `0.0123 €`; of two separators the last one is the decimal one. Undefined: no amount. */
function amountIn(written: string): number | undefined {
  const plain = written.replaceAll(/[\s€]|EUR|ct/gi, '')
  const decimal = Math.max(plain.lastIndexOf(','), plain.lastIndexOf('.'))
  const digits = [...plain].map((letter, place) => (letter === ',' || letter === '.' ? (place === decimal ? '.' : '') : letter)).join('')
  return /^\d+(?:\.\d+)?$/.test(digits) ? Number(digits) : undefined
}

/**
 * A day, `01.12.2026` or `2026-12-01`, or a moment in ISO 8601; null: nothing is said. A day to which a price holds is its last one: it ends with the
 * midnight after it.
 */
function momentIn(field: 'validFrom' | 'validUntil', written = ''): string | null | Problem {
  if (written === '') return null
  const german = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(written)
  const day = german === null ? written : `${german[3]}-${german[2]?.padStart(2, '0')}-${german[1]?.padStart(2, '0')}`
  try {
    if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return Temporal.Instant.from(day).toString()
    const date = Temporal.PlainDate.from(day)
    return (field === 'validUntil' ? date.add({ days: 1 }) : date).toZonedDateTime(TIME_ZONE).toInstant().toString()
  } catch {
    return { ...TIME_WRONG, field }
  }
}

const PREFIX_WRONG: Problem = {
  code: 'prefix-wrong',
  field: 'prefix',
  text: { de: 'Kein Nummernanfang. Schreiben Sie ihn wie +4917.', en: 'No beginning of a number. Write it as +4917.' },
}

const PRICE_WRONG: Omit<Problem, 'field'> = {
  code: 'price-wrong',
  text: {
    de: 'Kein Preis für eine Minute, oder mehr als 100 Euro. Schreiben Sie ihn wie 0,0123.',
    en: 'No price for a minute, or more than 100 euros. Write it as 0.0123.',
  },
}

const TIME_WRONG: Omit<Problem, 'field'> = {
  code: 'time-wrong',
  text: { de: 'Kein Tag. Schreiben Sie ihn wie 01.12.2026.', en: 'No day. Write it as 2026-12-01.' },
}

const ENDS_FIRST: Problem = {
  code: 'ends-first',
  field: 'validUntil',
  text: { de: 'Der Preis endet, bevor er beginnt.', en: 'The price ends before it begins.' },
}
