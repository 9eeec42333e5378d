import type { ProfileVersion } from '../../catalogue/catalogue.ts'
import type { ProductItem } from '../../catalogue/item.ts'
import type { ContractTerms } from '../../catalogue/terms.ts'
import { productIn } from '../charges/question.ts'
import { dayWords } from '../charges/words.ts'
import { type Contract, type ContractItem, type Day, isInForce, quantityOn } from '../contract.ts'
import type { ContractDeed } from '../events.ts'
import { withDeeds } from '../fold.ts'
import { earliestItemEnd } from '../terms/earliest-end.ts'
import { brokenCondition } from './conditions.ts'
import { assertOpen } from './open-month.ts'
import { raised } from './raise.ts'
import { ContractRuleBroken } from './refusals.ts'

/** How many there are to be of something. */
export interface WantedItem {
  /** Of the contract's item; absent: a new one of the product `item`. */
  readonly itemId?: string | undefined
  readonly item?: string | undefined
  readonly quantity: number
  readonly siteId?: string | undefined
  readonly subject?: string | undefined
}

/** Quantities that are to hold from a day on: more, fewer, none, or one thing in the place of another. */
export interface WantedChange {
  readonly from: Day
  readonly items: readonly WantedItem[]
  /** Why fewer may be earlier than the terms say; only the operator says so. */
  readonly reason?: string | undefined
}

export interface ChangeFacts {
  /** What is sold on that day: new items get its prices. */
  readonly sold: Pick<ProfileVersion, 'id' | 'file'>
  /** What the contract was made by. */
  readonly terms: ContractTerms
  readonly today: Day
  readonly newId: () => string
}

/** What has to be recorded so that the change is made. Pure: the preview and the change itself are this. Throws `ContractRuleBroken`. */
export function planChange(contract: Contract, wanted: WantedChange, facts: ChangeFacts): readonly ContractDeed[] {
  assertOpen(wanted.from, facts.today)
  assertInForce(contract, wanted.from)
  const changes = wanted.items.map((item) => deedOf(contract, item, wanted, facts))
  const deeds = changes.flatMap(({ deed }) => (deed === undefined ? [] : [deed]))
  const all = changes.some(({ isMore }) => isMore) ? [...deeds, ...raised(contract, facts.terms, wanted.from)] : deeds
  assertConditions(withDeeds(contract, all), facts.sold.file, wanted.from)
  return all
}

/** Throws for a day on which the contract does not run. */
export function assertInForce(contract: Contract, day: Day): void {
  if (isInForce(contract, day)) return
  throw new ContractRuleBroken('contract-ended', {
    en: `The contract does not run on ${dayWords(day).en}.`,
    de: `Am ${dayWords(day).de} läuft der Vertrag nicht.`,
  })
}

/** On that day, and on all on which something is planned later. Throws `ContractRuleBroken`. */
export function assertConditions(contract: Contract, file: ProfileVersion['file'], from: Day): void {
  const { compare } = Temporal.PlainDate
  const later = contract.items
    .flatMap(({ quantities }) => quantities.map((quantity) => quantity.from))
    .filter((day) => compare(day, from) > 0)
  for (const day of [from, ...later].filter((each) => isInForce(contract, each))) {
    const broken = brokenCondition(contract, file, day)
    if (broken !== undefined) throw broken
  }
}

/** Adding so many of a product. Throws for what is not sold so. */
export function itemAdded(
  { item, quantity, siteId, subject }: WantedItem,
  from: Day,
  sold: ChangeFacts['sold'],
  newId: () => string,
): ContractDeed {
  const product = item === undefined ? undefined : productIn(sold.file, item)
  if (product === undefined || product.kind === 'one-off')
    throw new ContractRuleBroken('contract-not-sold', {
      en: `${sold.file.title.en} has no monthly item "${item ?? ''}".`,
      de: `${sold.file.title.de} hat keine monatliche Position „${item ?? ''}“.`,
    })
  assertBegin(product, from)
  return { kind: 'item-added', itemId: newId(), item: product.id, from, quantity, versionId: sold.id, siteId, subject }
}

function deedOf(contract: Contract, wanted: WantedItem, change: WantedChange, facts: ChangeFacts) {
  if (wanted.itemId === undefined) return { deed: itemAdded(wanted, change.from, facts.sold, facts.newId), isMore: wanted.quantity > 0 }
  const item = contract.items.find(({ id }) => id === wanted.itemId)
  if (item === undefined)
    throw new ContractRuleBroken('contract-not-sold', {
      en: `The contract has no item "${wanted.itemId}".`,
      de: `Der Vertrag hat keine Position „${wanted.itemId}“.`,
    })
  const before = quantityOn(contract, item, change.from)
  const isPlanned = item.quantities.some(({ from }) => Temporal.PlainDate.compare(from, change.from) > 0)
  if (wanted.quantity === before && !isPlanned) return { deed: undefined, isMore: false }
  const product = productIn(facts.sold.file, item.item)
  if (wanted.quantity < before && change.reason === undefined) assertNotice(contract, item, product, change.from, facts)
  if (wanted.quantity > before && product !== undefined) assertBegin(product, change.from)
  const deed: ContractDeed = { kind: 'quantity-set', itemId: item.id, from: change.from, quantity: wanted.quantity }
  return { deed, isMore: wanted.quantity > before }
}

/** Fewer only from the day on that the terms allow. */
function assertNotice(
  contract: Contract,
  item: ContractItem,
  product: ProductItem | undefined,
  from: Day,
  { terms, today }: ChangeFacts,
): void {
  const begins = item.quantities[0]?.from ?? contract.begins
  const named = product ?? { id: item.item, kind: 'product' as const }
  const wish = from.subtract({ days: 1 })
  const { until } = earliestItemEnd(contract, { product: named, begins }, terms, { today, wish })
  if (until.equals(wish)) return
  const first = until.add({ days: 1 })
  const title = product?.title ?? { de: item.item, en: item.item }
  throw new ContractRuleBroken('contract-too-early', {
    en: `${title.en}: fewer from ${dayWords(from).en} is not possible; the next possible day is ${dayWords(first).en} (ending on ${dayWords(until).en}).`,
    de: `${title.de}: weniger ab ${dayWords(from).de} geht nicht; der nächstmögliche Tag ist der ${dayWords(first).de} (Ende zum ${dayWords(until).de}).`,
  })
}

/** BIL-04: added at the change of a month. */
function assertBegin({ begins, title }: ProductItem, from: Day): void {
  if (begins === 'any-day' || from.day === 1) return
  const next = from.with({ day: 1 }).add({ months: 1 })
  throw new ContractRuleBroken('contract-condition', {
    en: `${title.en} begins at the change of a month: the next one is ${dayWords(next).en}.`,
    de: `${title.de} beginnt zum Monatswechsel: der nächste ist der ${dayWords(next).de}.`,
  })
}
