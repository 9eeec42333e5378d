import { randomUUIDv7 } from 'node:crypto'
import type { Tx } from '@klinke/platform'
import type { ColumnType, Generated, Selectable } from 'kysely'
import { assertTarget } from '../destinations/store.ts'
import {
  type CallDirection,
  DEFAULT_RECORDING_POLICY,
  type RecordingPolicy,
  type RecordingRule,
  type RecordingSubject,
  type TenantRecordings,
} from './policy.ts'
import { TooManyRules } from './rules.ts'

/** Rules that a tenant can have. */
const MAX_RULES = 200

interface RuleTable {
  readonly id: string
  readonly tenant_id: string
  readonly subject: RecordingSubject['kind']
  readonly target_id: string | null
  readonly directions: CallDirection[]
  readonly reason: string
  readonly created_at: Generated<Date>
}

interface PolicyTables {
  readonly recording_policy: { readonly tenant_id: string; readonly policy: ColumnType<Partial<RecordingPolicy>, string, string> }
  readonly recording_rule: RuleTable
}

/** By tenant id. */
export async function loadRecordings(tx: Tx): Promise<ReadonlyMap<string, TenantRecordings>> {
  const policies = await tx.tables<PolicyTables>().selectFrom('recording_policy').selectAll().execute()
  const rulesOf = Map.groupBy(await listRules(tx), ({ tenantId }) => tenantId)
  const policyOf = new Map(policies.map(({ tenant_id, policy }) => [tenant_id, { ...DEFAULT_RECORDING_POLICY, ...policy }]))
  const ids = new Set([...policyOf.keys(), ...rulesOf.keys()])
  return new Map([...ids].map((id) => [id, { policy: policyOf.get(id) ?? DEFAULT_RECORDING_POLICY, rules: rulesOf.get(id) ?? [] }]))
}

export async function findRecordingPolicy(tx: Tx, tenantId: string): Promise<RecordingPolicy> {
  const query = tx.tables<PolicyTables>().selectFrom('recording_policy').select('policy').where('tenant_id', '=', tenantId)
  return { ...DEFAULT_RECORDING_POLICY, ...(await query.executeTakeFirst())?.policy }
}

export async function saveRecordingPolicy(tx: Tx, tenantId: string, policy: RecordingPolicy): Promise<void> {
  const stored = JSON.stringify(policy)
  await tx
    .tables<PolicyTables>()
    .insertInto('recording_policy')
    .values({ tenant_id: tenantId, policy: stored })
    .onConflict((conflict) => conflict.column('tenant_id').doUpdateSet({ policy: stored }))
    .execute()
}

/** In the order in which they came, which is the order in which they are asked. */
export async function listRules(tx: Tx): Promise<readonly RecordingRule[]> {
  return (await tx.tables<PolicyTables>().selectFrom('recording_rule').selectAll().orderBy('id').execute()).map(ruleOf)
}

/** Throws `NoSuchTarget`, `TooManyRules`. */
export async function insertRule(tx: Tx, rule: Omit<RecordingRule, 'id'>): Promise<RecordingRule> {
  const { tenantId, subject, directions, reason } = rule
  if (subject.kind !== 'all') await assertTarget(tx, tenantId, subject)
  if ((await listRules(tx)).length >= MAX_RULES) throw new TooManyRules(MAX_RULES)
  const target = subject.kind === 'all' ? null : subject.targetId
  const row = { id: randomUUIDv7(), tenant_id: tenantId, subject: subject.kind, target_id: target, directions: [...directions], reason }
  return ruleOf(await tx.tables<PolicyTables>().insertInto('recording_rule').values(row).returningAll().executeTakeFirstOrThrow())
}

/** False when there is none. */
export async function deleteRule(tx: Tx, id: string): Promise<boolean> {
  const gone = await tx.tables<PolicyTables>().deleteFrom('recording_rule').where('id', '=', id).executeTakeFirst()
  return gone.numDeletedRows > 0n
}

function ruleOf({ id, tenant_id, subject, target_id, directions, reason }: Selectable<RuleTable>): RecordingRule {
  const about: RecordingSubject = subject === 'all' || target_id === null ? { kind: 'all' } : { kind: subject, targetId: target_id }
  return { id, tenantId: tenant_id, subject: about, directions, reason }
}
