import type { Contract } from '../contract.ts'
import type { ContractHistory } from '../events.ts'
import { contractOf } from '../fold.ts'
import type { ChargeLine } from './charge-line.ts'
import { beginMs, type Month } from './month.ts'
import { once } from './once.ts'
import type { ChargeQuestion } from './question.ts'
import { recurring } from './recurring.ts'
import { wordsOfCorrection } from './words.ts'

/**
 * What a contract costs on the invoice of a month that has ended (BIL-03): of that month what is due in arrears and what was once, of the next month what is due in
 * advance, and what the month became otherwise than was charged for it in advance. Pure: the same history gives the same lines, whenever it is asked; what was recorded
 * after the month counts for later ones. So the sum of all invoices is what was used, whatever changed when.
 */
export function chargesOf(history: ContractHistory, question: ChargeQuestion): readonly ChargeLine[] {
  const { period, timeZone } = question
  const next = period.add({ months: 1 })
  const contract = contractOf(history, beginMs(next, timeZone))
  if (contract === undefined) return []
  const before = contractOf(history, beginMs(period, timeZone))
  return [
    ...recurring(contract, period, 'arrears', question),
    ...corrections(contract, before, period, question),
    ...once(contract, period, question),
    ...recurring(contract, next, 'advance', question),
  ]
}

/** Of what was charged in advance for the month: lines that became others are taken back, and those that they became are charged. */
function corrections(contract: Contract, before: Contract | undefined, period: Month, question: ChargeQuestion): readonly ChargeLine[] {
  const became = recurring(contract, period, 'advance', question)
  const charged = before === undefined ? [] : recurring(before, period, 'advance', question)
  return [
    ...charged.filter((line) => !became.some((other) => isSame(line, other))).map((line) => correction(line, 'taken-back')),
    ...became.filter((line) => !charged.some((other) => isSame(line, other))).map((line) => correction(line, 'charged')),
  ]
}

function isSame(one: ChargeLine, other: ChargeLine): boolean {
  return one.id === other.id && one.quantity === other.quantity && one.micros === other.micros
}

function correction(line: ChargeLine, what: 'taken-back' | 'charged'): ChargeLine {
  const micros = what === 'charged' ? line.micros : -line.micros
  return { ...line, id: `${line.id}/${what}`, kind: 'correction', micros, counted: wordsOfCorrection(line.counted, what) }
}
