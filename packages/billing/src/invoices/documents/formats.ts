import type { Language } from '@klinke/platform'
import type { Currency, Micros } from '@klinke/rating'
import { amountOf } from '../../amounts.ts'

const LOCALES = { de: 'de-DE', en: 'en-GB' } as const

/** How amounts and days are written in a document. No amount is ever a floating number: Intl takes decimal text as it is. */
export interface Formats {
  /** `1.234,50 €`; more places than two where a price has them. */
  money(micros: Micros, currency: Currency): string
  quantity(quantity: number): string
  /** Thousandths as `19 %`. */
  percent(permille: number): string
  /** `01.10.2026` of an ISO 8601 date. */
  day(day: string): string
  /** `Oktober 2026` of any day in it. */
  month(day: string): string
}

export function formatsOf(language: Language): Formats {
  const locale = LOCALES[language]
  const plain = new Intl.NumberFormat(locale)
  const percent = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 })
  const day = new Intl.DateTimeFormat(locale, { day: '2-digit', month: '2-digit', year: 'numeric', timeZone: 'UTC' })
  const month = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' })
  return {
    money: (micros, currency) => {
      const amount = new Intl.NumberFormat(locale, { style: 'currency', currency, minimumFractionDigits: 2, maximumFractionDigits: 6 })
      return amount.format(amountOf(micros) as Intl.StringNumericLiteral)
    },
    quantity: (quantity) => plain.format(quantity),
    percent: (permille) => `${percent.format(permille / 10)} %`,
    day: (text) => day.format(new Date(`${text}T00:00:00Z`)),
    month: (text) => month.format(new Date(`${text}T00:00:00Z`)),
  }
}
