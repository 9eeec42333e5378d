import { dayWords } from '../charges/words.ts'
import type { Day } from '../contract.ts'
import { isUpTo } from '../terms/term-end.ts'
import { ContractRuleBroken } from './refusals.ts'

/** The first day on which something can still change: months that have ended are charged. */
export function firstOpenDay(today: Day): Day {
  return today.with({ day: 1 })
}

/** Throws `ContractRuleBroken` for a day in a month that has ended. */
export function assertOpen(day: Day, today: Day): void {
  const first = firstOpenDay(today)
  if (isUpTo(first, day)) return
  throw new ContractRuleBroken('contract-month-closed', {
    en: `${dayWords(day).en} is in a month that has ended, and is charged. The earliest day is ${dayWords(first).en}.`,
    de: `Der ${dayWords(day).de} liegt in einem abgeschlossenen Monat, der abgerechnet ist. Der früheste Tag ist der ${dayWords(first).de}.`,
  })
}
