import { randomUUIDv7 } from 'node:crypto'
import type { Tx } from '@klinke/platform'
import { sql } from 'kysely'
import { type CounsellingEntry, counsellingEntries, KNOWN_LINES } from './counselling-lines.ts'

/** The list that holds; without `loadedAt` the one that comes with the program. */
export interface CounsellingList {
  readonly entries: readonly CounsellingEntry[]
  readonly loadedBy: string | null
  readonly loadedAt: Date | null
}

export async function counsellingList(tx: Tx): Promise<CounsellingList> {
  const { rows } = await sql<{ readonly entries: unknown; readonly loaded_by: string; readonly loaded_at: Date }>`
    SELECT entries, loaded_by, loaded_at FROM counselling_list ORDER BY id DESC LIMIT 1`.execute(tx.tables())
  const [row] = rows
  if (row === undefined) return { entries: KNOWN_LINES, loadedBy: null, loadedAt: null }
  return { entries: counsellingEntries.parse(row.entries), loadedBy: row.loaded_by, loadedAt: row.loaded_at }
}

export async function loadCounsellingList(tx: Tx, entries: readonly CounsellingEntry[], by: string, at: Date): Promise<void> {
  await sql`
    INSERT INTO counselling_list (id, entries, loaded_by, loaded_at)
    VALUES (${randomUUIDv7()}, ${JSON.stringify(entries)}, ${by}, ${at})`.execute(tx.tables())
}
