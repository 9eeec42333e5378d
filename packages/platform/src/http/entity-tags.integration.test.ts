import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { z } from 'zod'
import type { Database } from '../database/database.ts'
import { platformMigrations } from '../migrations.ts'
import { type TestCluster, testApi, testCluster } from '../test-support/index.ts'
import type { ApiRoutes } from './api.ts'

let cluster: TestCluster
before(async () => {
  cluster = await testCluster([platformMigrations])
})
after(() => cluster[Symbol.asyncDispose]())

const OPERATOR = { kind: 'operator' } as const
const ID = '018f0000-0000-7000-8000-000000000001'

/** A thing with a colour that takes its time to change. */
function thingRoutes(database: Database): ApiRoutes {
  let colour = 'red'
  return (api) => {
    const params = z.object({ thingId: z.string() })
    const response = { 200: z.object({ colour: z.string() }) }
    api.get('/things/:thingId', { schema: { params, response } }, () => ({ colour }))
    api.patch('/things/:thingId', { schema: { params, body: z.strictObject({ colour: z.string() }), response } }, async (request) => {
      await database.isReady()
      colour = request.body.colour
      return { colour }
    })
    api.delete('/things/:thingId', { schema: { params, response: { 204: z.null() } } }, async (_request, reply) =>
      reply.code(204).send(null),
    )
    api.delete('/blind/:thingId', { schema: { params, response: { 204: z.null() } } }, async (_request, reply) =>
      reply.code(204).send(null),
    )
  }
}

async function things() {
  const opened = await cluster.database()
  const api = await testApi(opened.database, [thingRoutes(opened.database)], [])
  const client = await api.client(OPERATOR)
  return { client, api, opened, tag: async () => String((await client('GET', `/things/${ID}`)).headers.etag) }
}

test('a change is done for the version that it names, and gives the tag of the new one', async () => {
  const { client, tag } = await things()
  const changed = await client('PATCH', `/things/${ID}`, { colour: 'blue' }, { 'if-match': await tag() })
  assert.equal(changed.status, 200)
  assert.equal(changed.headers.etag, await tag())
  assert.equal((await client('DELETE', `/things/${ID}`, undefined, { 'if-match': `"other", ${await tag()}` })).status, 204)
})

test('a change of a version that is no more is refused, and says who has changed it', async () => {
  const { client, tag } = await things()
  const old = await tag()
  await client('PATCH', `/things/${ID}`, { colour: 'blue' })
  const refused = await client('PATCH', `/things/${ID}`, { colour: 'green' }, { 'if-match': old })
  assert.equal(refused.status, 412)
  assert.equal(refused.body.type, 'urn:klinke:problem:changed-meanwhile')
  assert.equal(refused.body.changedBy, 'test', 'the name of the key')
  assert.equal((await client('DELETE', `/things/${ID}`, undefined, { 'if-match': old })).status, 412)
  assert.equal((await client('GET', `/things/${ID}`)).body.colour, 'blue')
})

test('of two changes of the same version at the same time one is done', async () => {
  const { client, tag } = await things()
  const headers = { 'if-match': await tag() }
  const answers = await Promise.all(['blue', 'green', 'white'].map((colour) => client('PATCH', `/things/${ID}`, { colour }, headers)))
  assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 412, 412])
})

test('who has that version already gets 304, and what has no version of its own says so', async () => {
  const { client, tag } = await things()
  const known = await client('GET', `/things/${ID}`, undefined, { 'if-none-match': await tag() })
  assert.deepEqual([known.status, known.raw.length], [304, 0])
  assert.equal((await client('DELETE', `/blind/${ID}`, undefined, { 'if-match': '"x"' })).status, 400)
})

test('each answer says what is left of the rate limit, and a refusal when to come again', async () => {
  const opened = await cluster.database()
  const limits = { perKey: { burst: 2, perSecond: 0.5 }, wrongKeysPerAddress: { burst: 9, perSecond: 1 } }
  const api = await testApi(opened.database, [thingRoutes(opened.database)], [], limits)
  const client = await api.client(OPERATOR)
  const first = await client('GET', `/things/${ID}`)
  assert.equal(first.headers['ratelimit-policy'], '"client";q=2;w=4')
  assert.equal(first.headers.ratelimit, '"client";r=1;t=2')
  await client('GET', `/things/${ID}`)
  const refused = await client('GET', `/things/${ID}`)
  assert.equal(refused.status, 429)
  assert.match(String(refused.headers.ratelimit), /^"client";r=0;t=[34]$/)
  assert.match(String(refused.headers['retry-after']), /^[12]$/)
})
