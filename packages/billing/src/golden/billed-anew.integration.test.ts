/** An invoice that was wrong is taken back, its month is released, and the next run bills it once more, exactly once. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { accountsMigrations } from '@klinke/accounts'
import { type Database, platformMigrations } from '@klinke/platform'
import { type TestCluster, testCluster } from '@klinke/platform/test-support'
import { sql } from 'kysely'
import { amountOf } from '../amounts.ts'
import { billingMigrations } from '../migrations.ts'
import { FLAT_MONTH } from './flat-month.ts'
import { played } from './test-support/play-month.ts'

let cluster: TestCluster
before(async () => {
  cluster = await testCluster([platformMigrations, accountsMigrations, billingMigrations])
})
after(() => cluster[Symbol.asyncDispose]())

test('a month whose invoices of all sites were taken back whole is billed once more, with the same lines and new numbers, and then stands', async () => {
  await using world = await played(cluster, FLAT_MONTH)
  const { operator } = world
  const runs = async () => (await world.invoices()).filter(({ runId }) => runId !== null)
  const wrong = await runs()
  const [first, ...others] = wrong
  assert.ok(first && others.length === 2)
  const release = async (id: string) => {
    const { status, body } = await operator('POST', `/invoices/${id}/release`, undefined, { 'accept-language': 'de' })
    return [status, body.detail]
  }
  const creditNote = (id: string) => operator('POST', `/invoices/${id}/credit-note`, { reason: 'Falscher Empfänger' })

  assert.deepEqual(await unbilledMonths(world.database), [])
  assert.equal((await creditNote(first.id)).status, 200)
  assert.deepEqual(await release(first.id), [409, 'Stornieren Sie zuerst alle Rechnungen des Kunden für diesen Monat, jede ganz.'])
  for (const { id } of others) assert.equal((await creditNote(id)).status, 200)
  await world.run('2026-11')
  assert.equal((await runs()).length, 3, 'taken back, but not released')
  const releasedAt = async () => (await operator('GET', `/invoices/${first.id}`)).body.releasedAt
  assert.equal(await releasedAt(), null)
  assert.equal((await release(first.id))[0], 200)
  assert.notEqual(await releasedAt(), null)
  assert.deepEqual(await unbilledMonths(world.database), ['2026-10-01', '2026-11-01'], 'a late call of October, too')
  assert.deepEqual(await release(first.id), [409, 'Dieser Monat ist schon freigegeben: Der nächste Lauf rechnet ihn ab.'])

  await operator('PATCH', `/invoice-recipient?tenantId=${world.tenantId}`, { company: 'Berichtigt GmbH' })
  await world.run('2026-11')
  assert.deepEqual(await unbilledMonths(world.database), [])
  await world.run('2026-11')
  const again = (await runs()).filter(({ id }) => !wrong.some((each) => each.id === id))
  const printed = (all: typeof wrong) => all.map(({ content }) => content.lines.map(({ text, amount }) => `${text.de} ${amountOf(amount)}`))
  assert.deepEqual(printed(again), printed(wrong))
  assert.deepEqual(
    again.map(({ content }) => content.recipient.company),
    ['Berichtigt GmbH', 'Berichtigt GmbH', 'Berichtigt GmbH'],
  )
  const numbers = [...wrong, ...again].map(({ number }) => Number(number?.slice(-6)))
  const [begin = 0] = numbers
  assert.deepEqual(
    numbers,
    numbers.map((_, index) => begin + index),
    'no gap, and none twice',
  )
})

test('a month is not released once calls of it are deleted after their time: it would come to less', async () => {
  await using world = await played(cluster, FLAT_MONTH)
  const { operator, database } = world
  const wrong = (await world.invoices()).filter(({ runId }) => runId !== null)
  for (const { id } of wrong)
    assert.equal((await operator('POST', `/invoices/${id}/credit-note`, { reason: 'Falscher Empfänger' })).status, 200)
  const { rows } = await database.withOperator((tx) =>
    sql<{
      usage_id: string
    }>`DELETE FROM rated_call WHERE usage_id = (SELECT min(usage_id) FROM call_with_invoice WHERE invoice_id IS NOT NULL) RETURNING usage_id`.execute(
      tx.tables(),
    ),
  )
  assert.equal(rows.length, 1)
  const release = () => operator('POST', `/invoices/${String(wrong[0]?.id)}/release`, undefined, { 'accept-language': 'de' })
  const refused = await release()
  assert.deepEqual([refused.status, refused.body.type], [409, 'urn:klinke:problem:invoice-not-to-release'])
  assert.match(String(refused.body.detail), /Gespräche dieser Rechnung sind nach Ablauf ihrer Frist gelöscht/)
  assert.equal((await release()).status, 409, 'nothing was released by half')
})

test('an invoice run leaves the rows of calls as they are: ten million would be written anew each month', async () => {
  await using world = await played(cluster, FLAT_MONTH)
  const { rows } = await world.database.withOperator((tx) =>
    sql<{ billed: boolean; written: number }>`
      SELECT count(*) > 0 AS billed, count(*) FILTER (WHERE call.xmin = range.xmin)::integer AS written
      FROM billed_calls AS range JOIN call_with_invoice USING (invoice_id) JOIN rated_call AS call USING (usage_id)`.execute(tx.tables()),
  )
  assert.deepEqual(rows, [{ billed: true, written: 0 }])
})

/** In which runs look for calls to be billed. */
async function unbilledMonths(database: Pick<Database, 'withOperator'>): Promise<readonly string[]> {
  const { rows } = await database.withOperator((tx) =>
    sql<{ month: string }>`SELECT month::text AS month FROM unbilled_month ORDER BY month`.execute(tx.tables()),
  )
  return rows.map(({ month }) => month)
}

test('a month is not released while a later one is billed: its charges would come twice', async () => {
  await using world = await played(cluster, { ...FLAT_MONTH, calls: [] })
  const { operator } = world
  const { body } = await operator('GET', '/invoices?limit=200')
  const october = (body.items ?? []).filter(({ periodFrom }) => periodFrom === '2026-10-01')
  assert.ok(october.length > 0)
  for (const { id } of october) assert.equal((await operator('POST', `/invoices/${String(id)}/credit-note`, { reason: 'x' })).status, 200)
  const refused = await operator('POST', `/invoices/${String(october[0]?.id)}/release`)
  assert.deepEqual([refused.status, refused.body.type], [409, 'urn:klinke:problem:invoice-not-to-release'])
  assert.match(String(refused.body.detail), /later month/)
})
