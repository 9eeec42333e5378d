import type { Tx } from '@klinke/platform'
import { type CountryState, type GuardSettings, NO_SETTINGS } from './guard-rules.ts'
import { NoSuchBusinessHours } from './rules.ts'
import { guardTables } from './tables.ts'

export interface StoredGuardSettings extends GuardSettings {
  readonly tenantId: string
}

/** All settings that the transaction sees. */
export async function listGuardSettings(tx: Tx): Promise<readonly StoredGuardSettings[]> {
  const rows = await guardTables(tx).selectFrom('guard_settings').selectAll().execute()
  return rows.map((row) => ({
    tenantId: row.tenant_id,
    limits: row.limits,
    holdNewCountries: row.hold_new_countries,
    businessHours: row.business_hours?.targetId ?? null,
    extensionAgents: row.extension_agents,
    trunkAgents: row.trunk_agents,
    mailTo: row.mail_to,
  }))
}

/** Of the tenant that the transaction works for. */
export async function findGuardSettings(tx: Tx): Promise<GuardSettings> {
  const [found] = await listGuardSettings(tx)
  return found ?? NO_SETTINGS
}

/** Throws `NoSuchBusinessHours`. */
export async function putGuardSettings(tx: Tx, tenantId: string, settings: GuardSettings): Promise<void> {
  const { limits, holdNewCountries, businessHours, extensionAgents, trunkAgents, mailTo } = settings
  if (businessHours !== null) await assertSchedule(tx, tenantId, businessHours)
  const set = {
    limits: JSON.stringify(limits),
    hold_new_countries: holdNewCountries,
    business_hours: businessHours === null ? null : JSON.stringify({ kind: 'schedule', targetId: businessHours }),
    extension_agents: [...extensionAgents],
    trunk_agents: [...trunkAgents],
    mail_to: mailTo,
  }
  await guardTables(tx)
    .insertInto('guard_settings')
    .values({ tenant_id: tenantId, ...set })
    .onConflict((conflict) => conflict.column('tenant_id').doUpdateSet(set))
    .execute()
}

async function assertSchedule(tx: Tx, tenantId: string, id: string): Promise<void> {
  const schedules = guardTables(tx).selectFrom('call_target').select('id').where('kind', '=', 'schedule')
  const known = await schedules.where('tenant_id', '=', tenantId).where('id', '=', id).executeTakeFirst()
  if (known === undefined) throw new NoSuchBusinessHours(id)
}

export interface StoredCountry {
  readonly tenantId: string
  readonly country: string
  readonly state: CountryState
  readonly number: string | null
  readonly askedAt: Date
  readonly decidedBy: string | null
  readonly decidedAt: Date | null
}

/** There are as many as countries, at most. */
export async function listCountries(tx: Tx): Promise<readonly StoredCountry[]> {
  const rows = await guardTables(tx).selectFrom('guard_country').selectAll().orderBy('country').execute()
  return rows.map((row) => ({
    ...{ tenantId: row.tenant_id, country: row.country, state: row.state, number: row.number },
    ...{ askedAt: row.asked_at, decidedBy: row.decided_by, decidedAt: row.decided_at },
  }))
}

/** Somebody wanted to call there first. */
export async function holdCountry(
  tx: Tx,
  held: { readonly tenantId: string; readonly country: string; readonly number: string; readonly extensionId: string | null },
): Promise<void> {
  const row = {
    tenant_id: held.tenantId,
    country: held.country,
    state: 'waiting',
    number: held.number,
    extension_id: held.extensionId,
  } as const
  await guardTables(tx)
    .insertInto('guard_country')
    .values({ ...row, decided_by: null, decided_at: null })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'country']).doNothing())
    .execute()
}

export async function decideCountry(
  tx: Tx,
  {
    tenantId,
    country,
    state,
    by,
  }: { readonly tenantId: string; readonly country: string; readonly state: 'allowed' | 'refused'; readonly by: string },
): Promise<void> {
  const set = { state, decided_by: by, decided_at: new Date() }
  await guardTables(tx)
    .insertInto('guard_country')
    .values({ tenant_id: tenantId, country, number: null, extension_id: null, ...set })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'country']).doUpdateSet(set))
    .execute()
}

/** What the operator has lifted: dates by tenant. */
export async function listLifts(tx: Tx): Promise<readonly { readonly tenantId: string; readonly date: string }[]> {
  const rows = await guardTables(tx).selectFrom('guard_lift').selectAll().execute()
  return rows.map(({ tenant_id: tenantId, date }) => ({ tenantId, date }))
}

/** Lifts the limits of that day; those of days that are over are forgotten. */
export async function liftDay(tx: Tx, tenantId: string, date: string, by: string): Promise<void> {
  await guardTables(tx).deleteFrom('guard_lift').where('tenant_id', '=', tenantId).where('date', '<', date).execute()
  await guardTables(tx)
    .insertInto('guard_lift')
    .values({ tenant_id: tenantId, date, lifted_by: by })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'date']).doNothing())
    .execute()
}
