import { emergencyNumber } from '@klinke/numbering'
import { type Tx, violatedConstraint } from '@klinke/platform'
import { sql } from 'kysely'
import type { CallTargetTables } from '../internal-numbers/store.ts'
import { type CallDestination, targetOf } from './destination.ts'
import { InternalNumberTaken, LeadsToHelp, NoSuchTarget, TargetInUse, type TargetUser } from './problems.ts'

interface DestinationUseTables extends CallTargetTables {
  readonly destination_use: {
    readonly tenant_id: string
    readonly user_kind: string
    readonly user_id: string
    readonly user_name: string | null
    readonly target_kind: string
    readonly target_id: string
  }
}

/** Before something is stored that leads to `destination`: it must be of the same tenant, and no emergency number. Throws `NoSuchTarget` or `LeadsToHelp`. */
export async function assertDestination(tx: Tx, tenantId: string, destination: CallDestination | null | undefined): Promise<void> {
  const target = destination ? targetOf(destination) : undefined
  if (target !== undefined) await assertTarget(tx, tenantId, target)
  if (destination?.kind === 'external' && emergencyNumber(destination.number, NOWHERE) !== undefined)
    throw new LeadsToHelp(destination.number)
}

const NOWHERE = { areaCode: undefined, outsideLinePrefix: undefined }

/** The same for anything that is registered, such as a schedule. */
export async function assertTarget(tx: Tx, tenantId: string, target: { readonly kind: string; readonly targetId: string }): Promise<void> {
  const row = await tx
    .tables<DestinationUseTables>()
    .selectFrom('call_target')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('kind', '=', target.kind)
    .where('id', '=', target.targetId)
    .executeTakeFirst()
  if (row === undefined) throw new NoSuchTarget(target.kind, target.targetId)
}

/** The same for everything in settings that names a thing of the tenant, as the database tracks it. */
export async function assertTargetsIn(tx: Tx, tenantId: string, settings: object): Promise<void> {
  for (const target of targetsIn(settings)) await assertTarget(tx, tenantId, target)
}

function* targetsIn(value: object): Iterable<{ readonly kind: string; readonly targetId: string }> {
  if ('targetId' in value && 'kind' in value) yield { kind: String(value.kind), targetId: String(value.targetId) }
  for (const inner of Object.values(value) as readonly unknown[]) if (typeof inner === 'object' && inner !== null) yield* targetsIn(inner)
}

/** The same for many, such as the blocks of a flow. */
export async function assertDestinations(
  tx: Tx,
  tenantId: string,
  destinations: Iterable<CallDestination | null | undefined>,
): Promise<void> {
  for (const destination of destinations) await assertDestination(tx, tenantId, destination)
}

/**
 * Before a target is deleted: nobody may lead calls to it, except what is deleted with it (the settings of an extension
 * have its id). Throws `TargetInUse` naming the users.
 */
export async function assertUnused(tx: Tx, kind: string, id: string): Promise<void> {
  const users = await usersOf(tx, kind, id)
  if (users.length > 0) throw new TargetInUse(users)
}

/** What leads calls to a target, other than itself. */
export async function usersOf(tx: Tx, kind: string, id: string): Promise<readonly TargetUser[]> {
  const rows = await tx
    .tables<DestinationUseTables>()
    .selectFrom('destination_use as used')
    .leftJoin('call_target as named', (join) =>
      join.onRef('named.tenant_id', '=', 'used.tenant_id').on(sql<boolean>`named.id::text = used.user_id`),
    )
    .select([
      // Groups and queues are kept in one table; what they are is known by their name.
      sql<string>`CASE used.user_kind WHEN 'team' THEN coalesce(named.kind, 'team') ELSE used.user_kind END`.as('kind'),
      'used.user_id',
      sql<string | null>`coalesce(used.user_name, named.name)`.as('name'),
    ])
    .distinct()
    .where('used.target_kind', '=', kind)
    .where('used.target_id', '=', id)
    .where('used.user_id', '<>', id)
    .orderBy('kind')
    .orderBy('name')
    .execute()
  return rows.map((row) => ({ kind: row.kind, id: row.user_id, name: row.name ?? row.user_id }))
}

/** Makes the database check now instead of at the commit, so that its refusal can be told: two requests may cross. */
export async function checkDestinationsNow(tx: Tx): Promise<void> {
  try {
    await sql`SET CONSTRAINTS destination_use_target IMMEDIATE`.execute(tx.tables())
  } catch (error) {
    throw violatedConstraint(error) === 'destination_use_target' ? new TargetInUse([{ kind: 'something', name: 'new' }]) : error
  }
}

/** `error` in the user's words when an internal number is taken, else undefined. For stores of things with a number. */
export function internalNumberTaken(error: unknown, number: string | null | undefined): InternalNumberTaken | undefined {
  return violatedConstraint(error) === 'call_target_number' ? new InternalNumberTaken(number ?? '', undefined) : undefined
}
