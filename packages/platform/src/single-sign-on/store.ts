import type { ColumnType, Generated, Insertable, Selectable, Updateable } from 'kysely'
import { sql } from 'kysely'
import type { Tx } from '../database/tx.ts'
import { violatedConstraint } from '../database/violated-constraint.ts'
import type { Rights } from '../http/rights.ts'
import { DomainTaken, SingleSignOnExists } from './errors.ts'

interface SingleSignOnTable {
  readonly id: string
  readonly tenant_id: string
  readonly enabled: boolean
  readonly issuer: string
  readonly client_id: string
  readonly client_secret_sealed: string
  readonly login_claim: 'email' | 'preferred_username' | 'upn'
  readonly newcomer_rights: ColumnType<Rights | null, string | null, string | null>
  readonly created_at: Generated<Date>
}

interface Tables {
  readonly single_sign_on: SingleSignOnTable
  readonly single_sign_on_domain: { readonly domain: string; readonly single_sign_on_id: string; readonly tenant_id: string }
}

/** Single sign-on of a tenant, with the domains that its provider may speak for. */
export type SingleSignOn = Selectable<SingleSignOnTable> & { readonly domains: readonly string[] }

/** Where the client's secret is sealed. */
export const placeOfClientSecret = (id: string): string => `single_sign_on/client_secret/${id}`

const select = (tx: Tx) =>
  tx
    .tables<Tables>()
    .selectFrom('single_sign_on')
    .selectAll()
    .select(
      sql<
        string[]
      >`ARRAY(SELECT domain FROM klinke.single_sign_on_domain d WHERE d.single_sign_on_id = single_sign_on.id ORDER BY domain)`.as(
        'domains',
      ),
    )

/** Of the tenants that `tx` sees: one each at most. */
export function listSingleSignOn(tx: Tx, limit: number, after?: string): Promise<readonly SingleSignOn[]> {
  const query = select(tx).orderBy('id').limit(limit)
  return (after === undefined ? query : query.where('id', '>', after)).execute()
}

export function findSingleSignOn(tx: Tx, id: string): Promise<SingleSignOn | undefined> {
  return select(tx).where('id', '=', id).executeTakeFirst()
}

/** Whose provider speaks for the domain; undefined when nobody's does, or it is switched off. */
export function singleSignOnOfDomain(tx: Tx, domain: string): Promise<SingleSignOn | undefined> {
  return select(tx)
    .where('enabled', '=', true)
    .where('id', 'in', (query) => query.selectFrom('single_sign_on_domain').select('single_sign_on_id').where('domain', '=', domain))
    .executeTakeFirst()
}

/** Throws `SingleSignOnExists`. */
export async function insertSingleSignOn(tx: Tx, row: Insertable<SingleSignOnTable>): Promise<void> {
  try {
    await tx.tables<Tables>().insertInto('single_sign_on').values(row).execute()
  } catch (error) {
    throw violatedConstraint(error) === 'single_sign_on_tenant' ? new SingleSignOnExists() : error
  }
}

export async function updateSingleSignOn(tx: Tx, id: string, set: Updateable<SingleSignOnTable>): Promise<void> {
  if (Object.keys(set).length > 0) await tx.tables<Tables>().updateTable('single_sign_on').set(set).where('id', '=', id).execute()
}

export async function deleteSingleSignOn(tx: Tx, id: string): Promise<boolean> {
  const { numDeletedRows } = await tx.tables<Tables>().deleteFrom('single_sign_on').where('id', '=', id).executeTakeFirst()
  return numDeletedRows > 0n
}

/** Only the operator's transaction may. Throws `DomainTaken`. */
export async function setDomains(tx: Tx, id: string, tenantId: string, domains: readonly string[]): Promise<void> {
  const tables = tx.tables<Tables>()
  await tables.deleteFrom('single_sign_on_domain').where('single_sign_on_id', '=', id).execute()
  if (domains.length === 0) return
  try {
    const rows = [...new Set(domains)].map((domain) => ({ domain, single_sign_on_id: id, tenant_id: tenantId }))
    await tables.insertInto('single_sign_on_domain').values(rows).execute()
  } catch (error) {
    throw violatedConstraint(error) === 'single_sign_on_domain_taken' ? new DomainTaken() : error
  }
}
