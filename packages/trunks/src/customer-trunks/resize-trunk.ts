import type { Tx } from '@klinke/platform'
import { rangesOf } from './ranges.ts'
import { TrunkRuleBroken } from './refusals.ts'
import { trunkProduct } from './rules.ts'
import { editTrunk } from './sell-trunk.ts'
import { deleteTrunk, listTrunks, type StoredTrunk } from './store.ts'
import { trunkInUse } from './trunk-in-use.ts'

/** Another size of a trunk that is there. */
export interface Resizing {
  readonly product: string
  readonly before: number
  readonly channels: number
  /** Which it is; null: the only one of the product that has so many channels as before. */
  readonly name: string | null
  /** So many of the old size are booked, and keep it. */
  readonly stay: number
}

/** An upgrade or a downgrade (ORD-02 [T]): the trunk keeps its numbers and accounts. Gives its name. Throws `TrunkRuleBroken`. */
export async function resizeTrunk(tx: Tx, tenantId: string, { product, before, channels, name, stay }: Resizing): Promise<string> {
  const all = await trunksOf(tx, tenantId, product)
  const fitting = name === null ? sized(all, { before, channels, stay }) : all.filter((trunk) => trunk.name === name)
  const [trunk, other] = fitting
  if (trunk === undefined || other !== undefined) throw unclear(fitting.length === 0 ? all : fitting, name)
  if (trunk.channels !== channels) await editTrunk(tx, trunk, await rangesOf(tx, trunk.id), { channels })
  return trunk.name
}

/** Those of the old size; where there are no more than stay, whoever sells has resized it already. */
export function sized<Trunk extends Pick<StoredTrunk, 'channels'>>(
  all: readonly Trunk[],
  { before, channels, stay }: Pick<Resizing, 'before' | 'channels' | 'stay'>,
): readonly Trunk[] {
  const old = all.filter((trunk) => trunk.channels === before)
  return old.length > stay ? old : all.filter((trunk) => trunk.channels === channels)
}

/** Trunks of a product of which fewer are booked than there are. */
export interface TrunkSurplus {
  readonly product: string
  /** Undefined: of any size. */
  readonly channels: number | undefined
  readonly stay: number
  readonly most: number
  readonly named: readonly string[]
}

/**
 * Takes away the trunks that are named, then those to which no numbers lead; gives their names. Throws `InUse` for one to which numbers lead, and `TrunkRuleBroken` where
 * it is not known which go.
 */
export async function takeTrunksAway(tx: Tx, tenantId: string, surplus: TrunkSurplus): Promise<readonly string[]> {
  const all = await trunksOf(tx, tenantId, surplus.product)
  const count = Math.min(surplus.most, all.length - surplus.stay)
  if (count <= 0) return []
  const ranges = new Map<string, readonly string[]>()
  for (const { id } of all)
    ranges.set(
      id,
      (await rangesOf(tx, id)).map(({ first }) => first),
    )
  const named = all.filter(({ name }) => surplus.named.includes(name))
  const free = all.filter(
    (trunk) =>
      !named.includes(trunk) &&
      (surplus.channels === undefined || trunk.channels === surplus.channels) &&
      (ranges.get(trunk.id) ?? []).length === 0,
  )
  const going = [...named, ...free].slice(0, count)
  if (going.length < count) throw unclear(all, null)
  for (const { id, name } of going) {
    const firsts = ranges.get(id) ?? []
    if (firsts.length > 0) throw trunkInUse(name, firsts)
    await deleteTrunk(tx, id)
  }
  return going.map(({ name }) => name)
}

async function trunksOf(tx: Tx, tenantId: string, product: string): Promise<readonly StoredTrunk[]> {
  const wanted = trunkProduct.parse(product)
  return (await listTrunks(tx)).filter((trunk) => trunk.tenantId === tenantId && trunk.product === wanted)
}

function unclear(trunks: readonly StoredTrunk[], name: string | null): TrunkRuleBroken {
  const list = trunks.map((trunk) => `“${trunk.name}” (${trunk.channels})`).join(', ')
  const german = trunks.map((trunk) => `„${trunk.name}“ (${trunk.channels})`).join(', ')
  if (trunks.length === 0)
    return new TrunkRuleBroken('trunk-unclear', {
      en: 'The customer has no trunk of this product.',
      de: 'Einen Trunk dieses Produkts hat der Kunde nicht.',
    })
  return new TrunkRuleBroken('trunk-unclear', {
    en: `${name === null ? 'It is not known which trunk is meant' : `There is no trunk “${name}” of this product`}. Name one of ${list}, with its channels; only one to which no numbers lead can be taken away.`,
    de: `${name === null ? 'Es ist nicht klar, welcher Trunk gemeint ist' : `Einen Trunk „${name}“ dieses Produkts gibt es nicht`}. Nennen Sie einen von ${german}, in Klammern die Kanäle; fortnehmen lässt sich nur einer, zu dem keine Rufnummern führen.`,
  })
}
