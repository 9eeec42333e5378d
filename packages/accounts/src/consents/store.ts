import { randomUUIDv7 } from 'node:crypto'
import { KlinkeError } from '@klinke/foundation'
import { InvalidRequest, type Principal, type ProblemTable, type Tx } from '@klinke/platform'
import { type Generated, sql } from 'kysely'

export type ConsentScope = 'reports' | 'chat-logs'

interface ConsentTables {
  readonly management_consent: {
    readonly id: string
    readonly tenant_id: string
    readonly scope: ConsentScope
    readonly granted_by: string
    readonly granted_on: string
    readonly document: string | null
    readonly recorded_at: Generated<Date>
    readonly revoked_at: Generated<Date | null>
  }
}

export interface Consent {
  readonly id: string
  readonly tenantId: string
  readonly scope: ConsentScope
  /** Name of the managing director or owner. */
  readonly grantedBy: string
  /** ISO 8601 date. */
  readonly grantedOn: string
  readonly document: string | null
  readonly recordedAt: Date
  /** Null: valid. */
  readonly revokedAt: Date | null
}

/** Records a consent; one that is valid already is replaced. */
export async function recordConsent(tx: Tx, consent: Omit<Consent, 'id' | 'recordedAt' | 'revokedAt'>): Promise<Consent> {
  const { tenantId, scope, grantedBy, grantedOn, document } = consent
  const tables = tx.tables<ConsentTables>()
  const revoked = { revoked_at: sql<Date>`now()` }
  await tables
    .updateTable('management_consent')
    .set(revoked)
    .where('tenant_id', '=', tenantId)
    .where('scope', '=', scope)
    .where('revoked_at', 'is', null)
    .execute()
  const row = await tables
    .insertInto('management_consent')
    .values({ id: randomUUIDv7(), tenant_id: tenantId, scope, granted_by: grantedBy, granted_on: grantedOn, document })
    .returning('id')
    .executeTakeFirstOrThrow()
  return (await listConsents(tx)).find(({ id }) => id === row.id) ?? never(row.id)
}

/** All of the tenants that `tx` sees, revoked ones too, the newest first. */
export async function listConsents(tx: Tx): Promise<readonly Consent[]> {
  const rows = await tx
    .tables<ConsentTables>()
    .selectFrom('management_consent')
    .select(['id', 'tenant_id', 'scope', 'granted_by', 'document', 'recorded_at', 'revoked_at'])
    .select(sql<string>`to_char(granted_on, 'YYYY-MM-DD')`.as('granted_on'))
    .orderBy('id', 'desc')
    .limit(MAX_LISTED)
    .execute()
  return rows.map(({ id, scope, document, ...row }) => ({
    ...{ id, scope, document, tenantId: row.tenant_id, grantedBy: row.granted_by, grantedOn: row.granted_on },
    ...{ recordedAt: row.recorded_at, revokedAt: row.revoked_at },
  }))
}

/** From now on it does not hold. False when there is none that is valid with this id. */
export async function revokeConsent(tx: Tx, id: string): Promise<boolean> {
  const result = await tx
    .tables<ConsentTables>()
    .updateTable('management_consent')
    .set({ revoked_at: sql<Date>`now()` })
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

/**
 * Whoever reads what a customer's people have done, for the customer or its reseller, needs the consent of its management (PORT-04); users about themselves
 * do not, nor does the operator, who answers for the service by law. `tx` sees that tenant only. Throws `ConsentMissing`.
 */
export async function assertConsent(tx: Tx, principal: Principal, scope: ConsentScope): Promise<void> {
  if (principal.kind === 'operator' || principal.kind === 'user') return
  if (tx.scope.kind !== 'tenant')
    throw new InvalidRequest({ en: 'Say of which tenant: tenantId.', de: 'Sagen Sie, um welchen Kunden es geht: tenantId.' }, [
      { pointer: '/tenantId', detail: { en: 'is required', de: 'Bitte angeben' } },
    ])
  const row = await tx
    .tables<ConsentTables>()
    .selectFrom('management_consent')
    .select('id')
    .where('tenant_id', '=', tx.scope.tenantId)
    .where('scope', '=', scope)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  if (row === undefined) throw new ConsentMissing()
}

/** Those of the tenants whose management's consent is valid. */
export async function consentingTenants(tx: Tx, tenantIds: readonly string[], scope: ConsentScope): Promise<ReadonlySet<string>> {
  if (tenantIds.length === 0) return new Set()
  const rows = await tx
    .tables<ConsentTables>()
    .selectFrom('management_consent')
    .select('tenant_id')
    .where('tenant_id', 'in', tenantIds)
    .where('scope', '=', scope)
    .where('revoked_at', 'is', null)
    .execute()
  return new Set(rows.map((row) => row.tenant_id))
}

const MAX_LISTED = 200

function never(id: string): never {
  throw new Error(`The consent ${id} was recorded and is not there.`)
}

export class ConsentMissing extends KlinkeError {
  constructor() {
    super(
      'consent-missing',
      'The management of this customer has not consented to evaluations of its people. The operator records its consent: POST /management-consents.',
    )
  }
}

export const consentProblems: ProblemTable = {
  'consent-missing': {
    status: 403,
    title: { en: 'Consent of the management is missing', de: 'Zustimmung der Geschäftsführung fehlt' },
    germanDetail:
      'Die Geschäftsführung dieses Kunden hat der Auswertung von Anrufen nicht zugestimmt. Der Betreiber trägt ihre Zustimmung ein.',
  },
}
