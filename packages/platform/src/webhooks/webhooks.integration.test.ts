import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, afterEach, before, test } from 'node:test'
import { type Clock, seededRandom, silentLogger, type Timer } from '@klinke/foundation'
import { eventually, VirtualClock } from '@klinke/testbed'
import { EventHub } from '../event-stream/event-hub.ts'
import { platformMigrations } from '../migrations.ts'
import { type TestCluster, testApi, testCluster, testSecrets } from '../test-support/index.ts'
import { guardedPost, type Posted } from './post.ts'
import { webhookProblems, webhookRoutes } from './routes.ts'
import { activeWebhooks, insertDeliveries, leaseDeliveries, updateWebhook } from './store.ts'
import { Webhooks } from './webhooks.ts'

const TENANT = '018f0000-0000-7000-8000-00000000000a'
const OTHER = '018f0000-0000-7000-8000-00000000000b'
const URL_OF_CRM = 'https://crm.example.org/klinke'
const TARPIT = 'https://tarpit.example.org/'
const DAY_MS = 86_400_000
const DEADLINE_MS = 20_000

let cluster: TestCluster
before(async () => {
  cluster = await testCluster([platformMigrations])
})
after(() => cluster[Symbol.asyncDispose]())
/** What a test has opened: PostgreSQL has no more connections than for a few. */
const opened: AsyncDisposable[] = []
afterEach(async () => {
  for (const each of opened.splice(0).reverse()) await each[Symbol.asyncDispose]()
})

interface Sent {
  readonly url: string
  readonly body: string
  readonly headers: Readonly<Record<string, string>>
}

/** Webhooks over a database of their own, a clock that stands still, and a receiver on paper that answers as it is told. */
async function world(maxWaiting = 1_000) {
  const own = await cluster.database()
  opened.push(own)
  const { database } = own
  const [clock, secrets, logger] = [new VirtualClock(), testSecrets(), silentLogger]
  const hub = new EventHub(clock, seededRandom(1))
  const sent: Sent[] = []
  const answers: { now: Posted } = { now: { kind: 'delivered', status: 200 } }
  /** Who waits for the answer of a receiver that keeps the connection open and says nothing. */
  const kept: (() => void)[] = []
  const timers = new Set<Timer>()
  const disabled: string[] = []
  const consenting: string[] = []
  const consentingOf = async () => new Set(consenting)
  const open = (): Webhooks =>
    new Webhooks({
      ...{ database, secrets, logger, hub, maxWaiting, clock: counting(clock, timers) },
      post: async (url, body, headers) => {
        sent.push({ url, body, headers })
        if (url === TARPIT) await new Promise<void>((resolve) => kept.push(resolve))
        return answers.now
      },
      consentingOf,
      disabled: async ({ url }) => void disabled.push(url),
    })
  const webhooks = open()
  const api = await testApi(database, [webhookRoutes({ database, secrets, clock, consentingOf, webhooks })], [webhookProblems])
  opened.push(api)
  const admin = await api.client({ kind: 'tenant', tenantId: TENANT })
  const record = (): void =>
    hub.tell({ topic: 'call-records', type: 'call-record.finished', tenantId: TENANT, area: 'reports', users: [], data: {} })
  const ring = (tenantId = TENANT): void =>
    hub.tell({ topic: 'calls', type: 'call.started', tenantId, area: 'live', users: [], data: { displayName: '<script>' } })
  /** Lets time pass, as quickly as the database follows, until so many have been sent. */
  const count = async (wanted: number, stepMs = 100): Promise<void> => {
    const until = performance.now() + DEADLINE_MS
    while (sent.length < wanted) {
      assert.ok(performance.now() < until, `${sent.length} of ${wanted} deliveries`)
      await clock.advance(stepMs)
      await database.withOperator(activeWebhooks)
    }
  }
  const release = (): void => {
    for (const resolve of kept.splice(0)) resolve()
  }
  return {
    admin,
    api,
    answers,
    clock,
    consenting,
    count,
    database,
    disabled,
    hub,
    kept,
    open,
    record,
    release,
    ring,
    sent,
    timers,
    webhooks,
  }
}

/** The clock, which tells how many timers of a second stand. */
function counting(clock: Clock, standing: Set<Timer>): Clock {
  return {
    nowMs: () => clock.nowMs(),
    epochMs: () => clock.epochMs(),
    after: (delayMs, run) => {
      const timer = clock.after(delayMs, () => {
        standing.delete(kept)
        run()
      })
      const kept: Timer = {
        cancel: () => {
          standing.delete(kept)
          timer.cancel()
        },
      }
      if (delayMs === 1_000) standing.add(kept)
      return kept
    },
  }
}

test('an event is sent once, signed so that the receiver can prove it, and is in the log', async () => {
  const { admin, count, ring, sent, webhooks } = await world()
  const made = await admin('POST', '/webhooks', { url: URL_OF_CRM, topics: ['calls'] })
  assert.equal(made.status, 201)
  ring(OTHER)
  ring()
  await count(1)
  const [first] = sent
  assert.ok(first)
  const { 'webhook-id': id, 'webhook-timestamp': at, 'webhook-signature': signature } = first.headers
  const key = Buffer.from(String(made.body.secret).slice('whsec_'.length), 'base64')
  assert.equal(signature, `v1,${createHmac('sha256', key).update(`${id}.${at}.${first.body}`).digest('base64')}`)
  assert.partialDeepStrictEqual(JSON.parse(first.body), { type: 'call.started', tenantId: TENANT, data: { displayName: '<script>' } })
  const log = await eventually('the delivery in the log', async () => {
    const { items = [] } = (await admin('GET', `/webhooks/${String(made.body.id)}/deliveries`)).body
    return items[0]?.state === 'delivered' && items
  })
  assert.deepEqual([log.length, log[0]?.attempts, sent.length], [1, 1, 1])
  await webhooks.close()
})

test('what is not taken is tried again for about a day, then given up; the webhook is disabled and somebody told', async () => {
  const { admin, answers, clock, count, disabled, ring, sent, webhooks } = await world()
  const { id } = (await admin('POST', '/webhooks', { url: URL_OF_CRM, topics: ['calls'] })).body
  answers.now = { kind: 'failed', status: 503, why: 'status 503' }
  ring()
  await count(1)
  await count(11, 300_000)
  // The last attempt comes after 23.7 hours; what happens after a day is tried once, and ends it.
  await clock.advance(3_600_000)
  ring()
  const webhook = await eventually('the webhook is disabled', async () => {
    await clock.advance(100)
    const { body } = await admin('GET', `/webhooks/${String(id)}`)
    return body.active === false && body
  })
  assert.notEqual(webhook.failingSince, null)
  await eventually('somebody is told', () => disabled.length > 0)
  const tried = sent.length
  assert.ok(tried === 11 || tried === 12, `${tried} attempts`)
  ring()
  for (let looks = 0; looks < 5; looks++) await clock.advance(2_000)
  assert.equal(sent.length, tried)
  await webhooks.close()
})

test('a restart goes on with what waits; a replay sends again what is done', async () => {
  const { admin, answers, clock, count, open, ring, sent, webhooks } = await world()
  const { id } = (await admin('POST', '/webhooks', { url: URL_OF_CRM, topics: ['calls'] })).body
  answers.now = { kind: 'failed', status: undefined, why: 'the server cannot be reached' }
  ring()
  await count(1)
  await webhooks.close()
  answers.now = { kind: 'delivered', status: 204 }
  await clock.advance(DAY_MS / 24)
  const again = open()
  await count(2)
  assert.equal(sent[1]?.headers['webhook-id'], sent[0]?.headers['webhook-id'])
  const { items = [] } = (await admin('GET', `/webhooks/${String(id)}/deliveries`)).body
  const replay = await admin('POST', `/webhooks/${String(id)}/deliveries/${String(items[0]?.id)}/replay`)
  assert.equal(replay.status, 202)
  await count(3, 1_000)
  await again.close()
})

test('after a rotation both secrets sign for a day, then the new one alone; a test tells what came of it', async () => {
  const { admin, clock, sent, webhooks } = await world()
  const { id } = (await admin('POST', '/webhooks', { url: URL_OF_CRM, topics: ['calls'] })).body
  const signatures = async (): Promise<number> => {
    const tested = await admin('POST', `/webhooks/${String(id)}/test`)
    assert.deepEqual(tested.body, { delivered: true, status: 200, error: null })
    return String(sent.at(-1)?.headers['webhook-signature']).split(' ').length
  }
  const counts = [await signatures()]
  await admin('POST', `/webhooks/${String(id)}/rotate-secret`)
  counts.push(await signatures())
  await clock.advance(DAY_MS + 1)
  counts.push(await signatures())
  assert.deepEqual(counts, [1, 2, 1])
  await webhooks.close()
})

test('PORT-04: what evaluates calls is sent only while the management consents', async () => {
  const { admin, consenting, count, record, ring, sent, webhooks } = await world()
  await admin('POST', '/webhooks', { url: URL_OF_CRM, topics: ['calls', 'call-records'] })
  record()
  ring()
  await count(1)
  consenting.push(TENANT)
  record()
  await count(2)
  assert.deepEqual(
    sent.map(({ body }) => (JSON.parse(body) as { readonly type: string }).type),
    ['call.started', 'call-record.finished'],
  )
  await webhooks.close()
})

test('nobody has sent what he may not hear of, and not more webhooks than the limit are made', async () => {
  const { admin, api, webhooks } = await world()
  const some = await api.client({ kind: 'tenant', tenantId: TENANT, rights: { settings: 'write' } })
  const inSettings = await some('POST', '/webhooks', { url: URL_OF_CRM, topics: ['calls'] })
  assert.equal(inSettings.status, 403)
  for (let made = 0; made < 20; made++) await admin('POST', '/webhooks', { url: URL_OF_CRM, topics: ['queues'] })
  assert.equal((await admin('POST', '/webhooks', { url: URL_OF_CRM, topics: ['queues'] })).status, 422)
  await webhooks.close()
})

test('a receiver that lets us wait holds up nobody else, neither of other customers nor of its own', async () => {
  const { admin, api, clock, count, kept, release, ring, sent, webhooks } = await world()
  const other = await api.client({ kind: 'tenant', tenantId: OTHER })
  for (let made = 0; made < 2; made++) await admin('POST', '/webhooks', { url: TARPIT, topics: ['calls'] })
  for (let rung = 0; rung < 60; rung++) ring()
  await eventually('the receiver keeps what it is given', async () => {
    await clock.advance(100)
    return kept.length === 4
  })
  await admin('POST', '/webhooks', { url: `${URL_OF_CRM}/own`, topics: ['calls'] })
  await other('POST', '/webhooks', { url: `${URL_OF_CRM}/other`, topics: ['calls'] })
  ring()
  ring(OTHER)
  await count(6)
  assert.deepEqual(sent.map(({ url }) => url).sort(), [`${URL_OF_CRM}/other`, `${URL_OF_CRM}/own`, TARPIT, TARPIT, TARPIT, TARPIT])
  const closed = webhooks.close()
  release()
  await closed
})

test('however often somebody says that something is due, one timer looks', async () => {
  const { admin, clock, kept, release, ring, timers, webhooks } = await world()
  await admin('POST', '/webhooks', { url: TARPIT, topics: ['calls'] })
  ring()
  await eventually('the receiver keeps it', async () => {
    await clock.advance(100)
    return kept.length === 1
  })
  for (let looks = 0; looks < 5; looks++) {
    webhooks.look()
    await clock.advance(1_000)
  }
  release()
  await eventually('one timer stands', () => timers.size === 1)
  for (let seconds = 0; seconds < 5; seconds++) {
    await clock.advance(1_000)
    await eventually('the next one stands', () => timers.size > 0)
    assert.equal(timers.size, 1)
  }
  await webhooks.close()
  assert.equal(timers.size, 0)
})

test('no more waits for a webhook than its limit', async () => {
  const { admin, answers, clock, count, ring, webhooks } = await world(3)
  const { id } = (await admin('POST', '/webhooks', { url: URL_OF_CRM, topics: ['calls'] })).body
  answers.now = { kind: 'failed', status: 503, why: 'status 503' }
  for (let rung = 1; rung <= 3; rung++) {
    ring()
    await count(rung, 50)
  }
  for (let rung = 0; rung < 4; rung++) {
    ring()
    await clock.advance(50)
  }
  await webhooks.close()
  assert.equal((await admin('GET', `/webhooks/${String(id)}/deliveries`)).body.items?.length, 3)
})

test('a webhook that is deleted with an event on its way, or whose secret is lost, holds up no other', async () => {
  const { admin, count, database, ring, sent, webhooks } = await world()
  const { id } = (await admin('POST', '/webhooks', { url: `${URL_OF_CRM}/deleted`, topics: ['calls'] })).body
  const lost = (await admin('POST', '/webhooks', { url: `${URL_OF_CRM}/lost`, topics: ['calls'] })).body
  await admin('POST', '/webhooks', { url: URL_OF_CRM, topics: ['calls'] })
  await database.withOperator((tx) => updateWebhook(tx, String(lost.id), { secret_sealed: 'v1.lost' }))
  ring()
  await admin('DELETE', `/webhooks/${String(id)}`)
  await count(1)
  await webhooks.close()
  assert.deepEqual(
    sent.map(({ url }) => url),
    [URL_OF_CRM],
  )
  const { items } = (await admin('GET', `/webhooks/${String(lost.id)}/deliveries`)).body
  assert.deepEqual(
    items?.map(({ lastError }) => lastError),
    ['it could not be signed'],
  )
})

test('PORT-04: what waits when the consent is revoked is not sent any more', async () => {
  const { admin, answers, api, clock, consenting, count, record, sent, webhooks } = await world()
  const { id } = (await admin('POST', '/webhooks', { url: URL_OF_CRM, topics: ['call-records'] })).body
  answers.now = { kind: 'failed', status: 503, why: 'status 503' }
  consenting.push(TENANT)
  record()
  await count(1)
  consenting.pop()
  const operator = await api.client({ kind: 'operator' })
  await eventually('it is withheld', async () => {
    await clock.advance(10_000)
    const { items } = (await operator('GET', `/webhooks/${String(id)}/deliveries`)).body
    return items?.[0]?.state === 'failed'
  })
  assert.equal(sent.length, 1)
  await webhooks.close()
})

test('PORT-04: once the consent is revoked the log shows no record of a call, and sends none again', async () => {
  const { admin, consenting, count, record, ring, sent, webhooks } = await world()
  const path = `/webhooks/${String((await admin('POST', '/webhooks', { url: URL_OF_CRM, topics: ['calls', 'call-records'] })).body.id)}`
  consenting.push(TENANT)
  record()
  ring()
  await count(2)
  const types = async () => ((await admin('GET', `${path}/deliveries`)).body.items ?? []).map(({ type }) => type).sort()
  assert.deepEqual(await types(), ['call-record.finished', 'call.started'])
  const { items = [] } = (await admin('GET', `${path}/deliveries?q=record`)).body
  consenting.pop()
  assert.deepEqual(await types(), ['call.started'])
  assert.equal((await admin('POST', `${path}/deliveries/${String(items[0]?.id)}/replay`)).status, 404)
  assert.equal(sent.length, 2)
  await webhooks.close()
})

test('two servers on one database send each delivery once, also what both are told of', async () => {
  const { admin, clock, count, hub, kept, open, release, ring, sent, webhooks } = await world()
  for (const url of [URL_OF_CRM, TARPIT]) await admin('POST', '/webhooks', { url, topics: ['calls', 'configuration'] })
  const other = open()
  await other.changed()
  webhooks.look()
  // Both hear the hub; what one of them alone knows of has no name that they share, so it is told to one.
  hub.tell({
    ...{ topic: 'configuration', type: 'configuration.changed', tenantId: TENANT, area: 'settings', users: [] },
    ...{ sharedId: '7 extension update x', data: { table: 'extension' } },
  })
  await eventually('the slow receiver has it', async () => {
    await clock.advance(100)
    return kept.length === 1
  })
  for (let looks = 0; looks < 5; looks++) {
    other.look()
    webhooks.look()
    await clock.advance(1_000)
  }
  assert.deepEqual(sent.map(({ url }) => url).sort(), [URL_OF_CRM, TARPIT].sort())
  const closed = other.close()
  release()
  await closed
  ring()
  await count(4)
  const ids = sent.map(({ headers }) => headers['webhook-id'])
  assert.equal(new Set(ids).size, ids.length)
  release()
  await webhooks.close()
})

test('what a server that was killed had under way is sent by another one', async () => {
  const { admin, clock, count, database, open, sent, webhooks } = await world()
  const webhookId = String((await admin('POST', '/webhooks', { url: URL_OF_CRM, topics: ['calls'] })).body.id)
  await webhooks.close()
  const now = new Date(clock.epochMs())
  const event = { tenantId: TENANT, webhookId, topic: 'calls', type: 'call.started', body: '{}', at: now, toldAs: null } as const
  await database.withOperator((tx) => insertDeliveries(tx, [event], 10))
  const { items = [] } = (await admin('GET', `/webhooks/${webhookId}/deliveries`)).body
  const until = new Date(now.getTime() + 30_000)
  await database.withOperator((tx) => leaseDeliveries(tx, [String(items[0]?.id)], now, until))
  const other = open()
  for (let looks = 0; looks < 3; looks++) {
    await clock.advance(1_000)
    other.look()
  }
  assert.equal(sent.length, 0)
  await clock.advance(30_000)
  await count(1)
  await other.close()
})

test('nobody leads to himself, or reads in the log, what he may not hear of', async () => {
  const { admin, api, webhooks } = await world()
  const { id } = (await admin('POST', '/webhooks', { url: URL_OF_CRM, topics: ['calls'] })).body
  const some = await api.client({ kind: 'tenant', tenantId: TENANT, rights: { settings: 'write' } })
  const path = `/webhooks/${String(id)}`
  for (const change of [{ url: 'https://mine.example.org/' }, { topics: ['configuration'] }])
    assert.equal((await some('PATCH', path, change)).status, 403)
  assert.equal((await some('GET', `${path}/deliveries`)).status, 403)
  assert.equal((await some('POST', `${path}/rotate-secret`)).status, 403)
  assert.deepEqual((await admin('GET', path)).body.url, URL_OF_CRM)
  await webhooks.close()
})

test('of several who make the last webhook at a time one does', async () => {
  const { admin, webhooks } = await world()
  for (let made = 0; made < 19; made++) await admin('POST', '/webhooks', { url: URL_OF_CRM, topics: ['queues'] })
  const answers = await Promise.all(Array.from({ length: 4 }, () => admin('POST', '/webhooks', { url: URL_OF_CRM, topics: ['queues'] })))
  assert.deepEqual(answers.map(({ status }) => status).sort(), [201, 422, 422, 422])
  await webhooks.close()
})

test('private addresses are not reached unless the operator allows it, redirections are not followed, and slow ones given up', async () => {
  const server = createServer((request, response) => {
    if (request.url === '/elsewhere') response.writeHead(302, { location: '/' }).end()
    else response.writeHead(204).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  try {
    for (const host of ['127.0.0.1', 'localhost', '[::1]', '[::ffff:127.0.0.1]', '0x7f.1', '169.254.169.254', '10.0.0.1'])
      assert.deepEqual(await guardedPost(false)(`http://${host}:${port}/`, '{}', {}), {
        kind: 'failed',
        status: undefined,
        why: 'a private address',
      })
    const allowed = guardedPost(true)
    assert.deepEqual(await allowed(`http://127.0.0.1:${port}/`, '{}', {}), { kind: 'delivered', status: 204 })
    assert.deepEqual(await allowed(`http://127.0.0.1:${port}/elsewhere`, '{}', {}), { kind: 'failed', status: 302, why: 'status 302' })
    assert.deepEqual(await allowed('file:///etc/passwd', '{}', {}), { kind: 'failed', status: undefined, why: 'no http or https address' })
  } finally {
    server.closeAllConnections()
    server.close()
  }
})
