import type { ProductItem } from '../../catalogue/item.ts'
import type { ProfileFile } from '../../catalogue/profile-file.ts'
import { dayWords } from '../charges/words.ts'
import { type Contract, type Day, quantityOn, totalOn } from '../contract.ts'
import { ContractRuleBroken } from './refusals.ts'

/** The first condition of the profile that does not hold on a day, for what the contract has then; undefined: all hold (ORD-02, TRK-02, BIL-04). */
export function brokenCondition(contract: Contract, profile: ProfileFile, day: Day): ContractRuleBroken | undefined {
  for (const product of profile.items) {
    if (product.kind === 'one-off') continue
    const quantity = totalOn(contract, product.id, day)
    const broken = quantity === 0 ? brokenByNone(contract, product, day) : brokenBySome(contract, profile, product, quantity, day)
    if (broken !== undefined) return broken
  }
  return undefined
}

/** What has a smallest quantity may go only where something else takes its place. */
function brokenByNone(contract: Contract, { id, minimum, excludes = [], title }: ProductItem, day: Day): ContractRuleBroken | undefined {
  const was = contract.items.some((item) => item.item === id && Temporal.PlainDate.compare(item.quantities[0]?.from ?? day, day) < 0)
  if (minimum === undefined || !was || excludes.some((other) => totalOn(contract, other, day) > 0)) return undefined
  return below(title, minimum, 0, day)
}

function brokenBySome(
  contract: Contract,
  profile: ProfileFile,
  product: ProductItem,
  quantity: number,
  day: Day,
): ContractRuleBroken | undefined {
  const { title, minimum, maximum, follows } = product
  if (follows === undefined && minimum !== undefined && quantity < minimum) return below(title, minimum, quantity, day)
  const most = follows === undefined ? maximum : 1
  if (most !== undefined && quantity > most)
    return new ContractRuleBroken('contract-quantity-not-sold', {
      en: `${title.en}: at most ${most}, and on ${dayWords(day).en} there would be ${quantity}.`,
      de: `${title.de}: höchstens ${most}, und am ${dayWords(day).de} wären es ${quantity}.`,
    })
  const sizes = contract.items.filter(({ item }) => item === product.id).map((item) => quantityOn(contract, item, day))
  const size = sizes.find((each) => each > 0 && !isSize(product, each))
  return size === undefined ? brokenCompany(contract, profile, product, day) : notSold(product, size)
}

function below(title: ProductItem['title'], minimum: number, quantity: number, day: Day): ContractRuleBroken {
  return new ContractRuleBroken('contract-quantity-not-sold', {
    en: `${title.en}: at least ${minimum}, and on ${dayWords(day).en} there would be ${quantity}. Cancel the contract to end it.`,
    de: `${title.de}: mindestens ${minimum}, und am ${dayWords(day).de} wären es ${quantity}. Um es zu beenden, kündigen Sie den Vertrag.`,
  })
}

/** Of each item by itself: two trunks of ten channels are two sizes, not one of twenty. */
function isSize({ sizes }: ProductItem, quantity: number): boolean {
  if (sizes === undefined || sizes.single?.includes(quantity) === true) return true
  const { from = Number.POSITIVE_INFINITY, step = 1 } = sizes
  return quantity >= from && (quantity - from) % step === 0
}

function notSold({ title, sizes }: ProductItem, quantity: number): ContractRuleBroken {
  const { single = [], from, step = 1 } = sizes ?? {}
  const list = [...single, ...(from === undefined ? [] : [from, from + step, `${from + 2 * step} …`])].join(', ')
  return new ContractRuleBroken('contract-quantity-not-sold', {
    en: `${title.en} is sold in these quantities: ${list}; not ${quantity}.`,
    de: `${title.de} gibt es in diesen Mengen: ${list}; nicht ${quantity}.`,
  })
}

/** What else must be there, or must not. */
function brokenCompany(contract: Contract, { items }: ProfileFile, { title, requires, excludes = [] }: ProductItem, day: Day) {
  const named = (id: string): ProductItem['title'] => items.find((item) => item.id === id)?.title ?? { de: id, en: id }
  const there = requires === undefined ? 0 : totalOn(contract, requires.item, day)
  if (requires !== undefined && there < requires.quantity)
    return new ContractRuleBroken('contract-condition', {
      en: `${title.en} needs ${requires.quantity} of “${named(requires.item).en}”, and on ${dayWords(day).en} there would be ${there}.`,
      de: `${title.de} gibt es ab ${requires.quantity} × „${named(requires.item).de}“, und am ${dayWords(day).de} wären es ${there}.`,
    })
  const other = excludes.find((id) => totalOn(contract, id, day) > 0)
  if (other === undefined) return undefined
  return new ContractRuleBroken('contract-condition', {
    en: `${title.en} does not go together with “${named(other).en}”.`,
    de: `${title.de} gibt es nicht zusammen mit „${named(other).de}“.`,
  })
}
