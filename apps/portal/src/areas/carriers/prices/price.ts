import type { Answer } from '../../../api/operation.ts'

export type PrefixPrices = Answer<'GET /carriers/{carrierId}/prices/{prefix}'>
export type Rate = PrefixPrices['rates'][number]

const MICROS = 1_000_000
/** Carriers reckon in parts of a cent. */
const PLACES = 6

/** Millionths of a euro as an amount. */
export function pricePerMinute(micros: number, language: 'de' | 'en'): string {
  const format = { style: 'currency', currency: 'EUR', minimumFractionDigits: 4, maximumFractionDigits: PLACES } as const
  return new Intl.NumberFormat(language === 'de' ? 'de-DE' : 'en-GB', format).format(micros / MICROS)
}

/** One price as the form has it; days as the browser's fields have them, `''`: not limited. */
export interface RateValues {
  readonly euros: number | ''
  readonly firstDay: string
  readonly lastDay: string
  /** As it is stored: a moment within a day stays what it is, unless another day is entered. */
  readonly stored: Pick<Rate, 'validFrom' | 'validUntil'>
}

export const NEW_RATE: RateValues = { euros: '', firstDay: '', lastDay: '', stored: { validFrom: null, validUntil: null } }

export function rateValuesOf({ microsPerMinute, validFrom, validUntil }: Rate): RateValues {
  const stored = { validFrom, validUntil }
  return { euros: microsPerMinute / MICROS, firstDay: firstDayOf(validFrom), lastDay: lastDayOf(validUntil), stored }
}

export function rateOf({ euros, firstDay, lastDay, stored }: RateValues): Rate {
  return {
    microsPerMinute: Math.round(Number(euros) * MICROS),
    validFrom: firstDay === firstDayOf(stored.validFrom) ? stored.validFrom : midnight(firstDay, 0),
    validUntil: lastDay === lastDayOf(stored.validUntil) ? stored.validUntil : midnight(lastDay, 1),
  }
}

/** At which rows prices begin while an earlier one still holds; the server refuses them as well. */
export function overlapsIn(rates: readonly RateValues[]): readonly number[] {
  const sorted = rates.map((values, place) => ({ ...rateOf(values), place })).toSorted((a, b) => begin(a) - begin(b))
  return sorted.flatMap(({ place, ...rate }, index) => {
    const before = sorted[index - 1]
    return before !== undefined && end(before) > begin(rate) ? [place] : []
  })
}

export function endsFirst(values: RateValues): boolean {
  const rate = rateOf(values)
  return end(rate) <= begin(rate)
}

function begin({ validFrom }: Pick<Rate, 'validFrom'>): number {
  return validFrom === null ? 0 : Date.parse(validFrom)
}

function end({ validUntil }: Pick<Rate, 'validUntil'>): number {
  return validUntil === null ? Number.POSITIVE_INFINITY : Date.parse(validUntil)
}

function firstDayOf(iso: string | null): string {
  return iso === null ? '' : dayOf(new Date(iso))
}

/** Stored is the moment at which it ends: the midnight after the last day. */
function lastDayOf(iso: string | null): string {
  return iso === null ? '' : dayOf(new Date(Date.parse(iso) - 1))
}

/** Where the browser is. */
function dayOf(at: Date): string {
  const two = (value: number): string => String(value).padStart(2, '0')
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
}

function midnight(day: string, daysLater: number): string | null {
  if (day === '') return null
  const at = new Date(`${day}T00:00`)
  at.setDate(at.getDate() + daysLater)
  return at.toISOString()
}
