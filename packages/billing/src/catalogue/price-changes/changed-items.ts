import type { Text } from '@klinke/platform'
import type { Currency } from '@klinke/rating'
import { type ChargeQuestion, pricedOn, productIn } from '../../contracts/charges/question.ts'
import { unitPrices } from '../../contracts/charges/unit-prices.ts'
import { moneyWords, ruleWords } from '../../contracts/charges/words.ts'
import { type Contract, type Day, onDay, versionOn } from '../../contracts/contract.ts'
import type { ProductItem } from '../item.ts'
import type { ProfileFile } from '../profile-file.ts'

/** One thing that changes what is paid, as it was and as it will be. */
export interface ChangedItem {
  /** The item, and where it is not its price, what of it. */
  readonly title: Text
  readonly before: Text
  readonly after: Text
}

/** An item with what of its profile says how it is charged. */
interface Charged {
  readonly product: ProductItem
  readonly profile: ProfileFile
}

const NOTHING: Text = { de: 'nichts', en: 'nothing' }

/**
 * What becomes of what a contract has, and of what is counted by itself, by another version of its profile (BIL-07): each price, volume step, set-up fee, included
 * quantity and rule of counting. What stays as it is is not there; nor is what the version does not sell any more, which keeps its price.
 */
export function changedItems(contract: Contract, to: ProfileFile, from: Day, versions: ChargeQuestion['versions']): readonly ChangedItem[] {
  const heldId = versionOn(contract, from)
  const held = heldId === undefined ? undefined : versions(heldId)
  if (held === undefined) return []
  const { currency } = contract
  const booked = contract.items.flatMap(({ item, prices, quantities }) => {
    const [now, next] = [pricedOn(prices, item, from, versions), productIn(to, item)]
    const isThere = (onDay(quantities, from)?.quantity ?? 0) > 0
    if (now === undefined || next === undefined || !isThere) return []
    return [[item, differences({ product: now, profile: held }, { product: next, profile: to }, currency)] as const]
  })
  const byUse = to.items.flatMap((next) => {
    if (next.quantityFrom !== 'use') return []
    const now = pricedOn(contract.versions, next.id, from, versions)
    return [[next.id, differences(now && { product: now, profile: held }, { product: next, profile: to }, currency)] as const]
  })
  const items = new Map([...booked, ...byUse])
  return [...items.values()].flat().concat(roundingOf(held, to))
}

/** `before` is undefined for what is counted by itself from now on, and was not so far. */
function differences(before: Charged | undefined, after: Charged, currency: Currency): readonly ChangedItem[] {
  const { title } = after.product
  const [old, next] = [before === undefined ? new Map<string, Facet>() : facetsOf(before, currency), facetsOf(after, currency)]
  const named = [...new Map([...old, ...next])].map(([key, { part }]) => ({ key, part }))
  const changed = named.flatMap(({ key, part }) => {
    const [was, is] = [old.get(key)?.says ?? NOTHING, next.get(key)?.says ?? NOTHING]
    return was.en === is.en ? [] : [{ title: within(title, part), before: was, after: is }]
  })
  return [...changed, ...stepsOf(before, after, currency)]
}

/** Steps are told together, so that nobody reads a price that is another one's: who is in a step does not pay the item's own price. */
function stepsOf(before: Charged | undefined, after: Charged, currency: Currency): readonly ChangedItem[] {
  const [old, next] = [before?.product, after.product]
  const steps = [...(old?.volume?.steps ?? []), ...(next.volume?.steps ?? [])].map(({ from }) => from)
  const prices = (product: ProductItem | undefined) => JSON.stringify([product?.price, product?.volume], bigintAsText)
  if (steps.length === 0 || prices(old) === prices(next)) return []
  return [...new Set(steps)]
    .toSorted((one, other) => one - other)
    .map((from) => ({
      title: within(next.title, { de: `ab ${from}`, en: `from ${from} on` }),
      before: old === undefined ? NOTHING : priceAt(old, from, currency),
      after: priceAt(next, from, currency),
    }))
}

/** What that unit costs. */
function priceAt(product: ProductItem, unit: number, currency: Currency): Text {
  const [priced] = unitPrices(product, { before: unit - 1, quantity: 1, total: unit, included: 0 })
  const { de, en } = moneyWords(priced?.unitPrice ?? product.price, currency)
  if (product.volume?.applies === 'to-further' || priced?.step === undefined) return { de, en }
  return { de: `${de} für alle`, en: `${en} for all` }
}

interface Facet {
  /** Undefined: the price itself. */
  readonly part: Text | undefined
  readonly says: Text
}

function facetsOf({ product, profile }: Charged, currency: Currency): ReadonlyMap<string, Facet> {
  const { price, setUp = 0n, quota = [], counting = 'default', follows, minimum, vat, kind } = product
  const named = (id: string): Text => productIn(profile, id)?.title ?? { de: id, en: id }
  const rule = profile.counting[counting]
  const facets: [string, Facet][] = [
    ['price', { part: undefined, says: moneyWords(price, currency) }],
    ['set-up', { part: { de: 'Einrichtung', en: 'set-up' }, says: moneyWords(setUp, currency) }],
    ...quota.map(({ item, quantity }): [string, Facet] => {
      const { de, en } = named(item)
      return [`quota ${item}`, { part: { de: `darin enthalten: ${de}`, en: `included: ${en}` }, says: number(quantity) }]
    }),
  ]
  if (rule !== undefined && kind !== 'one-off') facets.push(['counting', { part: COUNTING, says: countingWords(rule) }])
  if (follows !== undefined) facets.push(['follows', { part: { de: 'gebucht für alle', en: 'booked for all' }, says: named(follows) }])
  if (minimum !== undefined) facets.push(['minimum', { part: { de: 'mindestens', en: 'at least' }, says: number(minimum) }])
  if (vat !== 'standard') facets.push(['vat', { part: { de: 'Umsatzsteuer', en: 'VAT' }, says: VAT_WORDS[vat] }])
  return new Map(facets)
}

const COUNTING: Text = { de: 'Zählung', en: 'counting' }
const VAT_WORDS = { reduced: { de: 'ermäßigter Satz', en: 'reduced rate' }, none: { de: 'keine', en: 'none' } } as const

function countingWords(rule: ProfileFile['counting'][string]): Text {
  const { de, en } = ruleWords(rule)
  return rule.due === 'advance'
    ? { de: `${de}, im Voraus`, en: `${en}, in advance` }
    : { de: `${de}, im Nachhinein`, en: `${en}, in arrears` }
}

const ROUNDING_WORDS: Readonly<Record<ProfileFile['rounding']['mode'], Text>> = {
  'half-up': { de: 'kaufmännisch', en: 'half up' },
  'half-even': { de: 'zur geraden Ziffer', en: 'half to even' },
  up: { de: 'auf', en: 'up' },
  down: { de: 'ab', en: 'down' },
}

function roundingOf(before: ProfileFile, after: ProfileFile): readonly ChangedItem[] {
  const [old, next] = [before.rounding.mode, after.rounding.mode]
  if (old === next) return []
  const title = { de: 'Rundung von Bruchteilen eines Cents', en: 'Rounding of fractions of a cent' }
  return [{ title, before: ROUNDING_WORDS[old], after: ROUNDING_WORDS[next] }]
}

function within(title: Text, part: Text | undefined): Text {
  return part === undefined ? title : { de: `${title.de}, ${part.de}`, en: `${title.en}, ${part.en}` }
}

function number(quantity: number): Text {
  return { de: `${quantity}`, en: `${quantity}` }
}

function bigintAsText(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? `${value}` : value
}
