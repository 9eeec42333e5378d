import type { Database, Text, Tx } from '@klinke/platform'
import { sql } from 'kysely'
import type { DataKind } from '../retention/data-kind.ts'
import type { RetentionProfile } from '../retention/retention-profile.ts'
import { countRows, rowsOf } from './personal-rows.ts'
import type { Person } from './subject.ts'

/** What a deletion takes of a kind, and what stays for how long. */
export interface Erasure {
  readonly kind: string
  readonly name: Text
  /** Rows that go at once. */
  readonly goes: number
  /** Rows that stay, by the rule: the law or the bill needs them. */
  readonly stays: number
  readonly until: Text
}

export interface ErasureParts {
  readonly kinds: readonly DataKind[]
  /** Deletes an extension with all that belongs to it. Throws what the PBX throws when calls are led to it. */
  readonly removeExtension: (tx: Tx, id: string) => Promise<unknown>
}

/** Deletes somebody (Art. 17 GDPR): the extension with its settings, messages and phone book, and the logins. Tells what went and what stays. */
export async function erasePerson(
  tx: Tx,
  parts: ErasureParts,
  tenantId: string,
  person: Person,
  profile: RetentionProfile,
): Promise<readonly Erasure[]> {
  const before = await countKinds(tx, parts.kinds, tenantId, person)
  for (const id of person.loginIds) await sql`DELETE FROM login WHERE tenant_id = ${tenantId} AND id = ${id}`.execute(tx.tables())
  for (const id of person.extensionIds) await parts.removeExtension(tx, id)
  // Consents to be written to end with whom they are of; the entries are proof.
  const after = await countKinds(tx, parts.kinds, tenantId, person)
  return parts.kinds.flatMap((kind, index): readonly Erasure[] => {
    const [had = 0, has = 0] = [before[index], after[index]]
    return had === 0 ? [] : [{ kind: kind.name, name: kind.words, goes: had - has, stays: has, until: kind.rule(profile) }]
  })
}

async function countKinds(tx: Tx, kinds: readonly DataKind[], tenantId: string, person: Person): Promise<readonly number[]> {
  const counts: number[] = []
  for (const { tables } of kinds) {
    let count = 0
    for (const table of tables) {
      const condition = rowsOf(table, tenantId, person)
      if (condition !== undefined) count += await countRows(tx, table, condition)
    }
    counts.push(count)
  }
  return counts
}

/** Tells a transaction to take all back. */
class TakenBack extends Error {}

/** What `erasePerson` would do: it is done, counted, and taken back. */
export async function erasurePreview(database: Database, work: (tx: Tx) => Promise<readonly Erasure[]>): Promise<readonly Erasure[]> {
  let found: readonly Erasure[] = []
  try {
    await database.withOperator(async (tx) => {
      found = await work(tx)
      throw new TakenBack()
    })
  } catch (error) {
    if (!(error instanceof TakenBack)) throw error
  }
  return found
}
