import { isDeepStrictEqual } from 'node:util'
import { type ChangedRows, patched, type Tx } from '@klinke/platform'
import type { ColumnType } from 'kysely'
import { assertDestination, assertTarget } from '../destinations/store.ts'
import { findExtension, type StoredExtension } from '../extensions/store.ts'
import { assertOwnNumber } from '../numbers/store.ts'
import { ForwardingNotAgreed, ForwardsToItself } from './rules.ts'
import {
  type CallPolicy,
  type CallSettings,
  DEFAULT_CALL_POLICY,
  DEFAULT_CALL_SETTINGS,
  type During,
  type Forwarding,
  type RungParty,
  type TenantCallSettings,
} from './settings.ts'

interface CallSettingsTables {
  readonly call_settings: {
    readonly extension_id: string
    readonly tenant_id: string
    readonly settings: ColumnType<Partial<CallSettings>, string, string>
  }
  readonly call_policy: { readonly tenant_id: string; readonly policy: ColumnType<Partial<CallPolicy>, string, string> }
}

/** By tenant id. Settings that are younger than a row have their defaults. */
export async function loadCallSettings(tx: Tx): Promise<ReadonlyMap<string, TenantCallSettings>> {
  const tables = tx.tables<CallSettingsTables>()
  const policies = await tables.selectFrom('call_policy').selectAll().execute()
  const byTenant = Map.groupBy(await tables.selectFrom('call_settings').selectAll().execute(), (row) => row.tenant_id)
  const policyOf = new Map(policies.map(({ tenant_id, policy }) => [tenant_id, { ...DEFAULT_CALL_POLICY, ...policy }]))
  const tenantIds = new Set([...policyOf.keys(), ...byTenant.keys()])
  return new Map(
    [...tenantIds].map((id) => {
      const own = byTenant.get(id) ?? []
      return [id, { policy: policyOf.get(id) ?? DEFAULT_CALL_POLICY, extensions: settingsOf(own) }]
    }),
  )
}

/** After a change of the settings of these extensions. */
export async function followCallSettings(
  tx: Tx,
  before: TenantCallSettings,
  changed: ChangedRows,
): Promise<TenantCallSettings | undefined> {
  const ids = [...(changed.get('call_settings') ?? [])]
  if (ids.length === 0 || changed.has('call_policy')) return undefined
  const rows = await tx.tables<CallSettingsTables>().selectFrom('call_settings').selectAll().where('extension_id', 'in', ids).execute()
  return { ...before, extensions: patched(before.extensions, ids, settingsOf(rows)) }
}

function settingsOf(rows: readonly { readonly extension_id: string; readonly settings: Partial<CallSettings> }[]) {
  return new Map(rows.map(({ extension_id, settings }) => [extension_id, { ...DEFAULT_CALL_SETTINGS, ...settings }]))
}

export async function findCallSettings(tx: Tx, extensionId: string): Promise<CallSettings> {
  const row = await tx
    .tables<CallSettingsTables>()
    .selectFrom('call_settings')
    .select('settings')
    .where('extension_id', '=', extensionId)
    .executeTakeFirst()
  return { ...DEFAULT_CALL_SETTINGS, ...row?.settings }
}

/**
 * Changes settings by what they were, so that two changes at once do not undo each other. Undefined when there is no such
 * extension. Throws `NoSuchTarget`, `NotOwnNumber`, `ForwardsToItself` or `ForwardingNotAgreed`.
 */
export async function changeCallSettings(
  tx: Tx,
  extensionId: string,
  change: (before: CallSettings) => CallSettings,
): Promise<CallSettings | undefined> {
  const extension = await findExtension(tx, extensionId, 'for update')
  if (extension === undefined) return undefined
  const before = await findCallSettings(tx, extensionId)
  const settings = change(before)
  await assertPossible(tx, extension, settings, before)
  const stored = JSON.stringify(settings)
  await tx
    .tables<CallSettingsTables>()
    .insertInto('call_settings')
    .values({ extension_id: extensionId, tenant_id: extension.tenantId, settings: stored })
    .onConflict((conflict) => conflict.column('extension_id').doUpdateSet({ settings: stored }))
    .execute()
  return settings
}

/** Settings of extensions that have none, in one statement; where they lead has been checked. */
export async function insertCallSettings(
  tx: Tx,
  all: readonly { readonly tenantId: string; readonly extensionId: string; readonly settings: CallSettings }[],
): Promise<void> {
  const rows = all.map(({ tenantId, extensionId, settings }) => ({
    ...{ extension_id: extensionId, tenant_id: tenantId, settings: JSON.stringify(settings) },
  }))
  if (rows.length > 0) await tx.tables<CallSettingsTables>().insertInto('call_settings').values(rows).execute()
}

export async function findCallPolicy(tx: Tx, tenantId: string): Promise<CallPolicy> {
  const row = await tx
    .tables<CallSettingsTables>()
    .selectFrom('call_policy')
    .select('policy')
    .where('tenant_id', '=', tenantId)
    .executeTakeFirst()
  return { ...DEFAULT_CALL_POLICY, ...row?.policy }
}

export async function saveCallPolicy(tx: Tx, tenantId: string, policy: CallPolicy): Promise<void> {
  const stored = JSON.stringify(policy)
  await tx
    .tables<CallSettingsTables>()
    .insertInto('call_policy')
    .values({ tenant_id: tenantId, policy: stored })
    .onConflict((conflict) => conflict.column('tenant_id').doUpdateSet({ policy: stored }))
    .execute()
}

/** What others have taken back since it was set, such as a number or an agreement, keeps nobody from switching something else. */
async function assertPossible(tx: Tx, extension: StoredExtension, settings: CallSettings, before: CallSettings): Promise<void> {
  const { tenantId, id } = extension
  const { forwardings, alsoRing, followMe, ringsOnly, numberChoices } = settings
  const targets = [
    ...forwardings.map(({ to }) => to),
    ...[...alsoRing.parties, ...followMe.steps.map(({ party }) => party)].map(destinationOf),
  ]
  for (const to of targets) {
    if (to.kind === 'extension' && to.targetId === id) throw new ForwardsToItself()
    await assertDestination(tx, tenantId, to)
  }
  for (const { schedule } of [ringsOnly, alsoRing.during, ...forwardings.map((forwarding) => forwarding.during)].filter(isGiven)) {
    await assertTarget(tx, tenantId, schedule)
  }
  for (const number of added(numberChoices, before.numberChoices)) await assertOwnNumber(tx, tenantId, number)
  await assertAgreed(tx, tenantId, added(forwardings, before.forwardings))
}

function added<T>(now: readonly T[], before: readonly T[]): readonly T[] {
  return now.filter((one) => !before.some((other) => isDeepStrictEqual(one, other)))
}

async function assertAgreed(tx: Tx, tenantId: string, forwardings: readonly Forwarding[]): Promise<void> {
  const policy = await findCallPolicy(tx, tenantId)
  if (policy.forwarding !== 'agreed') return
  for (const { to, active } of forwardings) {
    if (!active || to.kind !== 'extension') continue
    const { agreesToForwardings } = await findCallSettings(tx, to.targetId)
    if (!agreesToForwardings) throw new ForwardingNotAgreed((await findExtension(tx, to.targetId))?.number ?? to.targetId)
  }
}

function destinationOf(party: RungParty) {
  return party.kind === 'extension' ? party : ({ kind: 'external', number: party.number } as const)
}

function isGiven(during: During | null): during is During {
  return during !== null
}
