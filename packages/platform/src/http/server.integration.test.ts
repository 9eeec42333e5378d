import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { KlinkeError, type LogFields, silentLogger } from '@klinke/foundation'
import { z } from 'zod'
import { platformMigrations } from '../migrations.ts'
import { type TestCluster, type TestDatabase, testApi, testCluster } from '../test-support/index.ts'
import type { ApiRoutes } from './api.ts'
import { DEFAULT_API_LIMITS } from './authentication.ts'

let cluster: TestCluster
before(async () => {
  cluster = await testCluster([platformMigrations])
})
after(() => cluster[Symbol.asyncDispose]())

/** A counter that a POST raises, an error a slice knows and one nobody knows. */
function counterRoutes(): ApiRoutes {
  let count = 0
  return (api) => {
    const body = z.strictObject({ by: z.int().min(1) })
    api.post('/count', { schema: { body, response: { 201: z.object({ count: z.int() }) } } }, async (request, reply) => {
      count += request.body.by
      return reply.code(201).send({ count })
    })
    api.get('/full', { config: { access: 'operator' } }, () => {
      throw new KlinkeError('counter-full', 'The counter is full. Reset it.')
    })
    api.delete('/count', () => {
      count = 0
      return { count }
    })
    api.get('/bug', () => {
      throw new Error('the secret inside')
    })
  }
}

const problems = {
  'counter-full': {
    status: 409,
    title: { en: 'Counter full', de: 'Zähler voll' },
    germanDetail: 'Der Zähler ist voll. Stellen Sie ihn zurück.',
  },
}
const open = (database: TestDatabase, limits = DEFAULT_API_LIMITS) => testApi(database.database, [counterRoutes()], [problems], limits)
const TENANT = { kind: 'tenant', tenantId: '018f0000-0000-7000-8000-00000000000a' } as const

test('a request without a key or with a wrong one is refused and told how to send one', async () => {
  await using database = await cluster.database()
  await using api = await open(database)
  for (const headers of [{}, { authorization: 'Bearer klinke_wrong' }, { authorization: 'Basic YTpi' }]) {
    const answer = await api.stranger('GET', '/full', undefined, headers)
    assert.equal(answer.status, 401)
    assert.equal(answer.headers['www-authenticate'], 'Bearer')
    assert.match(String(answer.body.detail), /Authorization: Bearer/)
  }
})

test('a domain error becomes its problem document, titled in the language asked for', async () => {
  await using database = await cluster.database()
  await using api = await open(database)
  const operator = await api.client({ kind: 'operator' })
  const german = await operator('GET', '/full', undefined, { 'accept-language': 'de-DE,de' })
  assert.equal(german.headers['content-type'], 'application/problem+json')
  assert.partialDeepStrictEqual(german.body, {
    type: 'urn:klinke:problem:counter-full',
    title: 'Zähler voll',
    status: 409,
    detail: 'Der Zähler ist voll. Stellen Sie ihn zurück.',
    instance: `urn:uuid:${german.headers['x-request-id']}`,
  })
  assert.equal((await operator('GET', '/full')).body.title, 'Counter full')
})

test('what is wrong is said in German to who asks for German: the sentence, and each field', async () => {
  await using database = await cluster.database()
  await using api = await open(database)
  const { body, headers } = await api.stranger('GET', '/full', undefined, { 'accept-language': 'de' })
  assert.match(String(body.detail), /^Melden Sie sich an/)
  assert.equal(headers['content-language'], 'de')
  assert.match(String((await api.stranger('GET', '/full', undefined, { 'accept-language': 'en' })).body.detail), /^Sign in/)
  const operator = await api.client({ kind: 'operator' })
  const wrong = async (language: string) => (await operator('POST', '/count', { by: 0 }, { 'accept-language': language })).body
  assert.deepEqual((await wrong('de')).errors, [{ pointer: '/by', detail: 'Bitte mindestens 1 eingeben' }])
  assert.match(String((await wrong('de')).detail), /^Der Inhalt ist ungültig: /)
  assert.match(String((await wrong('en')).detail), /^The body is not valid: /)
})

test('an unknown error tells nothing of itself but the request id', async () => {
  await using database = await cluster.database()
  await using api = await open(database)
  const answer = await (await api.client({ kind: 'operator' }))('GET', '/bug')
  assert.equal(answer.status, 500)
  assert.ok(!JSON.stringify(answer.body).includes('secret inside'))
})

test("an operator's route refuses a tenant key", async () => {
  await using database = await cluster.database()
  await using api = await open(database)
  assert.equal((await (await api.client(TENANT))('GET', '/full')).status, 403)
})

const wrong: readonly (readonly [
  what: string,
  body: unknown,
  headers: Record<string, string>,
  status: number,
  pointer: string | undefined,
])[] = [
  ['a wrong type', { by: 'one' }, {}, 400, '/by'],
  ['an unknown field', { by: 1, colour: 'red' }, {}, 400, '/'],
  ['broken JSON', '{"by":', { 'content-type': 'application/json' }, 400, undefined],
  ['another media type', 'by=1', { 'content-type': 'application/x-www-form-urlencoded' }, 415, undefined],
  ['too large a body', { by: 1, text: 'x'.repeat(1_100_000) }, {}, 413, undefined],
]
test('a wrong body is answered with what is wrong', async (context) => {
  await using database = await cluster.database()
  await using api = await open(database)
  const client = await api.client(TENANT)
  for (const [what, body, headers, status, pointer] of wrong) {
    await context.test(what, async () => {
      const answer = await client('POST', '/count', body, headers)
      assert.equal(answer.status, status)
      assert.equal((answer.body.errors as { pointer: string }[] | undefined)?.[0]?.pointer, pointer)
    })
  }
})

test('a missing field is called required, in the part of the request where it belongs', async () => {
  await using database = await cluster.database()
  await using api = await open(database)
  const client = await api.client(TENANT)
  const answer = await client('POST', '/count', {})
  assert.equal(answer.body.detail, 'The body is not valid: /by: is required')
})

test('an empty body is no body, whatever the content type says', async () => {
  await using database = await cluster.database()
  await using api = await open(database)
  const client = await api.client(TENANT)
  const json = { 'content-type': 'application/json' }
  assert.equal((await client('DELETE', '/count', '', json)).status, 200)
  assert.equal((await client('POST', '/count', '', json)).status, 400)
})

test('a POST repeated with its Idempotency-Key is done once and answered alike', async () => {
  await using database = await cluster.database()
  await using api = await open(database)
  const client = await api.client(TENANT)
  const key = { 'idempotency-key': 'a1' }
  const first = await client('POST', '/count', { by: 5 }, key)
  const again = await client('POST', '/count', { by: 5 }, key)
  assert.deepEqual([first.status, again.status, again.body], [201, 201, first.body])
  assert.equal(again.headers['idempotency-replayed'], 'true')
  assert.equal((await client('POST', '/count', { by: 6 }, key)).status, 422)
  const other = await api.client({ kind: 'operator' })
  assert.equal((await other('POST', '/count', { by: 5 }, key)).body.count, 10, 'the key of another client is another key')
})

test('a failed POST may be repeated with the same Idempotency-Key', async () => {
  await using database = await cluster.database()
  await using api = await open(database)
  const client = await api.client(TENANT)
  const key = { 'idempotency-key': 'a2' }
  assert.equal((await client('POST', '/count', { by: 0 }, key)).status, 400)
  assert.equal((await client('POST', '/count', { by: 1 }, key)).status, 201)
})

test('more requests than the limit of a key are told to wait', async () => {
  await using database = await cluster.database()
  await using api = await open(database, { ...DEFAULT_API_LIMITS, perKey: { burst: 2, perSecond: 0.01 } })
  const client = await api.client(TENANT)
  const statuses = [await client('GET', '/bug'), await client('GET', '/bug'), await client('GET', '/bug')].map((answer) => answer.status)
  assert.deepEqual(statuses, [500, 500, 429])
})

test('the API describes itself as OpenAPI 3.1 without a key', async () => {
  await using database = await cluster.database()
  await using api = await open(database)
  const { status, body } = await api.stranger('GET', '/openapi.json')
  assert.equal(status, 200)
  assert.equal(body.openapi, '3.1.0')
  assert.ok(Object.keys(body.paths as object).includes('/api/v1/count'))
  assert.equal((await api.stranger('GET', '/openapi.json?lang=fr')).status, 400)
})

test('readiness follows the database', async () => {
  await using database = await cluster.database()
  await using api = await open(database)
  assert.equal((await api.stranger('GET', '//health/ready')).status, 200)
  await database.database.close()
  assert.equal((await api.stranger('GET', '//health/ready')).status, 503)
})

test('an unknown route is a problem document too', async () => {
  await using database = await cluster.database()
  await using api = await open(database)
  const answer = await api.stranger('GET', '/nothing')
  assert.deepEqual([answer.status, answer.body.type], [404, 'urn:klinke:problem:not-found'])
  assert.match(String(answer.body.detail), /^There is no route GET .*\/nothing\. .*openapi\.json/)
})

test('who asks is what a trusted proxy says, and nobody else; the log keeps no query', async () => {
  await using opened = await cluster.database()
  const logged: LogFields[] = []
  const logger = { ...silentLogger, debug: (_: string, fields: LogFields = {}) => void logged.push(fields) }
  const whoAsks: ApiRoutes = (api) => {
    api.get('/who', { config: { access: 'public' } }, ({ ip, protocol }) => ({ ip, protocol }))
  }
  const forwarded = { 'x-forwarded-for': '198.51.100.9, 192.0.2.7', 'x-forwarded-proto': 'https' }
  const asked = async (trustedProxies: readonly string[]) => {
    await using api = await testApi(opened.database, [whoAsks], [], undefined, { logger, trustedProxies })
    return (await api.stranger('GET', '/who?code=secret', undefined, forwarded)).body
  }
  assert.deepEqual(await asked([]), { ip: '127.0.0.1', protocol: 'http' })
  assert.deepEqual(await asked(['10.0.0.0/8']), { ip: '127.0.0.1', protocol: 'http' })
  assert.deepEqual(await asked(['127.0.0.1']), { ip: '192.0.2.7', protocol: 'https' })
  assert.deepEqual(
    logged.map(({ path }) => path),
    ['/api/v1/who', '/api/v1/who', '/api/v1/who'],
  )
  assert.doesNotMatch(JSON.stringify(logged), /secret/)
})
