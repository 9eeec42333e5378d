import { inBoth } from '@klinke/platform'
import { type Currency, MICROS_PER_UNIT, type Micros, type Money } from '@klinke/rating'
import { z } from 'zod'

/** Up to 999,999,999.999999: in micro-units still below what a column may have (`money_micros`). */
const AMOUNT = /^(?<sign>-?)(?<units>0|[1-9]\d{0,8})(?:\.(?<fraction>\d{1,6}))?$/
const MICRO_DIGITS = 6
const CENT_DIGITS = 2

/** An amount as the API writes it: decimal text with two to six places, never a floating number: `12.90`, `0.0151`. */
export const decimalAmount = z
  .string()
  .regex(
    AMOUNT,
    inBoth({
      en: 'must be an amount with a point and at most six places, such as 12.90',
      de: 'muss ein Betrag mit Punkt und höchstens sechs Nachkommastellen sein, etwa 12.90',
    }),
  )
  .meta({ examples: ['12.90'] })

/** ISO 4217. */
export const currencyCode = z
  .string()
  .regex(/^[A-Z]{3}$/, inBoth({ en: 'must be a currency such as EUR', de: 'muss eine Währung wie EUR sein' }))
  .meta({ examples: ['EUR'] })

/** Money in the API. */
export const amountSchema = z.object({ amount: decimalAmount, currency: currencyCode })

/** Decimal text of an amount: at least cents, further places where there are. */
export function amountOf(micros: Micros): string {
  const digits = (micros < 0n ? -micros : micros).toString().padStart(MICRO_DIGITS + 1, '0')
  const [units, fraction] = [digits.slice(0, -MICRO_DIGITS), digits.slice(-MICRO_DIGITS)]
  return `${micros < 0n ? '-' : ''}${units}.${fraction.replace(/0+$/, '').padEnd(CENT_DIGITS, '0')}`
}

/** The other way; exact. Throws `RangeError` for what is no amount. */
export function microsOf(text: string): Micros {
  const { sign, units, fraction = '' } = AMOUNT.exec(text)?.groups ?? {}
  if (units === undefined) throw new RangeError(`"${text}" is no amount such as 12.90.`)
  const micros = BigInt(units) * MICROS_PER_UNIT + BigInt(fraction.padEnd(MICRO_DIGITS, '0'))
  return sign === '-' ? -micros : micros
}

/** As `amountSchema` has it. */
export function viewOfMoney({ micros, currency }: Money): z.infer<typeof amountSchema> {
  return { amount: amountOf(micros), currency }
}

/** As `viewOfMoney`, where one currency holds for many amounts. */
export function viewOfMicros(micros: Micros, currency: Currency): z.infer<typeof amountSchema> {
  return { amount: amountOf(micros), currency }
}
