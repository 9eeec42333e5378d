import { moneyText } from '../../shared/billing/money.ts'
import type { Language } from '../../shared/texts.ts'

const AMOUNT = /^-?\d{1,12}(?:\.\d{1,6})?$/

/** `0,0151` and `0.0151` as the API takes amounts; what is none stays as it is written, for the check to tell. */
export function amountIn(written: string): string {
  return written.trim().replace(',', '.')
}

/** As a field shows it: with a comma in German. */
export function amountField(amount: string | null, language: Language): string {
  return language === 'de' ? (amount ?? '').replace('.', ',') : (amount ?? '')
}

/** `0,0151 €`; what is no amount as it is written. */
export function priceText(amount: string, currency: string, language: Language): string {
  return AMOUNT.test(amount) ? moneyText({ amount, currency }, language) : amount
}
