import type { Micros } from '@klinke/rating'
import { amountIn, isBooked } from './booked-amount.ts'
import { all, type Element, textAt } from './xml-tree.ts'

/** Opening balance, or the closing one of the statement before. */
const OPENING: ReadonlySet<string> = new Set(['OPBD', 'PRCD'])

/** Whether a statement is whole, as far as it says so: as many entries as it names, which lead from the opening balance to the closing one. */
export function addsUp(statement: Element): boolean {
  const entries = all(statement, 'Ntry')
  const named = textAt(statement, 'TxsSummry', 'TtlNtries', 'NbOfNtries')
  if (named !== undefined && Number(named) !== entries.length) return false
  const [opening, closing] = [balance(statement, (code) => OPENING.has(code)), balance(statement, (code) => code === 'CLBD')]
  if (opening === undefined || closing === undefined) return true
  return entries.filter(isBooked).reduce((sum, entry) => sum + signedIn(entry), opening) === closing
}

function balance(statement: Element, is: (code: string) => boolean): Micros | undefined {
  const found = all(statement, 'Bal').find((each) => is(textAt(each, 'Tp', 'CdOrPrtry', 'Cd') ?? ''))
  return found && signedIn(found)
}

function signedIn(element: Element): Micros {
  const amount = amountIn(element, undefined)
  if (amount === undefined) return 0n
  return amount.isCredit ? amount.micros : -amount.micros
}
