import type { Text } from '@klinke/platform'
import type { Currency, Micros } from '@klinke/rating'
import { amountOf } from '../../amounts.ts'
import type { CountingRule } from '../../catalogue/counting.ts'
import type { Day } from '../contract.ts'
import type { Priced } from './unit-prices.ts'

/** `8,50 EUR` and `EUR 8.50`. */
export function moneyWords(micros: Micros, currency: Currency): Text {
  const amount = amountOf(micros)
  return { de: `${amount.replace('.', ',')} ${currency}`, en: `${currency} ${amount}` }
}

/** `30.11.2026` and `2026-11-30`. */
export function dayWords(day: Day): Text {
  return { de: day.toLocaleString('de-DE', { day: '2-digit', month: '2-digit', year: 'numeric' }), en: day.toString() }
}

/** `3 × 8,50 EUR an 12 von 30 Tagen`. */
export function wordsByDays(
  priced: Priced,
  { days, of }: { readonly days: number; readonly of: number },
  included: number,
  currency: Currency,
): Text {
  const counted = times(priced, currency)
  const part = days === of ? { de: 'ganzer Monat', en: 'whole month' } : { de: `${days} von ${of} Tagen`, en: `${days} of ${of} days` }
  return joined([counted, part, ...stepWords(priced), ...includedWords(included)])
}

/** For rules that charge whole months. */
export function wordsOfMonth(rule: CountingRule, priced: Priced, included: number, currency: Currency): Text {
  return joined([times(priced, currency), ruleWords(rule), ...stepWords(priced), ...includedWords(included)])
}

export function wordsOnce(kind: 'set-up' | 'one-off', quantity: number, unitPrice: Micros, on: Day, currency: Currency): Text {
  const day = dayWords(on)
  const what = kind === 'set-up' ? { de: 'Einrichtung', en: 'set-up' } : { de: 'einmalig', en: 'once' }
  return joined([times({ quantity, unitPrice }, currency), { de: `${what.de} am ${day.de}`, en: `${what.en} on ${day.en}` }])
}

export function wordsOfCorrection({ de, en }: Text, what: 'taken-back' | 'charged'): Text {
  return what === 'charged'
    ? { de: `Nachberechnung: ${de}`, en: `charged in addition: ${en}` }
    : { de: `Gutschrift des im Voraus Berechneten: ${de}`, en: `credit of what was charged in advance: ${en}` }
}

function times({ quantity, unitPrice }: Pick<Priced, 'quantity' | 'unitPrice'>, currency: Currency): Text {
  const { de, en } = moneyWords(unitPrice, currency)
  return { de: `${quantity} × ${de}`, en: `${quantity} × ${en}` }
}

/** How a rule counts a month. */
export function ruleWords(rule: CountingRule): Text {
  switch (rule.rule) {
    case 'active-days':
      return {
        de: `an mehr als ${rule.moreThanDays} Tagen des Monats aktiv, ganzer Monat`,
        en: `active on more than ${rule.moreThanDays} days of the month, whole month`,
      }
    case 'month-maximum':
      return { de: 'Höchstzahl des Monats', en: 'highest number of the month' }
    case 'always':
      return { de: 'ganzer Monat, unabhängig von der Nutzung', en: 'whole month, whether used or not' }
    case 'by-days':
      return { de: 'nach Tagen', en: 'by days' }
  }
}

function stepWords({ step }: Priced): readonly Text[] {
  return step === undefined ? [] : [{ de: `Staffelpreis ab ${step}`, en: `price from ${step} on` }]
}

function includedWords(included: number): readonly Text[] {
  return included === 0 ? [] : [{ de: `weitere ${included} inklusive`, en: `${included} more are included` }]
}

function joined(parts: readonly Text[]): Text {
  return { de: parts.map(({ de }) => de).join(', '), en: parts.map(({ en }) => en).join(', ') }
}
