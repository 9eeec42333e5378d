import { assertMayStandAt, isSparse, type NumberState } from '@klinke/accounts'
import type { Tx } from '@klinke/platform'
import { sql } from 'kysely'
import { TrunkRuleBroken } from './refusals.ts'
import { isIn, type TrunkRange } from './sellable.ts'

interface RangeRow {
  readonly e164: string
  readonly size: number
  readonly state: NumberState
  readonly site_id: string | null
  readonly temporary_for: string | null
}

/** The numbers and blocks that lead to trunks, by trunk id, in the order of their digits: those of which any number does. */
export async function rangesByTrunk(tx: Tx, trunkIds: readonly string[]): Promise<ReadonlyMap<string, readonly TrunkRange[]>> {
  if (trunkIds.length === 0) return new Map()
  const { rows } = await sql<RangeRow & { readonly trunk_id: string }>`
    SELECT DISTINCT used.target_id AS trunk_id, range.e164, range.size, range.state, range.site_id, range.temporary_for
    FROM destination_use AS used
      LEFT JOIN phone_number AS number ON used.user_kind = 'number' AND number.e164 = used.user_id
      JOIN number_range AS range ON range.e164 = coalesce(number.range_e164, used.user_id)
    WHERE used.user_kind IN ('number', 'number-range') AND used.target_kind = 'trunk' AND used.target_id IN (${sql.join(trunkIds)})
    ORDER BY range.e164`.execute(tx.tables())
  return new Map([...Map.groupBy(rows, (row) => row.trunk_id)].map(([id, own]) => [id, own.map(fromRow)]))
}

export async function rangesOf(tx: Tx, trunkId: string): Promise<readonly TrunkRange[]> {
  return (await rangesByTrunk(tx, [trunkId])).get(trunkId) ?? []
}

/** The named numbers and blocks of a customer, which nobody else leads anywhere until the end of the transaction. Throws `TrunkRuleBroken` when one is not the customer's, or leads elsewhere than to the trunk. */
export async function rangesNamed(
  tx: Tx,
  tenantId: string,
  firsts: readonly string[],
  trunkId: string | undefined,
): Promise<readonly TrunkRange[]> {
  if (firsts.length === 0) return []
  const { rows } = await sql<RangeRow>`
    SELECT e164, size, state, site_id, temporary_for FROM number_range
    WHERE tenant_id = ${tenantId} AND e164 IN (${sql.join([...new Set(firsts)])}) ORDER BY e164 FOR UPDATE`.execute(tx.tables())
  const missing = firsts.find((first) => !rows.some(({ e164 }) => e164 === first))
  if (missing !== undefined)
    throw new TrunkRuleBroken('trunk-number-unknown', {
      en: `${missing} is neither a single number of the customer nor the first one of a block. GET /number-ranges lists them.`,
      de: `${missing} ist weder eine einzelne Rufnummer des Kunden noch die erste eines Blocks.`,
    })
  await assertFree(tx, tenantId, firsts, trunkId)
  return rows.map(fromRow)
}

async function assertFree(tx: Tx, tenantId: string, firsts: readonly string[], trunkId: string | undefined): Promise<void> {
  const { rows } = await sql<{ readonly e164: string }>`
    SELECT e164 FROM (
      SELECT e164, destination FROM phone_number WHERE tenant_id = ${tenantId} AND range_e164 IN (${sql.join(firsts)})
      UNION ALL SELECT e164, destination FROM number_range WHERE tenant_id = ${tenantId} AND e164 IN (${sql.join(firsts)})) AS own
    WHERE destination IS NOT NULL AND destination ->> 'targetId' IS DISTINCT FROM ${trunkId ?? null}
    ORDER BY e164 LIMIT 1`.execute(tx.tables())
  const led = rows[0]?.e164
  if (led === undefined) return
  throw new TrunkRuleBroken('trunk-number-led-elsewhere', {
    en: `${led} leads elsewhere already. Take it away there first: PATCH /numbers/${led} {"destination": null}.`,
    de: `${led} führt schon woandershin. Nehmen Sie die Rufnummer dort zuerst fort.`,
  })
}

/** Leads all numbers of a range to the trunk: a large block as a whole. */
export async function leadToTrunk(tx: Tx, tenantId: string, { first, size }: TrunkRange, trunkId: string): Promise<void> {
  const destination = JSON.stringify({ kind: 'trunk', targetId: trunkId })
  const leading = isSparse(size)
    ? sql`UPDATE number_range SET destination = ${destination}::jsonb WHERE tenant_id = ${tenantId} AND e164 = ${first}`
    : sql`UPDATE phone_number SET destination = ${destination}::jsonb WHERE tenant_id = ${tenantId} AND range_e164 = ${first}`
  await leading.execute(tx.tables())
}

/** The numbers of a range lead nowhere any more, as far as they led to the trunk. */
export async function takeFromTrunk(tx: Tx, tenantId: string, first: string, trunkId: string): Promise<void> {
  await sql`
    UPDATE number_range SET destination = NULL
    WHERE tenant_id = ${tenantId} AND e164 = ${first} AND destination ->> 'targetId' = ${trunkId}`.execute(tx.tables())
  await sql`
    UPDATE phone_number SET destination = NULL
    WHERE tenant_id = ${tenantId} AND range_e164 = ${first} AND destination ->> 'targetId' = ${trunkId}`.execute(tx.tables())
}

/** Throws `NoSuchSite` or `WrongOrtsnetz`. */
export async function putRangeAt(tx: Tx, tenantId: string, first: string, siteId: string | null): Promise<void> {
  if (siteId !== null) await assertMayStandAt(tx, tenantId, siteId, first)
  await sql`UPDATE number_range SET site_id = ${siteId} WHERE tenant_id = ${tenantId} AND e164 = ${first}`.execute(tx.tables())
}

/** Throws `TrunkRuleBroken` unless it is a number of the ranges, or none. */
export function assertHeadNumber(headNumber: string | null | undefined, ranges: readonly TrunkRange[]): void {
  if (headNumber === null || headNumber === undefined || ranges.some((range) => isIn(headNumber, range))) return
  throw new TrunkRuleBroken('trunk-head-number-not-here', {
    en: `${headNumber} is no number of this trunk, so it cannot be its head number.`,
    de: `${headNumber} ist keine Rufnummer dieses Trunks und kann nicht seine Kopfnummer sein.`,
  })
}

function fromRow({ e164: first, size, state, site_id: siteId, temporary_for: temporaryFor }: RangeRow): TrunkRange {
  return { first, size, state, siteId, temporaryFor }
}
