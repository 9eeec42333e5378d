import type { ContractTerms } from '../../catalogue/terms.ts'
import { dayWords } from '../charges/words.ts'
import type { Contract, Day } from '../contract.ts'
import type { ContractDeed, ContractEvent } from '../events.ts'
import { earliestContractEnd } from '../terms/earliest-end.ts'
import { isUpTo } from '../terms/term-end.ts'
import { assertOpen, firstOpenDay } from './open-month.ts'
import { ContractRuleBroken } from './refusals.ts'

/** Notice to the whole contract. */
export interface WantedEnd {
  /** Last day; undefined: the earliest possible one. */
  readonly until: Day | undefined
  /** Why it may end outside the agreed dates; only the operator says so. */
  readonly reason: string | undefined
}

/** Throws `ContractRuleBroken` when it cannot end then, and says when it can. */
export function planEnd(contract: Contract, wanted: WantedEnd, terms: ContractTerms, today: Day): readonly ContractDeed[] {
  if (contract.cancellation !== undefined)
    throw new ContractRuleBroken('contract-cancelled-already', {
      en: `The contract ends on ${dayWords(contract.cancellation.until).en} already. Withdraw that first.`,
      de: `Der Vertrag endet schon zum ${dayWords(contract.cancellation.until).de}. Nehmen Sie diese Kündigung zuerst zurück.`,
    })
  const earliest = earliestContractEnd(contract, terms, { today, wish: wanted.until })
  const until = wanted.until ?? earliest.until
  assertOpen(until.add({ days: 1 }), today)
  if (wanted.reason !== undefined || until.equals(earliest.until)) return [{ kind: 'cancelled', until, reason: wanted.reason }]
  throw new ContractRuleBroken('contract-too-early', {
    en: `The contract cannot end on ${dayWords(until).en}; the next possible end is ${dayWords(earliest.until).en}, with notice by ${dayWords(earliest.noticeBy).en}.`,
    de: `Zum ${dayWords(until).de} kann der Vertrag nicht enden; der nächstmögliche Termin ist der ${dayWords(earliest.until).de}, wenn die Kündigung bis ${dayWords(earliest.noticeBy).de} eingeht.`,
  })
}

/** Takes a notice, or a planned change, back while it is still to come, and what was charged once while its month runs. Throws `ContractRuleBroken`. */
export function planWithdrawal(events: readonly ContractEvent[], eventId: string, today: Day): readonly ContractDeed[] {
  const event = events.find(({ id }) => id === eventId)
  const isGone = events.some((each) => each.kind === 'withdrawn' && each.eventId === eventId)
  const isToCome =
    (event?.kind === 'cancelled' && isUpTo(today, event.until)) ||
    (event?.kind === 'quantity-set' && !isUpTo(event.from, today)) ||
    (event?.kind === 'one-off' && isUpTo(firstOpenDay(today), event.on))
  if (isToCome && !isGone) return [{ kind: 'withdrawn', eventId }]
  throw new ContractRuleBroken('contract-nothing-to-withdraw', {
    en: 'That is no notice and no planned change that is still to come, and nothing charged once in this month. Load the contract again and look at its history.',
    de: 'Das ist keine Kündigung und keine geplante Änderung, die noch bevorsteht, und nichts in diesem Monat einmalig Berechnetes. Laden Sie den Vertrag neu, und sehen Sie in seinen Verlauf.',
  })
}
