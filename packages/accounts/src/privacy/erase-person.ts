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
  /** Why what stays does: what it is kept for. */
  readonly why: Text
}

export interface ErasureParts {
  readonly kinds: readonly DataKind[]
  /** Deletes an extension with all that belongs to it. Throws what the PBX throws when calls are led to it. */
  readonly removeExtension: (tx: Tx, id: string) => Promise<unknown>
}

/**
 * Deletes somebody (Art. 17 GDPR): the logins, and the extension with its settings, messages and phone book. An extension that is others', too, stays, and with
 * it their logins. Tells what went and what stays.
 */
export function erasePerson(
  tx: Tx,
  parts: ErasureParts,
  tenantId: string,
  person: Person,
  profile: RetentionProfile,
): Promise<readonly Erasure[]> {
  return counted(tx, parts.kinds, tenantId, person, profile, async () => {
    const shared = new Set((await sharersOf(tx, tenantId, person)).map(({ extension_id }) => extension_id))
    for (const id of person.loginIds) await sql`DELETE FROM login WHERE tenant_id = ${tenantId} AND id = ${id}`.execute(tx.tables())
    for (const id of person.extensionIds) if (!shared.has(id)) await parts.removeExtension(tx, id)
    // Consents to be written to end with whom they are of; the entries are proof.
  })
}

/** What whoever deletes somebody should know before: that an extension stays because it is others', too, or which logins go with it. */
export async function erasureNotes(tx: Tx, tenantId: string, person: Person): Promise<readonly Text[]> {
  const sharers = (await sharersOf(tx, tenantId, person)).map(({ name }) => name)
  const numbers = person.extensionNumbers.join(', ')
  if (sharers.length > 0)
    return [
      {
        de: `Die Nebenstelle ${numbers} bleibt mit ihren Daten: Auch ${sharers.join(', ')} arbeitet damit. Gelöscht wird nur der Zugang.`,
        en: `The extension ${numbers} stays with its data: ${sharers.join(', ')} works with it, too. Only the login is deleted.`,
      },
    ]
  if (person.extensionIds.length === 0 || person.loginIds.length < 2) return []
  const { rows } = await sql<{ readonly name: string }>`
    SELECT name FROM login WHERE tenant_id = ${tenantId} AND id = ANY(${person.loginIds}::uuid[]) ORDER BY name`.execute(tx.tables())
  const all = rows.map(({ name }) => name).join(', ')
  return [
    {
      de: `Mit der Nebenstelle ${numbers} gehen alle ihre Zugänge: ${all}.`,
      en: `With the extension ${numbers} go all of its logins: ${all}.`,
    },
  ]
}

/** Others who sign in with one of the person's extensions. */
async function sharersOf(
  tx: Tx,
  tenantId: string,
  { extensionIds, loginIds }: Person,
): Promise<readonly { readonly name: string; readonly extension_id: string }[]> {
  const { rows } = await sql<{ readonly name: string; readonly extension_id: string }>`
    SELECT name, extension_id FROM login WHERE tenant_id = ${tenantId}
      AND extension_id = ANY(${extensionIds}::uuid[]) AND id <> ALL(${loginIds}::uuid[]) ORDER BY name`.execute(tx.tables())
  return rows
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
