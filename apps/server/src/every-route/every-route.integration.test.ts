/**
 * Every route of the API, with everybody who might try it: made of the OpenAPI document, so that a new route is here the day it is written. A route whose parameters or
 * body cannot be made of its schema fails here until the schema has an example.
 */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { insertReseller, insertTenant, OwnedNumbers, profileOf } from '@klinke/accounts'
import { type Database, PatchedMap } from '@klinke/platform'
import type { TestAnswer, TestClient, TestCluster } from '@klinke/platform/test-support'
import { everythingOf, expireSessions, type Holdings, Requests } from './test-support/ground.ts'
import { isPaged, isSearched, sortsOf, wrongPaging, wrongSearch, wrongSorting } from './test-support/lists.ts'
import { type Access, type ApiDocument, documentIn, type Operation } from './test-support/operations.ts'
import { type WholeApi, wholeApi, wholeCluster } from './test-support/whole-api.ts'

const CLOSED_TO: Readonly<Record<'user' | 'tenant' | 'reseller', readonly Access[]>> = {
  user: ['tenant', 'reseller', 'operator'],
  tenant: ['reseller', 'operator'],
  reseller: ['operator'],
}
const TOO_LARGE = 60 * 1024 * 1024

let cluster: TestCluster
let whole: WholeApi
let document: ApiDocument
let requests: Requests
let operator: TestClient
let [alice, bob]: [Holdings, Holdings] = [
  { tenantId: '', ids: new Map() },
  { tenantId: '', ids: new Map() },
]

before(async () => {
  cluster = await wholeCluster()
  whole = await wholeApi(cluster)
  document = documentIn((await whole.api.stranger('GET', '/openapi.json')).body)
  requests = new Requests(document)
  operator = await whole.api.client({ kind: 'operator' })
  ;[alice, bob] = [await furnished(whole.database, 'alice'), await furnished(whole.database, 'bob')]
})
after(async () => {
  await whole?.[Symbol.asyncDispose]()
  await cluster?.[Symbol.asyncDispose]()
})

async function furnished(database: Database, name: string): Promise<Holdings> {
  const tenant = { name, sipDomain: `${name}.example.org`, areaCode: '221', profile: profileOf(undefined) }
  return requests.furnish((await database.withOperator((tx) => insertTenant(tx, tenant))).id, operator)
}

/** One line for each operation that does not do as it should. */
async function wrongs(what: (operation: Operation) => Promise<string | undefined>): Promise<void> {
  const found: string[] = []
  for (const operation of requests.operations) {
    const wrong = await what(operation).catch((error: unknown) => String(error))
    if (wrong !== undefined) found.push(`${operation.name}: ${wrong}`)
  }
  assert.deepEqual(found, [])
}

async function send(client: TestClient, operation: Operation, holdings: Holdings, { withTenant = false } = {}): Promise<TestAnswer> {
  const { url, body, headers } = requests.filled(operation, holdings, withTenant)
  return client(operation.method, url, body, { ...headers })
}

/** What is wrong with a refusal, if something is. */
function refusal(answer: TestAnswer, ...expected: readonly number[]): string | undefined {
  if (!expected.includes(answer.status)) return `${answer.status} instead of ${expected.join(' or ')}: ${String(answer.body.detail ?? '')}`
  const type = String(answer.headers['content-type'])
  return type.startsWith('application/problem+json') ? undefined : `a refusal of type ${type}`
}

/** What calls see after all changes so far, of which each was followed by reading the changed rows, is what they would see after a restart. */
async function assertFollowed(when: string): Promise<void> {
  const { now, anew } = await whole.pictures(alice.tenantId)
  assert.deepEqual(asEntries(now), asEntries(anew), when)
}

/** The same with every map as one of JavaScript's own: how a picture shares what has not changed is its own business. */
function asEntries(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asEntries)
  if (typeof value !== 'object' || value === null) return value
  if (value instanceof Map || value instanceof PatchedMap || value instanceof OwnedNumbers)
    return new Map([...value].map(([key, held]) => [key, asEntries(held)]))
  if (Object.getPrototypeOf(value) !== Object.prototype) return value
  return Object.fromEntries(Object.entries(value).map(([key, held]) => [key, asEntries(held)]))
}

test('calls see what has been made as after a restart, although only changed rows were read', async () => {
  await assertFollowed('after everything was made')
  assert.ok((await whole.pictures(alice.tenantId)).now?.extensions.size)
})

test('the document names, describes and tags every operation', () => {
  const ids = new Set<string>()
  for (const { name, documented } of requests.operations) {
    const { operationId, summary, description, tags } = documented
    assert.ok(operationId && !ids.has(operationId), `${name}: operationId ${operationId}`)
    assert.ok(summary && description && tags?.length === 1, name)
    ids.add(operationId)
  }
  assert.ok(ids.size > 150)
})

test('without a session or key, and with ones that are none, nothing is open that is not public', async () => {
  const strangers = [{}, { authorization: 'Bearer klinke_unknown' }, { cookie: 'klinke-session=unknown', 'sec-fetch-site': 'same-origin' }]
  await wrongs(async (operation) => {
    if (operation.access === 'public') return undefined
    for (const headers of strangers) {
      const { url, body, headers: own } = requests.filled(operation, alice, true)
      const wrong = refusal(await whole.api.stranger(operation.method, url, body, { ...own, ...headers }), 401)
      if (wrong !== undefined) return wrong
    }
    return undefined
  })
})

test('a key that is revoked, and sessions that are ended or have expired, open nothing any more', async () => {
  const late = await user()
  assert.equal((await late('GET', '/me')).status, 200)
  await expireSessions(whole.database)
  const ended = await user()
  const key = await whole.api.client({ kind: 'tenant', tenantId: alice.tenantId })
  assert.equal((await ended('DELETE', '/me/sessions')).status, 204)
  assert.equal((await ended('POST', '/sign-out')).status, 204)
  const keys = (await operator('GET', '/api-keys?limit=200')).body.items ?? []
  await operator('DELETE', `/api-keys/${String(keys.findLast(({ tenantId }) => tenantId === alice.tenantId)?.id)}`)
  await wrongs(async (operation) => {
    if (operation.access === 'public') return undefined
    for (const client of [ended, key, late]) {
      const wrong = refusal(await send(client, operation, alice), 401)
      if (wrong !== undefined) return wrong
    }
    return undefined
  })
})

test('each role is kept out of what is above it, and an administrator without rights out of everything that has an area', async () => {
  const reseller = await whole.database.withOperator((tx) => insertReseller(tx, 'Reseller'))
  const roles = {
    user: await whole.api.client({ kind: 'user', tenantId: alice.tenantId, extensionId: alice.ids.get('/extensions') ?? '' }),
    tenant: await whole.api.client({ kind: 'tenant', tenantId: alice.tenantId }),
    reseller: await whole.api.client({ kind: 'reseller', resellerId: reseller.id }),
  }
  const powerless = await whole.api.client({ kind: 'tenant', tenantId: alice.tenantId, rights: {} })
  await wrongs(async (operation) => {
    for (const role of ['user', 'tenant', 'reseller'] as const) {
      if (!CLOSED_TO[role].includes(operation.access)) continue
      const wrong = refusal(await send(roles[role], operation, alice), 403)
      if (wrong !== undefined) return `as ${role}: ${wrong}`
    }
    if (operation.access === 'public' || operation.access === 'signed-in') return undefined
    const wrong = refusal(await send(powerless, operation, alice), 403)
    return wrong === undefined ? undefined : `without rights: ${wrong}`
  })
})

test("another tenant's ids answer 404 and change nothing", async () => {
  const reseller = await whole.database.withOperator((tx) => insertReseller(tx, 'Another reseller'))
  const foreigners = {
    tenant: await whole.api.client({ kind: 'tenant', tenantId: alice.tenantId }),
    reseller: await whole.api.client({ kind: 'reseller', resellerId: reseller.id }),
    user: await whole.api.client({ kind: 'user', tenantId: alice.tenantId, extensionId: alice.ids.get('/extensions') ?? '' }),
  }
  const before = await everythingOf(whole.database, bob.tenantId)
  await wrongs(async (operation) => {
    if (operation.access === 'public' || operation.access === 'operator') return undefined
    for (const [who, client] of Object.entries(foreigners)) {
      const { url, body, headers, names } = requests.filled(operation, bob, true)
      if (names.length === 0) continue
      const answer = await client(operation.method, url, body, { ...headers })
      // What only the body names may be called wrong there, or be closed for another reason.
      const inUrl = names.some((id) => url.includes(encodeURIComponent(id)))
      // That is the user's to try, who has a session.
      if (isAskedToName(answer) || isForPersons(answer)) continue
      const wrong = refusal(
        answer,
        404,
        ...(who === 'tenant' && operation.access !== 'reseller' ? [] : [403]),
        ...(inUrl ? [] : [403, 422]),
      )
      if (wrong !== undefined) return `as ${who}: ${wrong}`
    }
    if (operation.method === 'GET' || (await everythingOf(whole.database, bob.tenantId)) === before) return undefined
    return 'it has changed something of the other tenant'
  })
})

/** A user has to say that it is about the own extension, a reseller which customer it is about: without that nothing is looked up. */
function isAskedToName({ status, body }: TestAnswer): boolean {
  const [first] = Array.isArray(body.errors) ? (body.errors as { readonly pointer?: string }[]) : []
  return status === 400 && ['/extensionId', '/tenantId'].includes(String(first?.pointer))
}

/** What only people can do, who have a session. */
function isForPersons({ status, body }: TestAnswer): boolean {
  return status === 403 && body.type === 'urn:klinke:problem:session-only'
}

const MALFORMED: readonly (readonly [what: string, body: unknown, headers: Readonly<Record<string, string>>, status: readonly number[]])[] =
  [
    ['broken JSON', '{"a":', { 'content-type': 'application/json' }, [400]],
    ['a list', [], {}, [400]],
    ['a word', '"word"', { 'content-type': 'application/json' }, [400]],
    ['an unknown field', { 'no-such-field': 1 }, {}, [400]],
    ['__proto__', '{"__proto__":{"polluted":true}}', { 'content-type': 'application/json' }, [400]],
    ['a NUL', '{"name":"a\\u0000b"}', { 'content-type': 'application/json' }, [400]],
    ['another media type', 'a=1', { 'content-type': 'application/x-www-form-urlencoded' }, [415]],
    ['XML', '<a/>', { 'content-type': 'application/xml' }, [415]],
  ]

test('a reseller reaches what its customers have by its id, and is told of nothing else that it is there', async () => {
  const { id: resellerId } = await whole.database.withOperator((tx) => insertReseller(tx, 'Reseller of alice'))
  await operator('PATCH', `/tenants/${alice.tenantId}`, { resellerId })
  const reseller = await whole.api.client({ kind: 'reseller', resellerId })
  await wrongs(async (operation) => {
    const isOne =
      operation.method === 'GET' && operation.path.endsWith('}') && !['public', 'signed-in', 'operator'].includes(operation.access)
    if (!isOne) return undefined
    // Call records are found by tenant, which such a route asks for.
    const [own, foreign] = [
      await send(reseller, operation, alice, { withTenant: true }),
      await send(reseller, operation, bob, { withTenant: true }),
    ]
    if (own.status !== 200 && own.status !== 404 && own.status !== 403) return `${own.status} for a customer's: ${String(own.body.detail)}`
    return refusal(foreign, 404, ...(own.status === 403 ? [403] : []))
  })
  await operator('PATCH', `/tenants/${alice.tenantId}`, { resellerId: null })
})

test('every list gives page by page what it gives at once', async () => {
  await wrongs(async (operation) => {
    if (!isPaged(operation) || operation.access === 'public') return undefined
    return wrongPaging(await clientFor(operation), requests.filled(operation, alice, true).url)
  })
})

/** Lists that people sort. */
const SORTED = ['/extensions', '/numbers', '/call-records', '/logins', '/tenants']

test('what people sort is sorted by every key that the list names, upwards and downwards, page by page', async () => {
  const sorted = requests.operations.filter((operation) => sortsOf(operation).length > 0)
  assert.deepEqual(
    SORTED.filter((path) => !sorted.some((operation) => operation.path === path)),
    [],
  )
  await wrongs(async (operation) => {
    const sorts = sortsOf(operation)
    if (sorts.length === 0) return undefined
    return wrongSorting(await clientFor(operation), requests.filled(operation, alice, true).url, sorts)
  })
})

/** Lists of which a tenant or the operator may have thousands. */
const LONG = [
  ...['/extensions', '/numbers', '/call-records', '/registrations', '/logins', '/audit-log', '/tenants', '/recordings', '/api-keys'],
  '/webhooks/{webhookId}/deliveries',
]

test('every long list is searched, and finds an entry by its own words in another case', async () => {
  const searched = requests.operations.filter(isSearched)
  assert.deepEqual(
    LONG.filter((path) => !searched.some((operation) => operation.path === path)),
    [],
  )
  await wrongs(async (operation) => {
    if (!isSearched(operation)) return undefined
    return wrongSearch(await clientFor(operation), requests.filled(operation, alice, true).url)
  })
})

test('a search finds names however their umlauts are written', async () => {
  const { tenantId } = alice
  await operator('POST', '/extensions', { tenantId, number: '7788', name: 'Jürgen Müßig' })
  for (const q of ['muessig', 'MÜSSIG jue', '7788'])
    assert.equal((await operator('GET', `/extensions?tenantId=${tenantId}&q=${encodeURIComponent(q)}`)).body.items?.length, 1, q)
})

test('malformed bodies and wrong media types are refused as what they are', async () => {
  await wrongs(async (operation) => {
    if (operation.body === undefined) return undefined
    const client = await clientFor(operation)
    const { url } = requests.filled(operation, alice, true)
    for (const [what, body, headers, statuses] of MALFORMED) {
      const wrong = refusal(await client(operation.method, url, body, { ...headers }), ...statuses)
      if (wrong !== undefined) return `${what}: ${wrong}`
    }
    return undefined
  })
})

test('bodies that are too large are refused before they are read', async () => {
  const large = Buffer.alloc(TOO_LARGE, 0x20)
  await wrongs(async (operation) => {
    const [media] = operation.mediaTypes
    if (media === undefined) return undefined
    const { url } = requests.filled(operation, alice, true)
    return refusal(await (await clientFor(operation))(operation.method, url, large, { 'content-type': media }), 413)
  })
})

const NONSENSE = ['%00', '..%2F..%2Fetc%2Fpasswd', '%F0%9F%92%A9', 'x'.repeat(200), '-1', '%27%3B--', '1e400']

test('nonsense in place of ids and parameters is refused, never a fault', async () => {
  await wrongs(async (operation) => {
    const client = await clientFor(operation)
    for (const nonsense of NONSENSE) {
      const path = operation.path.replaceAll(/\{\w+\}/g, nonsense)
      const queries = operation.parameters.filter((parameter) => parameter.in === 'query').map(({ name }) => `${name}=${nonsense}`)
      const urls = [
        ...(path === operation.path ? [] : [path]),
        ...queries.map((query) => `${requests.filled(operation, alice, false).url.split('?')[0]}?${query}`),
      ]
      if (operation.method !== 'GET') urls.splice(path === operation.path ? 0 : 1)
      for (const url of urls) {
        const { status, body } = await client(operation.method, url, operation.body === undefined ? undefined : {})
        if (status >= 500) return `${url}: ${status} ${String(body.detail)}`
      }
    }
    return undefined
  })
})

/** Last, because it deletes: what all of this would refuse for its own sake alone is refused to its owner too. */
test('the same requests are understood when their owner sends them', async () => {
  const depth = ({ path, method }: Operation): number => (method === 'DELETE' ? 100 - path.split('/').length : 0)
  const inOrder = requests.operations
    .filter(({ path }) => !['/sign-out', '/me/sessions'].includes(path))
    .toSorted((one, other) => depth(one) - depth(other))
  const found: string[] = []
  for (const operation of inOrder) {
    if (operation === inOrder.find(({ method }) => method === 'DELETE')) await assertFollowed('after every route has changed something')
    const first = await send(await clientFor(operation), operation, alice, { withTenant: true })
    const { status, body } = isForPersons(first) ? await send(await person(operation), operation, alice) : first
    if (status === 400 || status === 403 || status === 415 || status >= 500)
      found.push(`${operation.name}: ${status} ${String(body.detail)}`)
    if (operation.path === '/tenants/{tenantId}' && operation.method === 'PATCH') await assertFollowed('after a change of the tenant')
  }
  assert.deepEqual(found, [])
})

/** Somebody who is signed in. */
function person({ access }: Operation): Promise<TestClient> {
  return access === 'operator' ? whole.api.signedIn({ kind: 'operator' }) : user()
}

/** The person of alice's extension. */
function user(): Promise<TestClient> {
  return whole.api.client({ kind: 'user', tenantId: alice.tenantId, extensionId: alice.ids.get('/extensions') ?? '' })
}

/** Somebody to whom the operation is open. */
async function clientFor({ access, path }: Operation): Promise<TestClient> {
  if (path.startsWith('/me'))
    return whole.api.client({ kind: 'user', tenantId: alice.tenantId, extensionId: alice.ids.get('/extensions') ?? '' })
  return access === 'public' ? whole.api.stranger : operator
}
