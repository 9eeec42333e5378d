import type { CustomerKind } from '@klinke/accounts'
import type { ProfileVersion } from '../catalogue/catalogue.ts'
import type { ContractTerms } from '../catalogue/terms.ts'
import { planBegin } from '../contracts/changes/begin.ts'
import { planEnd } from '../contracts/changes/end.ts'
import { planOneOff } from '../contracts/changes/one-off.ts'
import { firstOpenDay } from '../contracts/changes/open-month.ts'
import { assertConditions, planChange, type WantedItem } from '../contracts/changes/plan-change.ts'
import { productIn } from '../contracts/charges/question.ts'
import type { Contract, Day } from '../contracts/contract.ts'
import type { ContractDeed, ContractHistory } from '../contracts/events.ts'
import { contractOf, withDeeds } from '../contracts/fold.ts'
import type { ChangeOrder, MoveOrder, NewOrder } from './order-form.ts'

/** What planning a contract of an order needs. */
export interface ContractFacts {
  /** Prices of the order. */
  readonly sold: Pick<ProfileVersion, 'id' | 'file'>
  readonly today: Day
  readonly newId: () => string
  /** Of who orders; absent: `enterprise`. */
  readonly customerKind?: CustomerKind | undefined
}

/**
 * The deeds of an ordered contract that begins: what begins at the change of a month only (BIL-04) begins with the next one, one-off items on the first day. Throws
 * `ContractRuleBroken`.
 */
export function planNewContract(
  { items, termMonths }: Pick<NewOrder, 'items' | 'termMonths'>,
  begins: Day,
  facts: ContractFacts,
): readonly ContractDeed[] {
  const { sold, today } = facts
  const productOf = ({ item }: { readonly item: string }) => productIn(sold.file, item)
  const once = items.filter((item) => productOf(item)?.kind === 'one-off')
  const monthly = items.filter((item) => !once.includes(item))
  const later = begins.day === 1 ? [] : monthly.filter((item) => productOf(item)?.begins === 'month')
  const atOnce = monthly.filter((item) => !later.includes(item))
  // A contract may have begun in a month that has ended: what it costs is charged from the one that runs on.
  const open = laterOf(begins, firstOpenDay(today))
  const begun = planBegin(sold, { begins, termMonths, items: atOnce, customerKind: facts.customerKind }, facts)
  const contract = begunBy(begun)
  const change = { sold, terms: sold.file.terms, today, newId: facts.newId }
  const nextMonth = begins.with({ day: 1 }).add({ months: 1 })
  const followed = later.length === 0 ? [] : planChange(contract, { from: laterOf(nextMonth, open), items: later }, change)
  const charged = once.flatMap((item) => planOneOff(contract, { ...item, on: open }, change))
  assertConditions(withDeeds(contract, followed), sold.file, open)
  return [...begun, ...followed, ...charged]
}

/** The deeds of an order that changes a contract; its notice arrived with it. Throws `ContractRuleBroken`. */
export function planContractChange(
  contract: Contract,
  order: Pick<ChangeOrder, 'items' | 'cancel' | 'wishDate'> | Pick<MoveOrder, 'items' | 'wishDate'>,
  facts: ContractFacts & { readonly terms: ContractTerms; readonly siteId?: string | undefined },
): readonly ContractDeed[] {
  const { sold, siteId } = facts
  const from = Temporal.PlainDate.from(order.wishDate)
  const isOnce = (item: (typeof order.items)[number]) => 'item' in item && productIn(sold.file, item.item)?.kind === 'one-off'
  const monthly: readonly WantedItem[] = order.items
    .filter((item) => !isOnce(item))
    .map((item) => ('itemId' in item ? item : { ...item, siteId }))
  const changed = monthly.length === 0 ? [] : planChange(contract, { from, items: monthly }, facts)
  const charged = order.items.flatMap((item) =>
    'item' in item && isOnce(item) ? planOneOff(contract, { ...item, siteId, on: from }, facts) : [],
  )
  const cancel = 'cancel' in order ? order.cancel : null
  const until = cancel?.until === undefined ? undefined : Temporal.PlainDate.from(cancel.until)
  const ended = cancel === null ? [] : planEnd(contract, { until, reason: undefined }, facts.terms, facts.today)
  return [...changed, ...charged, ...ended]
}

/** A contract that is not kept: for looking ahead. */
export function historyOf(deeds: readonly ContractDeed[], before?: ContractHistory): ContractHistory {
  const recordedAtMs = before?.events.at(-1)?.recordedAtMs ?? 0
  const { id = '', tenantId = '', profile = '', events = [] } = before ?? {}
  const added = deeds.map((deed, index) => ({ ...deed, id: `planned-${index}`, recordedAtMs, recordedBy: '' }))
  return { id, tenantId, profile, events: [...events, ...added] }
}

function laterOf(one: Day, other: Day): Day {
  return Temporal.PlainDate.compare(one, other) < 0 ? other : one
}

function begunBy(deeds: readonly ContractDeed[]): Contract {
  const contract = contractOf(historyOf(deeds))
  if (contract === undefined) throw new Error('A contract has no beginning.')
  return contract
}
