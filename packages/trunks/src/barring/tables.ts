import type { BarringClass } from '@klinke/accounts'
import type { Tx } from '@klinke/platform'
import type { ColumnType, Generated } from 'kysely'
import type { Effect, Target } from './level-rules.ts'
import { MAX_EXCEPTIONS, MAX_RELEASES, type OutboundSettings, TooManyOutboundRules } from './rules.ts'

export interface OutboundTables {
  readonly outbound_settings: {
    readonly id: string
    readonly tenant_id: string
    readonly extension_id: string | null
    readonly site_id: string | null
    readonly class: BarringClass | null
    readonly timed: ColumnType<OutboundSettings['timed'], string | null, string | null>
    readonly locked: boolean
  }
  readonly outbound_exception: {
    readonly id: string
    readonly tenant_id: string
    readonly extension_id: string | null
    readonly site_id: string | null
    readonly effect: Effect
    readonly target: Target
    readonly note: string | null
    readonly created_at: Generated<Date>
  }
  readonly outbound_release: {
    readonly id: string
    readonly tenant_id: string
    readonly extension_id: string | null
    readonly site_id: string | null
    readonly target: Target
    readonly form_reference: string
    /** ISO 8601, as it stands on the form. */
    readonly form_date: string
    readonly released_by: string
    readonly valid_from: ColumnType<Date, string, string>
    readonly valid_until: ColumnType<Date | null, string | null, string | null>
    readonly created_at: Generated<Date>
  }
  /** Of the PBX, as the next one: which schedules there are. */
  readonly call_target: { readonly tenant_id: string; readonly kind: string; readonly id: string }
  /** Read for names. */
  readonly extension: { readonly id: string; readonly tenant_id: string; readonly number: string; readonly name: string }
  readonly site: { readonly id: string; readonly tenant_id: string; readonly name: string }
}

/** Where something is set: at an extension, at a site, or for the whole customer. */
export interface RuleOwner {
  readonly tenantId: string
  readonly extensionId: string | null
  readonly siteId: string | null
}

/** The same, as it is read: with the extension's number and the site's name. */
export interface NamedOwner extends RuleOwner {
  readonly extensionNumber: string | null
  readonly siteName: string | null
}

/** Which of a list; what is absent does not narrow it. */
export interface Part {
  readonly limit?: number | undefined
  readonly after?: string | undefined
  readonly extensionId?: string | undefined
}

type Listed = 'outbound_exception' | 'outbound_release'

export async function deleted(tx: Tx, table: Listed, id: string): Promise<boolean> {
  const result = await tx.tables<OutboundTables>().deleteFrom(table).where('id', '=', id).executeTakeFirst()
  return result.numDeletedRows > 0n
}

export async function assertRoom(tx: Tx, table: Listed, tenantId: string): Promise<void> {
  const { count } = await tx
    .tables<OutboundTables>()
    .selectFrom(table)
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('tenant_id', '=', tenantId)
    .executeTakeFirstOrThrow()
  const [what, limit] = table === 'outbound_exception' ? (['exceptions', MAX_EXCEPTIONS] as const) : (['releases', MAX_RELEASES] as const)
  if (Number(count) >= limit) throw new TooManyOutboundRules(what, limit)
}
