import assert from 'node:assert/strict'
import { amountOf } from '../../amounts.ts'
import type { ProfileFile } from '../../catalogue/profile-file.ts'
import { chargesOf } from '../charges/charges-of.ts'
import type { Counted } from '../charges/question.ts'
import type { ContractHistory } from '../events.ts'
import { BERLIN } from './written-contract.ts'

/** The lines of a month, each in one line of text; `versions` by their ids. */
export function charged(
  history: ContractHistory,
  period: string,
  versions: Readonly<Record<string, ProfileFile>>,
  counted: readonly Counted[] = [],
): readonly string[] {
  const known = (id: string): ProfileFile => {
    const version = versions[id]
    assert.ok(version, id)
    return version
  }
  const lines = chargesOf(history, { period: Temporal.PlainYearMonth.from(period), timeZone: BERLIN, versions: known, counted })
  return lines.map(
    ({ item, siteId, quantity, from, until, micros, kind }) =>
      `${kind === 'recurring' ? '' : `${kind} `}${item}${siteId === undefined ? '' : `@${siteId}`} ${quantity}: ${from.toString().slice(5)}–${until.toString().slice(5)} = ${amountOf(micros)}`,
  )
}
