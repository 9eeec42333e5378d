import { randomUUIDv7 } from 'node:crypto'
import type { Tx } from '@klinke/platform'
import type { ColumnType, Generated, Selectable } from 'kysely'
import type { EmergencyTest } from './emergency-test.ts'

/** Tests of one extension that are kept; of more the oldest goes. */
const MAX_KEPT = 20

interface EmergencyTestTables {
  readonly emergency_test: {
    readonly id: string
    readonly tenant_id: string
    readonly extension_id: string
    readonly made_at: Generated<Date>
    readonly made_by: string
    readonly result: ColumnType<EmergencyTest, string, string>
  }
}

export interface KeptTest extends EmergencyTest {
  readonly id: string
  readonly extensionId: string
  readonly madeAt: Date
  /** Who has made it; `telephone`: its code was dialled. */
  readonly madeBy: string
}

export interface NewTest {
  readonly tenantId: string
  readonly extensionId: string
  readonly madeBy: string
  readonly result: EmergencyTest
}

export async function keepTest(tx: Tx, { tenantId, extensionId, madeBy, result }: NewTest): Promise<KeptTest> {
  const tables = tx.tables<EmergencyTestTables>()
  const row = { id: randomUUIDv7(), tenant_id: tenantId, extension_id: extensionId, made_by: madeBy, result: JSON.stringify(result) }
  const kept = await tables.insertInto('emergency_test').values(row).returningAll().executeTakeFirstOrThrow()
  const newest = tables
    .selectFrom('emergency_test')
    .select('id')
    .where('extension_id', '=', extensionId)
    .orderBy('id', 'desc')
    .limit(MAX_KEPT)
  await tables.deleteFrom('emergency_test').where('extension_id', '=', extensionId).where('id', 'not in', newest).execute()
  return fromRow(kept)
}

/** The newest first. */
export async function listTests(tx: Tx, extensionId: string): Promise<readonly KeptTest[]> {
  const query = tx.tables<EmergencyTestTables>().selectFrom('emergency_test').selectAll().where('extension_id', '=', extensionId)
  return (await query.orderBy('id', 'desc').execute()).map(fromRow)
}

function fromRow({ id, extension_id, made_at, made_by, result }: Selectable<EmergencyTestTables['emergency_test']>): KeptTest {
  return { ...result, id, extensionId: extension_id, madeAt: made_at, madeBy: made_by }
}
