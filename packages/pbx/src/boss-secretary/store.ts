import type { Tx } from '@klinke/platform'
import type { ColumnType } from 'kysely'
import { assertTarget, assertTargetsIn } from '../destinations/store.ts'
import { findExtension } from '../extensions/store.ts'
import {
  DEFAULT_SECRETARIAT_SETTINGS,
  type Secretariat,
  type SecretariatChange,
  type SecretariatSettings,
  type Secretariats,
  SecretaryOfItself,
  secretariatSettings,
} from './rules.ts'

interface SecretariatTables {
  readonly secretariat: {
    readonly boss_id: string
    readonly tenant_id: string
    readonly active: boolean
    readonly settings: ColumnType<Partial<SecretariatSettings>, string, string>
  }
  readonly secretariat_member: {
    readonly boss_id: string
    readonly secretary_id: string
    readonly tenant_id: string
    readonly position: number
  }
}

/** By tenant id. */
export async function loadSecretariats(tx: Tx): Promise<ReadonlyMap<string, Secretariats>> {
  const rows = await readSecretariats(tx)
  const byTenant = Map.groupBy(rows, ({ tenantId }) => tenantId)
  return new Map(
    [...byTenant].map(([tenantId, own]) => [tenantId, new Map(own.map(({ secretariat }) => [secretariat.bossId, secretariat]))]),
  )
}

/** By the boss's extension id. */
export async function listSecretariats(tx: Tx): Promise<readonly Secretariat[]> {
  return (await readSecretariats(tx)).map(({ secretariat }) => secretariat)
}

export async function findSecretariat(tx: Tx, bossId: string): Promise<Secretariat | undefined> {
  return (await readSecretariats(tx, bossId))[0]?.secretariat
}

/**
 * Changes what is given; the first change makes the secretariat. Undefined when there is no such extension. Throws `NoSuchTarget` or
 * `SecretaryOfItself`.
 */
export async function changeSecretariat(tx: Tx, bossId: string, change: SecretariatChange): Promise<Secretariat | undefined> {
  const boss = await findExtension(tx, bossId, 'for update')
  if (boss === undefined) return undefined
  const before = await findSecretariat(tx, bossId)
  const { secretaries, active = before?.active ?? false, ...given } = change
  const known = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
  const settings = secretariatSettings.parse({ ...DEFAULT_SECRETARIAT_SETTINGS, ...before?.settings, ...known })
  await assertTargetsIn(tx, boss.tenantId, settings)
  const fields = { active, settings: JSON.stringify(settings) }
  await tx
    .tables<SecretariatTables>()
    .insertInto('secretariat')
    .values({ boss_id: bossId, tenant_id: boss.tenantId, ...fields })
    .onConflict((conflict) => conflict.column('boss_id').doUpdateSet(fields))
    .execute()
  if (secretaries !== undefined) await saveMembers(tx, boss.tenantId, bossId, secretaries)
  return { bossId, active, settings, secretaries: secretaries ?? before?.secretaries ?? [] }
}

/** False when there is none. */
export async function deleteSecretariat(tx: Tx, bossId: string): Promise<boolean> {
  const result = await tx.tables<SecretariatTables>().deleteFrom('secretariat').where('boss_id', '=', bossId).executeTakeFirst()
  return result.numDeletedRows > 0n
}

async function saveMembers(tx: Tx, tenantId: string, bossId: string, secretaries: readonly string[]): Promise<void> {
  if (secretaries.includes(bossId)) throw new SecretaryOfItself()
  for (const targetId of secretaries) await assertTarget(tx, tenantId, { kind: 'extension', targetId })
  const tables = tx.tables<SecretariatTables>()
  await tables.deleteFrom('secretariat_member').where('boss_id', '=', bossId).execute()
  const rows = secretaries.map((secretary, position) => ({ boss_id: bossId, secretary_id: secretary, tenant_id: tenantId, position }))
  if (rows.length > 0) await tables.insertInto('secretariat_member').values(rows).execute()
}

/** All that `tx` sees, or one boss's. Settings that are younger than a row have their defaults. */
async function readSecretariats(
  tx: Tx,
  bossId?: string,
): Promise<readonly { readonly tenantId: string; readonly secretariat: Secretariat }[]> {
  const tables = tx.tables<SecretariatTables>()
  let found = tables.selectFrom('secretariat').selectAll().orderBy('boss_id')
  let members = tables.selectFrom('secretariat_member').selectAll().orderBy('position')
  if (bossId !== undefined) {
    found = found.where('boss_id', '=', bossId)
    members = members.where('boss_id', '=', bossId)
  }
  const membersOf = Map.groupBy(await members.execute(), (row) => row.boss_id)
  return (await found.execute()).map((row) => ({
    tenantId: row.tenant_id,
    secretariat: {
      bossId: row.boss_id,
      active: row.active,
      settings: secretariatSettings.parse({ ...DEFAULT_SECRETARIAT_SETTINGS, ...row.settings }),
      secretaries: (membersOf.get(row.boss_id) ?? []).map((member) => member.secretary_id),
    },
  }))
}
