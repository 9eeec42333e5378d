import { formatIn } from '../formats.ts'
import type { Language } from '../texts.ts'

/** As the API has money: decimal text with its currency. */
export interface Amount {
  readonly amount: string
  readonly currency: string
}

/** `8,50 €`: every place that the text has, none of them calculated with. */
export function moneyText({ amount, currency }: Amount, language: Language): string {
  const places = amount.split('.')[1]?.length ?? 0
  const format = new Intl.NumberFormat(language === 'de' ? 'de-DE' : 'en-GB', {
    style: 'currency',
    currency,
    minimumFractionDigits: Math.max(2, places),
  })
  return format.format(Number(amount))
}

/** A day of the calendar, `2026-11-30`, wherever the browser is. */
export function civilDay(day: string, language: Language): string {
  return formatIn(language, 'UTC').date(day)
}
