import { DEFAULT_TIME_ZONE } from '@klinke/accounts'
import type { Language } from '@klinke/platform'
import { LocalClock, shownAmount } from '@klinke/rating'
import { amountOf } from '../../amounts.ts'
import { viewOfNumber } from '../../rated-calls/cut-number.ts'
import type { ItemisedBill } from '../bill.ts'
import type { BillSums } from '../bill-sums.ts'
import { callLinesOf } from '../bill-sums.ts'
import type { FoundCall, Statement } from '../call-scope.ts'
import type { ZoneNames } from '../zone-names.ts'
import { billWords, decimalText, marksOf, minutesText } from './bill-words.ts'

/** What a file is written from. */
export interface BillFile {
  readonly bill: ItemisedBill
  readonly statement: Statement
  readonly language: Language
  readonly zones: ZoneNames
  /** By their ids. */
  readonly sites: ReadonlyMap<string, string>
  readonly extensions: ReadonlyMap<string, string>
}

/** Date and time of day of a moment, where the customer is. */
export class BillTimes {
  readonly #clock = new LocalClock(DEFAULT_TIME_ZONE)

  /** `['02.10.2026', '10:00', ':05']` */
  of(at: Date): readonly [day: string, minute: string, second: string] {
    const text = new Date(this.#clock.localMs(at.getTime())).toISOString()
    return [`${text.slice(8, 10)}.${text.slice(5, 7)}.${text.slice(0, 4)}`, text.slice(11, 16), text.slice(16, 19)]
  }
}

/** What the language calls a site or extension that calls left by. */
export function placeNames({ sites, extensions, language }: BillFile, { siteId, extensionId }: Pick<FoundCall, 'siteId' | 'extensionId'>) {
  const words = billWords[language]
  return {
    site: siteId === '' ? words.noSite : (sites.get(siteId) ?? siteId),
    extension: extensionId === '' ? words.noExtension : (extensions.get(extensionId) ?? extensionId),
  }
}

/** What a call costs in words; of calls that somebody else bills nothing is known. */
export function priceText(
  { amount }: Pick<FoundCall, 'amount'>,
  { language, statement }: Pick<BillFile, 'language' | 'statement'>,
): string {
  if (statement === 'separate') return ''
  return amount === 0n ? billWords[language].included : decimalText(shownAmount(amount), language)
}

export function calledText({ called }: Pick<FoundCall, 'called'>, { rule }: ItemisedBill): string {
  return viewOfNumber(called, rule.shown === 'full')
}

export function zoneText(call: FoundCall, { zones, language }: BillFile): string {
  return zones.of(call)?.[language] ?? ''
}

export function kindText(call: FoundCall, language: Language): string {
  return marksOf(call, language)
}

/** The lines below the calls: what is not listed, the cents, and what the invoice says. */
export function closingLines(file: BillFile, { groups, hidden }: BillSums): readonly (readonly [string, string])[] {
  const { bill, language, statement } = file
  const words = billWords[language]
  if (statement === 'separate') return [[words.separate, '']]
  const exact = groups.reduce((sum, { amount }) => sum + amount, hidden.amount)
  const { total } = callLinesOf(bill.invoice)
  const rounding = total - exact / 60n
  const summed = bill.terms.counsellingLines === 'summed'
  const unlisted = words.hidden(summed ? hidden.calls : null, summed ? minutesText(hidden.seconds) : null)
  return [
    ...(isShown(hidden, summed) ? [[unlisted, decimalText(shownAmount(hidden.amount), language)] as const] : []),
    ...(rounding === 0n ? [] : [roundingLine(rounding, file)]),
    [words.total, decimalText(amountOf(total), language)] as const,
  ]
}

/** Without a sign: spreadsheets take what begins with one for a formula. */
function roundingLine(rounding: bigint, { language }: BillFile): readonly [string, string] {
  const { roundedUp, roundedDown } = billWords[language]
  return rounding > 0n ? [roundedUp, decimalText(amountOf(rounding), language)] : [roundedDown, decimalText(amountOf(-rounding), language)]
}

/** That somebody called for nothing is told only where sums are told. */
function isShown({ calls, amount }: BillSums['hidden'], summed: boolean): boolean {
  return amount > 0n || (summed && calls > 0)
}
