import type { Tx } from '@klinke/platform'
import { sql } from 'kysely'
import { deleteTenant, findTenant, type Tenant } from '../tenants/store.ts'
import type { DataKind, Due } from './data-kind.ts'
import { BY_CUSTOMER, OPERATION } from './kind.ts'
import { dayBegins, germanToday } from './periods.ts'

/** What those who have contracts and money know of a customer whose master data may be due. */
export interface CustomerEnd {
  /** Last day of the last contract; undefined: one goes on; `none`: there never was any. */
  readonly contractEnd: (tx: Tx, tenantId: string) => Promise<Temporal.PlainDate | 'none' | undefined>
  /** What is open between us and the customer, how many of what. */
  readonly unsettled: (tx: Tx, tenantId: string) => Promise<Readonly<Record<string, number>>>
}

/** When a customer is to be deleted, and what stands in the way. */
export interface MasterDataDue {
  readonly tenant: Tenant
  readonly endedOn: Temporal.PlainDate
  /** First day on which it is deleted. */
  readonly dueOn: Temporal.PlainDate
  /** How many of what; empty: nothing. */
  readonly holds: Readonly<Record<string, number>>
}

/** So long the answer to a customer that asks for its deletion has to arrive. */
export const DEFAULT_ASKED_DELETION_DAYS = 7

/**
 * Master data is kept until the end of the year that follows the end of the contract (PRI-01); that of demo customers likewise. It goes before where the customer has asked
 * for it after that end and was answered so (Art. 17 GDPR). Where there never was a contract, that answer alone makes it due. Undefined: it is not due at all.
 */
export async function masterDataDue(tx: Tx, tenantId: string, end: CustomerEnd): Promise<MasterDataDue | undefined> {
  const tenant = await findTenant(tx, tenantId)
  if (tenant === undefined) return undefined
  const endedOn = tenant.demoUntil === null ? await end.contractEnd(tx, tenantId) : germanToday(tenant.demoUntil.getTime())
  if (endedOn === undefined) return undefined
  if (endedOn === 'none') return withoutContract(tx, tenant, end)
  const byRule = endedOn.with({ month: 1, day: 1 }).add({ years: 2 })
  const asked = await deletionAsked(tx, tenant, endedOn)
  const dueOn = asked !== undefined && Temporal.PlainDate.compare(asked, byRule) < 0 ? asked : byRule
  return { tenant, endedOn, dueOn, holds: await holdsOf(tx, tenantId, end) }
}

/** What stands in the way of deleting a customer, how many of what. */
export async function holdsOf(tx: Tx, tenantId: string, end: CustomerEnd): Promise<Readonly<Record<string, number>>> {
  return { ...(await end.unsettled(tx, tenantId)), ...(await openMatters(tx, tenantId)) }
}

/** Of a customer that never had a contract the day on which it asked is the end. */
async function withoutContract(tx: Tx, tenant: Tenant, end: CustomerEnd): Promise<MasterDataDue | undefined> {
  const { rows } = await sql<{ readonly asked: Date; readonly decided: Date }>`
    SELECT asked_at AS asked, decided_at AS decided FROM privacy_request WHERE tenant_id = ${tenant.id} AND ${isDoneWhole}
    ORDER BY decided_at LIMIT 1`.execute(tx.tables())
  const [answered] = rows
  if (answered === undefined) return undefined
  const [endedOn, dueOn] = [germanToday(answered.asked.getTime()), deletedAfter(tenant, answered.decided)]
  return { tenant, endedOn, dueOn, holds: await holdsOf(tx, tenant.id, end) }
}

/** Deletions of whole customers that were answered as done. Answers of before there were such deletions have told nothing (`erased`). */
const isDoneWhole = sql<boolean>`kind = 'deletion' AND state = 'done' AND subject = '{}'::jsonb AND erased IS NOT NULL`

function deletedAfter({ profile }: Tenant, decided: Date): Temporal.PlainDate {
  return germanToday(decided.getTime()).add({ days: profile.retention?.askedDeletionDays ?? DEFAULT_ASKED_DELETION_DAYS })
}

/** First day on which a deletion that was answered as done after the end takes place. */
async function deletionAsked(tx: Tx, tenant: Tenant, endedOn: Temporal.PlainDate): Promise<Temporal.PlainDate | undefined> {
  const { rows } = await sql<{ readonly at: Date | null }>`
    SELECT min(decided_at) AS at FROM privacy_request
    WHERE tenant_id = ${tenant.id} AND ${isDoneWhole}
      AND decided_at >= ${dayBegins(endedOn.add({ days: 1 }))}`.execute(tx.tables())
  const at = rows[0]?.at ?? null
  return at === null ? undefined : deletedAfter(tenant, at)
}

/** What nobody may take away from under whoever works on it. */
async function openMatters(tx: Tx, tenantId: string): Promise<Readonly<Record<string, number>>> {
  const { rows } = await sql<{ readonly what: string; readonly count: number }>`
    SELECT what, count::integer FROM (
      SELECT 'portings' AS what, count(*) AS count FROM porting WHERE tenant_id = ${tenantId} AND state NOT IN ('done', 'cancelled')
      UNION ALL SELECT 'disputes', count(*) FROM dispute_hold WHERE tenant_id = ${tenantId} AND ended_at IS NULL) AS open
    WHERE count > 0`.execute(tx.tables())
  return Object.fromEntries(rows.map(({ what, count }) => [what, count]))
}

/** The customer itself with all that the database deletes with it. */
export function masterDataKind(end: CustomerEnd): DataKind {
  const remove = async (tx: Tx, { tenantId, nowMs, holds }: Due) => {
    const due = await masterDataDue(tx, tenantId, end)
    if (due === undefined || holds.length > 0 || Object.keys(due.holds).length > 0) return undefined
    if (Temporal.PlainDate.compare(germanToday(nowMs), due.dueOn) < 0) return undefined
    return (await deleteTenant(tx, tenantId)) ? { count: 1, olderThan: dayBegins(due.endedOn.add({ days: 1 })) } : undefined
  }
  return {
    ...{ name: 'master-data', words: { de: 'Stammdaten des Kunden', en: 'Master data of the customer' }, goes: 'by-night', remove },
    about: {
      purpose: OPERATION,
      recipients: { de: 'Der betreuende Wiederverkäufer, wenn es einen gibt', en: 'The reseller who looks after the customer, if any' },
      source: BY_CUSTOMER,
    },
    rule: () => ({
      de: 'Bis zum Ende des Jahres, das auf das Ende des Vertrags folgt, oder bis zur Löschung, die der Kunde danach verlangt; länger nur, solange Geld, ein Streit oder eine Portierung offen ist.',
      en: 'Until the end of the year that follows the end of the contract, or until the deletion that the customer asks for after it; longer only while money, a dispute or a porting is open.',
    }),
    tables: [
      { name: 'tenant', tenant: 'id' },
      { name: 'deletion_notice' },
      { name: 'site' },
      { name: 'site_proof' },
      { name: 'number_range', number: ['e164'] },
      { name: 'number_beyond' },
      { name: 'phone_number', number: ['e164'] },
      { name: 'single_sign_on' },
      { name: 'single_sign_on_domain' },
      { name: 'second_factor_policy' },
      { name: 'webhook' },
    ],
  }
}
