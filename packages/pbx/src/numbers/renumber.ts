import { blockSize, numbersOfBlock } from '@klinke/accounts'
import type { Tx } from '@klinke/platform'
import type { CallDestination, FaxDestination } from '../destinations/destination.ts'
import { leadFaxes, leadNumber } from './store.ts'

interface LedTables {
  readonly phone_number: {
    readonly e164: string
    readonly tenant_id: string
    readonly range_e164: string
    readonly destination: CallDestination | null
    readonly fax: FaxDestination | null
  }
  readonly extension: { readonly id: string; readonly tenant_id: string; outgoing_number: string | null }
}

/** A number or block by its first number. */
export interface NumberBlock {
  readonly first: string
  readonly size: number
}

/** An old number with the one that takes its place; null: there was none left. */
export interface Renumbered {
  readonly from: string
  readonly to: string | null
}

/**
 * Gives what old numbers led to and showed to new ones: with the same last digits where the blocks are alike, else the next free one. Old numbers lead nowhere
 * afterwards. Gives what became of each that was used, in order of the digits.
 */
export async function renumber(
  tx: Tx,
  tenantId: string,
  { old, gained }: { readonly old: readonly NumberBlock[]; readonly gained: readonly NumberBlock[] },
): Promise<readonly Renumbered[]> {
  const tables = tx.tables<LedTables>()
  const { used, showing } = await usedOf(
    tx,
    tenantId,
    old.map(({ first }) => first),
  )
  const pairs = pairNumbers(
    used.map(({ e164 }) => e164),
    { old, gained },
  )
  for (const { e164, destination, fax } of used) {
    const to = pairs.find(({ from }) => from === e164)?.to ?? null
    await leadNumber(tx, e164, null)
    await leadFaxes(tx, e164, null)
    if (to !== null) await leadNumber(tx, to, destination)
    if (to !== null) await leadFaxes(tx, to, fax)
    const change = tables.updateTable('extension').set({ outgoing_number: to }).where('tenant_id', '=', tenantId)
    if (showing.has(e164)) await change.where('outgoing_number', '=', e164).execute()
  }
  return pairs
}

/** Those numbers of the blocks that lead somewhere or are shown, in order of the digits; `firsts`: of the blocks. */
export async function usedNumbers(tx: Tx, tenantId: string, firsts: readonly string[]): Promise<readonly string[]> {
  return (await usedOf(tx, tenantId, firsts)).used.map(({ e164 }) => e164)
}

async function usedOf(tx: Tx, tenantId: string, firsts: readonly string[]) {
  const tables = tx.tables<LedTables>()
  const query = tables.selectFrom('phone_number').select(['e164', 'range_e164', 'destination', 'fax']).where('tenant_id', '=', tenantId)
  const rows = firsts.length === 0 ? [] : await query.where('range_e164', 'in', firsts).orderBy('e164').execute()
  const shown = tables.selectFrom('extension').select(['id', 'outgoing_number']).where('tenant_id', '=', tenantId)
  const numbers = rows.map(({ e164 }) => e164)
  const extensions = numbers.length === 0 ? [] : await shown.where('outgoing_number', 'in', numbers).execute()
  const showing = new Set(extensions.map(({ outgoing_number: number }) => number))
  return { used: rows.filter(({ e164, destination, fax }) => destination !== null || fax !== null || showing.has(e164)), showing }
}

/** Which new number takes the place of each old one: that at the same place of the block of the same rank, else the first that is free. */
export function pairNumbers(
  used: readonly string[],
  { old, gained }: { readonly old: readonly NumberBlock[]; readonly gained: readonly NumberBlock[] },
): readonly Renumbered[] {
  const blocks = gained.map(numbersIn)
  const olds = old.map(numbersIn)
  const samePlace = (e164: string): string | undefined => {
    const rank = olds.findIndex((block) => block.includes(e164))
    return blocks[rank]?.[olds[rank]?.indexOf(e164) ?? -1]
  }
  const kept = new Set(used.flatMap((from) => samePlace(from) ?? []))
  const free = blocks.flat().filter((to) => !kept.has(to))
  return used.map((from) => ({ from, to: samePlace(from) ?? free.shift() ?? null }))
}

function numbersIn({ first, size }: NumberBlock): readonly string[] {
  return numbersOfBlock(first, blockSize.parse(size))
}
