import { randomUUIDv7 } from 'node:crypto'
import { DEFAULT_TIME_ZONE, entanglementOf, findSite, findTenant, rangesLeftBehind } from '@klinke/accounts'
import { type InvalidRequest, NotFound, type Text, type Tx } from '@klinke/platform'
import type { Catalogue, ProfileVersion } from '../catalogue/catalogue.ts'
import { ContractRuleBroken } from '../contracts/changes/refusals.ts'
import type { Day } from '../contracts/contract.ts'
import type { ContractDeed, ContractHistory } from '../contracts/events.ts'
import { contractIn, foundHistory, soldOn, versionsIn } from '../contracts/route-parts.ts'
import { earliestContractEnd, earliestItemEnd } from '../contracts/terms/earliest-end.ts'
import { earliestMove, leavesOrtsnetz, type MoveFacts, moveFaults, noticeDaysOf } from './earliest-move.ts'
import { withInstallation } from './installation.ts'
import { historyOf, planContractChange, planNewContract } from './order-contract.ts'
import { orderFaults } from './order-faults.ts'
import type { ChangeOrder, MoveOrder, NewOrder, OrderForm } from './order-form.ts'
import type { OrderParts } from './order-parts.ts'
import { type OrderPrice, priceOf } from './order-price.ts'
import { NO_TERMS, type OrderTerms } from './order-terms.ts'
import { orderedMoveOf } from './ordered-move.ts'
import type { Provisioning } from './provisioning.ts'
import { orderDay } from './store.ts'

/** When something can end if notice arrives today. */
export interface EarliestOfItem {
  /** Of the contract; undefined: the contract itself. */
  readonly itemId: string | undefined
  readonly title: Text
  /** Last day. */
  readonly until: Day
  readonly noticeBy: Day
}

/** An order looked at before it is given. */
export interface OrderPreview {
  readonly version: ProfileVersion
  readonly price: OrderPrice
  /** Of a month, as it is without the order; undefined: there was no contract. */
  readonly monthlyBefore: OrderPrice | undefined
  /** What the profile or the contract does not allow; none: it can be ordered. */
  readonly faults: InvalidRequest['errors']
  /** Shown before anybody clicks: what is to be less or none, and the contract. */
  readonly earliest: readonly EarliestOfItem[]
  /** Undefined: nothing moves. */
  readonly move: MovePreview | undefined
}

/** What becomes of the numbers of a site that moves (NUM-02), and when it can. */
export interface MovePreview {
  readonly numbersStay: boolean
  readonly ending: MoveFacts['ending']
  readonly earliest: Day
}

/** The contract that an order changes. */
export interface ChangedContract {
  readonly history: ContractHistory
  /** Of the site that moves; undefined: none does. */
  readonly move: MoveFacts | undefined
}

/** Throws `NotFound` for a contract or a site that the transaction does not see; undefined: the order makes one. */
export async function changedContract(
  tx: Tx,
  form: OrderForm,
  provisioning: Provisioning | undefined,
): Promise<ChangedContract | undefined> {
  if (form.kind === 'new') return undefined
  const history = await foundHistory(tx, form.contractId)
  if (form.kind === 'change') return { history, move: undefined }
  const site = await findSite(tx, form.siteId)
  if (site === undefined || site.tenantId !== history.tenantId) throw new NotFound('site', form.siteId)
  const tenant = await findTenant(tx, site.tenantId)
  const { areaCode } = form.site
  const ending = (await rangesLeftBehind(tx, site, areaCode)).map(({ e164, size }) => ({ first: e164, size }))
  const firsts = ending.map(({ first }) => first)
  const facts = {
    entangled: await entanglementOf(tx, site, areaCode),
    standing: (await provisioning?.standing(tx, site, firsts)) ?? { numbers: [], trunks: [] },
    otherOrder: await orderedMoveOf(tx, site.id),
  }
  return { history, move: { site, noticeDays: noticeDaysOf(tenant?.profile ?? {}), ending, ...facts } }
}

/** Looks at an order: its price, what is wrong with it, from when on it is possible. `about`: the contract that it changes. Throws `InvalidRequest` when nobody sells that. */
export async function previewOrder(
  { catalogue, clock }: Pick<OrderParts, 'catalogue' | 'clock'>,
  form: OrderForm,
  about?: ChangedContract,
): Promise<OrderPreview> {
  const today = orderDay(new Date(clock.epochMs()))
  const wish = Temporal.PlainDate.from(form.wishDate)
  const on = Temporal.PlainDate.compare(wish, today) < 0 ? today : wish
  const profile = form.kind === 'new' ? form.profileId : (about?.history.profile ?? '')
  const version = await soldOn(catalogue, profile, on, form.kind === 'new' ? '/form/profileId' : '/form/contractId')
  const faults = orderFaults(form, version.file.orders ?? NO_TERMS, version.file, today)
  if (form.kind === 'new') return previewNew(form, version, on, today, faults)
  if (about === undefined) throw new NotFound('contract', form.contractId)
  return previewChange(catalogue, form, about, version, today, faults)
}

function previewNew(form: NewOrder, version: ProfileVersion, on: Day, today: Day, faults: InvalidRequest['errors']): OrderPreview {
  const customerKind = form.customer.kind ?? version.file.settings?.customerKind
  const facts = { sold: version, today, newId: randomUUIDv7, customerKind }
  const plan = planned(() => planNewContract(withInstallation(form, version.file), on, facts))
  const versions = () => version.file
  const history = historyOf(plan.deeds)
  const price = plan.deeds.length === 0 ? nothing(version) : priceOf(history, on, versions, DEFAULT_TIME_ZONE)
  return { version, price, monthlyBefore: undefined, faults: [...faults, ...plan.faults], earliest: [], move: undefined }
}

async function previewChange(
  catalogue: Catalogue,
  form: ChangeOrder | MoveOrder,
  { history: before, move }: ChangedContract,
  version: ProfileVersion,
  today: Day,
  faults: InvalidRequest['errors'],
): Promise<OrderPreview> {
  const contract = contractIn(before)
  const held = contract.versions.findLast(({ from }) => Temporal.PlainDate.compare(from, today) <= 0) ?? contract.versions[0]
  const terms = held === undefined ? version.file.terms : (await catalogue.version(held.versionId)).file.terms
  const plan = planned(() => planContractChange(contract, form, { sold: version, terms, today, newId: randomUUIDv7 }))
  const read = await catalogue.versions([...versionsIn(before), version.id])
  const wish = Temporal.PlainDate.from(form.wishDate)
  const price = priceOf(historyOf(plan.deeds, before), wish, read, DEFAULT_TIME_ZONE, before)
  const items = form.items.flatMap((item) => ('itemId' in item ? (contract.items.find(({ id }) => id === item.itemId) ?? []) : []))
  const { orders = NO_TERMS } = version.file
  const named = (item: string) => version.file.items.find(({ id }) => id === item)
  return {
    ...{ version, price, monthlyBefore: priceOf(before, wish, read, DEFAULT_TIME_ZONE) },
    faults: [...faults, ...plan.faults, ...(form.kind === 'move' && move !== undefined ? moveFaults(form, move, orders, today) : [])],
    move: form.kind === 'move' && move !== undefined ? movePreview(form, move, orders, today) : undefined,
    earliest: [
      ...items.map((item): EarliestOfItem => {
        const product = named(item.item) ?? { id: item.item, kind: 'product' as const, title: { de: item.item, en: item.item } }
        const begins = item.quantities[0]?.from ?? contract.begins
        const { until, noticeBy } = earliestItemEnd(contract, { product, begins }, terms, { today })
        return { itemId: item.id, title: product.title, until, noticeBy }
      }),
      { itemId: undefined, title: version.file.title, ...pick(earliestContractEnd(contract, terms, { today })) },
    ],
  }
}

function pick({ until, noticeBy }: { readonly until: Day; readonly noticeBy: Day }) {
  return { until, noticeBy }
}

function movePreview(form: MoveOrder, facts: MoveFacts, terms: OrderTerms, today: Day): MovePreview {
  return {
    numbersStay: !leavesOrtsnetz(form, facts),
    ending: facts.ending,
    earliest: earliestMove(terms, facts.noticeDays, today),
  }
}

function nothing(version: ProfileVersion): OrderPrice {
  return { currency: version.file.currency, monthly: [], once: [], monthlySum: 0n, onceSum: 0n }
}

/** What a rule of contracts forbids is a fault of the order, told with the others. */
function planned(plan: () => readonly ContractDeed[]): {
  readonly deeds: readonly ContractDeed[]
  readonly faults: InvalidRequest['errors']
} {
  try {
    return { deeds: plan(), faults: [] }
  } catch (error) {
    if (!(error instanceof ContractRuleBroken)) throw error
    return { deeds: [], faults: [{ pointer: '/form/items', detail: { en: error.message, de: error.german ?? error.message } }] }
  }
}
