import type { Answer } from '../../api/operation.ts'
import { e164Of } from '../../shared/destinations/phone-number.ts'

export type Line = Answer<'GET /counselling-lines'>['entries'][number]

/** What people enter of a line; empty: not said. Days as ISO 8601. */
export interface LineValues {
  readonly number: string
  readonly name: string
  readonly from: string
  readonly until: string
}

/** Short codes, such as 116 123, are dialled without an area code; the list has them behind +49. */
const SHORT_CODE = /^1\d{4,5}$/
/** As the server takes them; shorter ones would hide whole networks. */
const LISTED = /^\+[1-9]\d{5,14}$/

/** The number of a line as the list has it; undefined: it is none. */
export function listedNumber(written: string): string | undefined {
  const number = e164Of(written)
  const listed = SHORT_CODE.test(number) ? `+49${number}` : number
  return LISTED.test(listed) ? listed : undefined
}

/** Tells lines of the list apart: a number may stand there for several times. */
export function keyOf({ number, from = '', until = '' }: Line): string {
  return `${number} ${from} ${until}`
}

export function valuesOf({ number, name, from = '', until = '' }: Line): LineValues {
  return { number, name, from, until }
}

/** `number` as the list has it. */
export function lineOf({ name, from, until }: LineValues, number: string): Line {
  return { number, name: name.trim(), ...(from !== '' && { from }), ...(until !== '' && { until }) }
}
