/** The ledger of rights to show numbers, and which number is shown, over the API and as calls read them (CLI-03, CLI-05). */
import assert from 'node:assert/strict'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { accountsMigrations, DEFAULT_PROFILE, insertTenant } from '@klinke/accounts'
import { seededRandom, silentLogger } from '@klinke/foundation'
import { createExtension, pbxMigrations } from '@klinke/pbx'
import { FolderBlobStore, type Mail, platformMigrations, systemClock } from '@klinke/platform'
import { type TestAnswer, type TestCluster, testApi, testCluster } from '@klinke/platform/test-support'
import { eventually } from '@klinke/testbed'
import { sql } from 'kysely'
import { trunksMigrations } from '../migrations.ts'
import { warnOfExpiry } from './expiry.ts'
import { NO_IDENTITY } from './identity-rules.ts'
import { numberRightRoutes } from './rights-routes.ts'
import { identityProblems } from './rights-rules.ts'
import { decideRight } from './rights-store.ts'
import { callerIdentityRoutes } from './settings-routes.ts'
import { StoredIdentities } from './stored-identities.ts'

let cluster: TestCluster
before(async () => {
  cluster = await testCluster([platformMigrations, accountsMigrations, pbxMigrations, trunksMigrations])
})
after(() => cluster[Symbol.asyncDispose]())

const PDF = { 'content-type': 'application/pdf' }
const INVOICE = Buffer.from('%PDF-1.7\n%%EOF\n')
const MOBILE = '+4915112345678'
const ASKED = { number: MOBILE, owner: 'Alice GmbH', proof: 'invoice' }

async function exchange() {
  const opened = await cluster.database()
  const { database } = opened
  const dataDir = await mkdtemp(join(tmpdir(), 'identity-'))
  const blobs = new FolderBlobStore(dataDir)
  const clock = systemClock()
  const charged: string[] = []
  const charge = async (_tx: unknown, { number }: { readonly number: string }) => void charged.push(number)
  const api = await testApi(
    database,
    [numberRightRoutes({ database, blobs, clock, charge }), callerIdentityRoutes(database)],
    [identityProblems],
  )
  const tenant = (name: string) =>
    database.withOperator((tx) => insertTenant(tx, { name, sipDomain: `${name}.example`, areaCode: '221', profile: DEFAULT_PROFILE }))
  const [alice, bob] = [(await tenant('alice')).id, (await tenant('bob')).id]
  return {
    ...{ alice, bob, dataDir, database, clock, charged },
    signedIn: () => api.signedIn({ kind: 'tenant', tenantId: alice }),
    operator: await api.client({ kind: 'operator' }),
    asAlice: await api.client({ kind: 'tenant', tenantId: alice }),
    asBob: await api.client({ kind: 'tenant', tenantId: bob }),
    calls: () => StoredIdentities.open({ database, clock, logger: silentLogger }),
    [Symbol.asyncDispose]: async () => {
      await api[Symbol.asyncDispose]()
      await opened[Symbol.asyncDispose]()
      await rm(dataDir, { recursive: true })
    },
  }
}

function problem(answer: TestAnswer): readonly unknown[] {
  return [answer.status, String(answer.body.type).replace('urn:klinke:problem:', '')]
}

test('CLI-03: a customer asks with evidence, the operator approves, calls know it until it is taken back with a reason', async () => {
  await using running = await exchange()
  const { operator, asAlice, asBob, alice, calls } = running
  await using identities = await calls()
  const known = () => [...(identities.identityOf(alice)?.rights.keys() ?? [])]
  const asked = await asAlice('POST', '/number-rights', ASKED)
  assert.partialDeepStrictEqual(asked.body, { ...ASKED, state: 'requested', documents: [] })
  const path = `/number-rights/${String(asked.body.id)}`
  assert.deepEqual(problem(await operator('POST', `${path}/approval`, {})), [422, 'evidence-missing'])
  const kept = await asAlice('POST', `${path}/documents?name=Rechnung`, INVOICE, PDF)
  assert.equal(kept.status, 201)
  const document = await operator('GET', `${path}/documents/${String(kept.body.id)}`)
  assert.deepEqual([document.status, document.headers['content-type'], document.raw.equals(INVOICE)], [200, 'application/pdf', true])
  assert.equal((await asBob('GET', `${path}/documents/${String(kept.body.id)}`)).status, 404)
  assert.equal((await asAlice('POST', `${path}/approval`, {})).status, 403, 'nobody approves his own request')
  assert.deepEqual(known(), [])
  const approved = await operator('POST', `${path}/approval`, { validUntil: '2099-01-01T00:00:00Z' })
  assert.partialDeepStrictEqual(approved.body, { state: 'approved', validUntil: '2099-01-01T00:00:00.000Z', decidedBy: 'test' })
  assert.deepEqual(known(), [MOBILE])
  const refused = await operator('POST', `${path}/refusal`, { reason: 'Der Vertrag ist gekündigt.' })
  assert.partialDeepStrictEqual(refused.body, { state: 'refused', reason: 'Der Vertrag ist gekündigt.', validUntil: null })
  assert.deepEqual(known(), [])
})

test('NUM-09: two who approve the same right at the same time charge its validation once', async () => {
  await using running = await exchange()
  const { operator, asAlice, database, charged } = running
  const asked = await asAlice('POST', '/number-rights', ASKED)
  const id = String(asked.body.id)
  assert.equal((await asAlice('POST', `/number-rights/${id}/documents?name=Rechnung`, INVOICE, PDF)).status, 201)
  const decision = { state: 'approved', by: 'the first', at: new Date(0), reason: null, validUntil: null } as const
  const { promise: answered, resolve } = Promise.withResolvers<TestAnswer>()
  await database.withOperator(async (tx) => {
    await decideRight(tx, id, decision)
    void operator('POST', `/number-rights/${id}/approval`, {}).then(resolve)
    const waiting = sql<{ readonly count: number }>`SELECT count(*)::int FROM pg_locks WHERE NOT granted`
    await eventually('the second waits for the first', async () => (await waiting.execute(tx.tables())).rows[0]?.count === 1)
  })
  assert.deepEqual([(await answered).status, charged], [200, []], 'it is approved already')
})

test('a request that is withdrawn takes its evidence along; nobody else can withdraw it', async () => {
  await using running = await exchange()
  const { asAlice, asBob, alice, dataDir } = running
  const path = `/number-rights/${String((await asAlice('POST', '/number-rights', ASKED)).body.id)}`
  await asAlice('POST', `${path}/documents?name=Rechnung`, INVOICE, PDF)
  assert.equal((await asBob('DELETE', path)).status, 404)
  assert.equal((await asAlice('DELETE', path)).status, 204)
  assert.equal((await asAlice('GET', path)).status, 404)
  assert.deepEqual(await readdir(join(dataDir, 'blobs', alice)).catch(() => []), [])
})

const wrong: readonly (readonly [what: string, body: object, answer: readonly unknown[]])[] = [
  ['a premium number', { ...ASKED, number: '+499001123456' }, [422, 'number-never-shown']],
  ['a number from abroad', { ...ASKED, number: '+43123456789' }, [422, 'number-never-shown']],
  ['one that is asked for already', ASKED, [409, 'number-right-taken']],
]
test('what can never be approved is not asked for either', async () => {
  await using running = await exchange()
  await running.asAlice('POST', '/number-rights', ASKED)
  for (const [what, body, answer] of wrong) assert.deepEqual(problem(await running.asAlice('POST', '/number-rights', body)), answer, what)
})

test('CLI-05: the operator pins a sender that has a right; the customer sees it and cannot change it', async () => {
  await using running = await exchange()
  const { operator, asAlice, alice, calls } = running
  await using identities = await calls()
  const pin = (pinned: string | null) => operator('PATCH', `/caller-identity/pinned?tenantId=${alice}`, { pinned })
  assert.deepEqual(problem(await pin(MOBILE)), [422, 'no-right-to-show'])
  assert.deepEqual(problem(await asAlice('PATCH', '/caller-identity', { shown: MOBILE })), [422, 'no-right-to-show'])
  const path = `/number-rights/${String((await asAlice('POST', '/number-rights', ASKED)).body.id)}`
  await asAlice('POST', `${path}/documents?name=Rechnung`, INVOICE, PDF)
  await operator('POST', `${path}/approval`, {})
  assert.equal((await pin(MOBILE)).status, 200)
  assert.equal((await asAlice('PATCH', '/caller-identity/pinned', { pinned: null })).status, 403)
  assert.equal((await asAlice('PATCH', '/caller-identity', { pinned: null })).status, 400)
  assert.deepEqual((await asAlice('GET', '/caller-identity')).body, { shown: null, pinned: MOBILE, hidesConnected: false })
  assert.equal(identities.identityOf(alice)?.customer.pinned, MOBILE)
  await pin(null)
  assert.equal((await asAlice('PATCH', '/caller-identity', { shown: MOBILE })).status, 200)
  assert.deepEqual(identities.identityOf(alice)?.customer, { shown: MOBILE, pinned: undefined })
})

test('CLI-03: thirty days before a right runs out its customer is told by mail, once; a mail that fails is sent later', async () => {
  await using running = await exchange()
  const { operator, asAlice, database, clock, signedIn } = running
  await signedIn()
  const path = `/number-rights/${String((await asAlice('POST', '/number-rights', ASKED)).body.id)}`
  await asAlice('POST', `${path}/documents?name=Rechnung`, INVOICE, PDF)
  const approve = (days: number) =>
    operator('POST', `${path}/approval`, { validUntil: new Date(clock.epochMs() + days * 86_400_000).toISOString() })
  const sent: Mail[] = []
  let isDown = true
  const round = async (until: () => boolean): Promise<void> => {
    const mail = { send: (each: Mail) => (isDown ? Promise.reject(new Error('down')) : Promise.resolve(void sent.push(each))) }
    const looked = Promise.withResolvers<undefined>()
    const over = () => {
      looked.resolve(undefined)
      return { cancel: () => undefined }
    }
    const after: typeof clock.after = (ms, work) => (ms > 0 ? over() : clock.after(ms, work))
    const job = warnOfExpiry({
      database,
      mail,
      portal: 'https://portal.example',
      clock: { nowMs: () => clock.nowMs(), epochMs: () => clock.epochMs(), after },
      logger: silentLogger,
    })
    await looked.promise
    await job.close(undefined)
    assert.ok(until())
  }
  await approve(40)
  isDown = false
  await round(() => sent.length === 0)
  await approve(20)
  isDown = true
  await round(() => sent.length === 0)
  isDown = false
  await round(() => sent.length === 1)
  await round(() => sent.length === 1)
  assert.match(sent[0]?.subject ?? '', /\+4915112345678/)
  assert.match(sent[0]?.text ?? '', /https:\/\/portal\.example\/caller-numbers\//)
})

test('TRK-10: who answers is hidden for a customer, an extension or a trunk, as calls see it, and shown again', async () => {
  await using running = await exchange()
  const { asAlice, asBob, alice, database, calls } = running
  await using identities = await calls()
  const [extensionId, trunkId] = await database.withTenant(alice, async (tx) => {
    const extension = await createExtension(tx, alice, { number: '10', name: 'Anna', outgoingNumber: null }, seededRandom(1))
    const trunk = sql`INSERT INTO customer_trunk (id, tenant_id, name, product, channels, access, number_format, signalling, transport, srtp)
      VALUES (gen_random_uuid(), ${alice}, 'PBX', 'basic', 2, 'registration', 'e164', 'sipconnect', 'UDP', 'none') RETURNING id`
    return [extension.extension.id, (await trunk.execute(tx.tables())).rows.map((row) => String((row as { id: unknown }).id))[0] ?? '']
  })
  const hidden = () => {
    const { customer, extensions, trunks } = identities.identityOf(alice) ?? NO_IDENTITY
    return [customer.hidesConnected, extensions.get(extensionId)?.hidesConnected, trunks.get(trunkId)?.hidesConnected]
  }
  for (const path of ['/caller-identity', `/caller-identity/extensions/${extensionId}`, `/caller-identity/trunks/${trunkId}`])
    assert.equal((await asAlice('PATCH', path, { hidesConnected: true })).body.hidesConnected, true, path)
  assert.deepEqual(hidden(), [true, true, true])
  assert.equal((await asBob('GET', `/caller-identity/trunks/${trunkId}`)).status, 404)
  for (const path of ['/caller-identity', `/caller-identity/extensions/${extensionId}`, `/caller-identity/trunks/${trunkId}`])
    await asAlice('PATCH', path, { hidesConnected: false })
  assert.deepEqual(hidden(), [undefined, undefined, undefined])
})
