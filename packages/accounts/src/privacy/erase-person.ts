import type { Database, Text, Tx } from '@klinke/platform'
import { sql } from 'kysely'
import type { DataKind } from '../retention/data-kind.ts'
import type { RetentionProfile } from '../retention/retention-profile.ts'
import { deleteTenant, type Tenant } from '../tenants/store.ts'
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
  /** Why what stays does: what it is kept for. */
  readonly why: Text
}

export interface ErasureParts {
  readonly kinds: readonly DataKind[]
  /** Deletes an extension with all that belongs to it. Throws what the PBX throws when calls are led to it. */
  readonly removeExtension: (tx: Tx, id: string) => Promise<unknown>
}

/** Deletes somebody (Art. 17 GDPR): the extension with its settings, messages and phone book, and the logins. Tells what went and what stays. */
export function erasePerson(
  tx: Tx,
  parts: ErasureParts,
  tenantId: string,
  person: Person,
  profile: RetentionProfile,
): Promise<readonly Erasure[]> {
  return counted(tx, parts.kinds, tenantId, person, profile, async () => {
    for (const id of person.loginIds) await sql`DELETE FROM login WHERE tenant_id = ${tenantId} AND id = ${id}`.execute(tx.tables())
    for (const id of person.extensionIds) await parts.removeExtension(tx, id)
    // Consents to be written to end with whom they are of; the entries are proof.
  })
}

/** Deletes a customer, and tells what went and what stays of it. */
export function customerErasure(tx: Tx, kinds: readonly DataKind[], { id, profile }: Tenant): Promise<readonly Erasure[]> {
  return counted(tx, kinds, id, undefined, profile.retention ?? {}, async () => void (await deleteTenant(tx, id)))
}

/** Counts before and after. */
async function counted(
  tx: Tx,
  kinds: readonly DataKind[],
  tenantId: string,
  person: Person | undefined,
  profile: RetentionProfile,
  work: () => Promise<void>,
): Promise<readonly Erasure[]> {
  const before = await countKinds(tx, kinds, tenantId, person)
  await work()
  const after = await countKinds(tx, kinds, tenantId, person)
  return kinds.flatMap((kind, index): readonly Erasure[] => {
    const [had = 0, has = 0] = [before[index], after[index]]
    if (had === 0 && has === 0) return []
    const { name, words, rule, about } = kind
    return [{ kind: name, name: words, goes: Math.max(0, had - has), stays: has, until: rule(profile), why: about.purpose }]
  })
}

async function countKinds(tx: Tx, kinds: readonly DataKind[], tenantId: string, person: Person | undefined): Promise<readonly number[]> {
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
