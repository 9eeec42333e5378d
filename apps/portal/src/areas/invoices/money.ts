import type { Language } from '../../shared/texts.ts'

const LOCALES: Readonly<Record<Language, string>> = { de: 'de-DE', en: 'en-GB' }

/** An amount of the API, exact: decimal text goes to Intl as it is. */
export function moneyText({ amount, currency }: { readonly amount: string; readonly currency: string }, language: Language): string {
  return new Intl.NumberFormat(LOCALES[language], { style: 'currency', currency, maximumFractionDigits: 6 }).format(amount as `${number}`)
}

/** A day of the API, `2026-11-02`, as the language writes it. */
export function dayText(day: string, language: Language): string {
  return new Intl.DateTimeFormat(LOCALES[language], { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`))
}

/** The month that a day is in. */
export function monthText(day: string, language: Language): string {
  return new Intl.DateTimeFormat(LOCALES[language], { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  )
}
