import { DEFAULT_PROFILE } from '@klinke/accounts'
import type { Tx } from '@klinke/platform'
import type { ProfileFile } from '../catalogue/profile-file.ts'
import { type Contract, type Day, isInForce, quantityOn, totalOn, versionOn } from '../contracts/contract.ts'
import type { ContractHistory } from '../contracts/events.ts'
import { versionsIn } from '../contracts/route-parts.ts'
import { listHistories } from '../contracts/store.ts'
import type { OrderParts } from './order-parts.ts'
import { type Made, NO_TERMS, type OrderTerms } from './order-terms.ts'
import { ordersOnTheWay, type StoredOrder } from './store.ts'
import { ACCOUNT } from './trunk-tasks.ts'

/** As REC-01 counts it: 10 GB are 10 × 2^30 octets. */
const GIGABYTE = 1024 ** 3

/** Contracts that a customer has or had. */
export function tenantContracts(tx: Tx, tenantId: string): Promise<readonly ContractHistory[]> {
  return listHistories(tx, { tenantId })
}

/** What a version of a profile says of orders, and what it sets an exchange to. */
export type FileOf = (versionId: string) => Pick<ProfileFile, 'orders' | 'settings'>

/** Items with what their profile says of them: `channel` of one product is not that of another. */
interface Counted {
  readonly terms: OrderTerms
  readonly settings: ProfileFile['settings']
  /** Nothing of it is had any more. */
  readonly hasEnded: boolean
  readonly totalOf: (item: string) => number
  /** Each line by itself. */
  readonly linesOf: (item: string) => readonly number[]
}

export interface TotalFacts {
  /** By the version of the profile. */
  readonly fileOf: FileOf
  readonly contracts: readonly Contract[]
  /** Orders that are in no contract yet. */
  readonly wanted: readonly { readonly versionId: string; readonly items: readonly WantedCount[] }[]
  readonly on: Day
}

interface WantedCount {
  readonly item: string
  readonly quantity: number
}

/** How many calls at a time the customer's contracts have together; undefined: they say nothing of it. */
export function channelsOf(facts: TotalFacts): number | undefined {
  return sumOf(facts, (made) => (made.makes === 'channels' ? made.each : 0))
}

/** How many extensions there may be; undefined: the contracts say nothing of it. */
export function extensionsOf(facts: TotalFacts): number | undefined {
  return sumOf(facts, ({ makes }) => (makes === 'extensions' ? 1 : 0))
}

/** Room for recordings and mailboxes together (REC-01); undefined: no contract sells any. What several products include is had once. */
export function storageOf(facts: TotalFacts): number | undefined {
  const settings = includedOf(facts, 'storage')
  if (settings === undefined) return undefined
  const included = Math.max(...settings.map((each) => each?.storageBytes ?? DEFAULT_PROFILE.storageBytes))
  const gigabytes = sumOf(facts, (made) => (made.makes === 'storage' ? made.gigabytes : 0)) ?? 0
  return included + gigabytes * GIGABYTE
}

/** Providers that may be brought along, with those that the products include (TRK-12); undefined: no contract sells any. */
export function carriersOf(facts: TotalFacts): number | undefined {
  const settings = includedOf(facts, 'own-carriers')
  if (settings === undefined) return undefined
  const included = settings.reduce((sum, each) => sum + (each?.ownCarriers ?? 0), 0)
  return included + (sumOf(facts, ({ makes }) => (makes === 'own-carriers' ? 1 : 0)) ?? 0)
}

/**
 * Settings of all that the customer has by now, whether they sell the thing or only include it; undefined: none sells it or sold it, so that nobody has booked any, or
 * all have ended.
 */
function includedOf(facts: TotalFacts, thing: 'storage' | 'own-carriers'): readonly ProfileFile['settings'][] | undefined {
  const all = countedOf(facts)
  if (!all.some(({ terms }) => terms.provisions?.some(({ makes }) => makes === thing))) return undefined
  const running = all.filter(({ hasEnded }) => !hasEnded)
  return running.length === 0 ? undefined : running.map(({ settings }) => settings)
}

/** How many teams of a kind are booked. */
export function teamsOf(facts: TotalFacts, kind: 'group' | 'queue' | 'room'): number {
  return sumOf(facts, ({ makes }) => (makes === `${kind}s` ? 1 : 0)) ?? 0
}

/** How many trunks of a product are booked, of all sizes or with so many channels: a line is one, of accounts each unit. */
export function trunksOf(facts: TotalFacts, product: string, channels?: number): number {
  const each = (lines: readonly number[]) =>
    product === ACCOUNT
      ? lines.reduce((sum, quantity) => sum + quantity, 0)
      : lines.filter((quantity) => quantity > 0 && (channels === undefined || quantity === channels)).length
  return countedOf(facts).reduce(
    (sum, { terms, linesOf }) =>
      (terms.provisions ?? []).reduce(
        (more, made) => (made.makes === 'trunk' && made.product === product ? more + each(linesOf(made.item)) : more),
        sum,
      ),
    0,
  )
}

function sumOf(facts: TotalFacts, each: (made: Made) => number): number | undefined {
  const total = countedOf(facts).reduce(
    (sum, { terms, totalOf }) => (terms.provisions ?? []).reduce((more, made) => more + each(made) * totalOf(made.item), sum),
    0,
  )
  return total === 0 ? undefined : total
}

/** A contract that begins later counts as on its first day: what was set up for it stays. */
function countedOf({ fileOf, contracts, wanted, on }: TotalFacts): readonly Counted[] {
  return [
    ...contracts.flatMap((contract): readonly Counted[] => {
      const day = Temporal.PlainDate.compare(on, contract.begins) < 0 ? contract.begins : on
      const versionId = versionOn(contract, day)
      return versionId === undefined
        ? []
        : [
            {
              ...partsOf(fileOf(versionId)),
              hasEnded: !isInForce(contract, day),
              totalOf: (item) => totalOn(contract, item, day),
              linesOf: (item) => linesOn(contract, item, day),
            },
          ]
    }),
    ...wanted.map(({ versionId, items }) => ({
      ...partsOf(fileOf(versionId)),
      hasEnded: false,
      totalOf: (item: string) => items.reduce((sum, each) => sum + (each.item === item ? each.quantity : 0), 0),
      linesOf: (item: string) => items.flatMap((each) => (each.item === item ? [each.quantity] : [])),
    })),
  ]
}

function partsOf({ orders = NO_TERMS, settings }: ReturnType<FileOf>): Pick<Counted, 'terms' | 'settings'> {
  return { terms: orders, settings }
}

function linesOn(contract: Contract, item: string, day: Day): readonly number[] {
  return contract.items.flatMap((each) => (each.item === item ? [quantityOn(contract, each, day)] : []))
}

/** The profiles of all that a customer has and has ordered, for `TotalFacts`; another one throws. */
export async function filesOfCustomer(
  { database, catalogue }: Pick<OrderParts, 'database' | 'catalogue'>,
  order: Pick<StoredOrder, 'id' | 'tenantId' | 'versionId'>,
): Promise<FileOf> {
  const { tenantId } = order
  const held =
    tenantId === undefined
      ? []
      : await database.withOperator(async (tx) => [
          ...(await tenantContracts(tx, tenantId)).flatMap(versionsIn),
          ...(await ordersOnTheWay(tx, order)).map(({ versionId }) => versionId),
        ])
  return catalogue.versions([order.versionId, ...held])
}
