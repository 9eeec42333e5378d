/** Spam protection over the API, and as calls read it. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { accountsMigrations, DEFAULT_PROFILE, insertTenant } from '@klinke/accounts'
import { silentLogger } from '@klinke/foundation'
import { pbxMigrations } from '@klinke/pbx'
import { platformMigrations, systemClock, tableImportProblems } from '@klinke/platform'
import { type TestAnswer, type TestCluster, testApi, testCluster } from '@klinke/platform/test-support'
import { eventually } from '@klinke/testbed'
import { trunksMigrations } from '../migrations.ts'
import { spamRoutes } from './routes.ts'
import { spamProblems } from './rules.ts'
import { ScoreList } from './score-list.ts'
import { StoredSpam } from './stored-spam.ts'

let cluster: TestCluster
before(async () => {
  cluster = await testCluster([platformMigrations, accountsMigrations, pbxMigrations, trunksMigrations])
})
after(() => cluster[Symbol.asyncDispose]())

const CSV = { 'content-type': 'text/csv' }

async function exchange() {
  const opened = await cluster.database()
  const { database } = opened
  const api = await testApi(database, [spamRoutes(database)], [spamProblems, tableImportProblems])
  const tenant = async (name: string): Promise<string> =>
    (
      await database.withOperator((tx) =>
        insertTenant(tx, { name, sipDomain: `${name}.example`, areaCode: '221', profile: DEFAULT_PROFILE }),
      )
    ).id
  const [alice, bob] = [await tenant('alice'), await tenant('bob')]
  const spam = await StoredSpam.open({ database, clock: systemClock(), logger: silentLogger })
  return {
    ...{ alice, spam, scores: new ScoreList(() => spam.scores) },
    operator: await api.client({ kind: 'operator' }),
    asAlice: await api.client({ kind: 'tenant', tenantId: alice }),
    asBob: await api.client({ kind: 'tenant', tenantId: bob }),
    [Symbol.asyncDispose]: async () => {
      await spam[Symbol.asyncDispose]()
      await api[Symbol.asyncDispose]()
      await opened[Symbol.asyncDispose]()
    },
  }
}

const problem = ({ status, body }: TestAnswer) => [status, String(body.type).replace('urn:klinke:problem:', '')]

test('a customer says from which scores on what is done, and who always gets through; calls know it at once', async () => {
  await using running = await exchange()
  const { alice, asAlice, asBob, spam } = running
  assert.deepEqual((await asAlice('GET', '/spam-protection')).body, { markFrom: null, voicemailFrom: null, rejectFrom: null })
  assert.equal((await asAlice('PATCH', '/spam-protection', { markFrom: 30, rejectFrom: 90 })).status, 200)
  assert.equal((await asAlice('PATCH', '/spam-protection', { rejectFrom: 101 })).status, 400)
  const allowed = await asAlice('POST', '/spam-protection/allowed', { prefix: '+4930', note: 'Kunde' })
  assert.equal(allowed.status, 201)
  assert.deepEqual(problem(await asAlice('POST', '/spam-protection/allowed', { prefix: '+4930' })), [409, 'spam-prefix-taken'])
  assert.deepEqual(spam.rulesOf(alice), { thresholds: { markFrom: 30, voicemailFrom: undefined, rejectFrom: 90 }, allowed: ['+4930'] })
  const path = `/spam-protection/allowed/${String(allowed.body.id)}`
  assert.equal((await asBob('DELETE', path)).status, 404)
  assert.equal((await asAlice('DELETE', path)).status, 204)
  assert.deepEqual(spam.rulesOf(alice)?.allowed, [])
})

test('the operator alone keeps the list, entry by entry', async () => {
  await using running = await exchange()
  const { operator, asAlice, scores } = running
  assert.equal((await asAlice('GET', '/spam-scores')).status, 403)
  const added = await operator('POST', '/spam-scores', { prefix: '+4930123', score: 80, note: 'Ping' })
  assert.equal(added.status, 201)
  assert.deepEqual(problem(await operator('POST', '/spam-scores', { prefix: '+4930123', score: 10 })), [409, 'spam-prefix-taken'])
  const dates = { validFrom: '2026-12-01T00:00:00Z', validUntil: '2026-11-01T00:00:00Z' }
  assert.deepEqual(problem(await operator('POST', '/spam-scores', { prefix: '+4931', score: 10, ...dates })), [
    422,
    'spam-score-contradictory',
  ])
  await eventually('calls know it', () => scores.scoreOf('+4930123456', Date.now())?.score === 80)
  assert.equal((await operator('GET', '/spam-scores?q=ping')).body.items?.length, 1)
  assert.equal((await operator('DELETE', `/spam-scores/${String(added.body.id)}`)).status, 204)
  await eventually('calls do not any more', () => scores.scoreOf('+4930123456', Date.now()) === undefined)
})

test('a table takes the place of the list; rows with errors are named and left out, and a trial changes nothing', async () => {
  await using running = await exchange()
  const { operator, scores } = running
  await operator('POST', '/spam-scores', { prefix: '+4940', score: 5 })
  const rows = [
    'Rufnummer;Bewertung;Grund;Gültig ab;Gültig bis',
    '+493012;70;Ping;;2099-12-31',
    '0221 1234567;90;;;',
    '+4940;0;;;',
    'keine;50;;;',
    '+4989;50;;2026-02-01;2026-01-01',
  ].join('\n')
  const tried = await operator('POST', '/spam-scores/import?dryRun=true', Buffer.from(rows), CSV)
  assert.partialDeepStrictEqual(tried.body, { imported: 2, replaced: 1, failed: 3 })
  assert.equal(scores.scoreOf('+49301299', Date.now()), undefined)
  const done = await operator('POST', '/spam-scores/import', Buffer.from(rows), CSV)
  const problems = done.body.problems as readonly { readonly row: number; readonly code: string }[]
  assert.deepEqual(
    problems.map(({ row, code }) => [row, code]),
    [
      [4, 'score-invalid'],
      [5, 'prefix-invalid'],
      [6, 'dates-contradictory'],
    ],
  )
  await eventually('calls know the new list', () => scores.scoreOf('+492211234567', Date.now())?.score === 90)
  assert.equal(scores.scoreOf('+4940123', Date.now()), undefined)
  assert.deepEqual(
    (await operator('GET', '/spam-scores')).body.items?.map(({ prefix }) => prefix),
    ['+492211234567', '+493012'],
  )
})
