import assert from 'node:assert/strict'
import { request } from 'node:http'
import { after, before, test } from 'node:test'
import { gunzipSync, gzipSync } from 'node:zlib'
import { RunningProduct } from '@klinke/testbed'
import { providePortal } from '../../scripts/build-portal.ts'
import { root } from './support.ts'

/** What must be loaded before somebody sees anything. */
const MAX_FIRST_LOAD_OCTETS = 250 * 1_024

let product: RunningProduct
before(async () => {
  await providePortal(() => undefined)
  product = await RunningProduct.start({ root })
})
after(() => product?.[Symbol.asyncDispose]())

interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: Buffer
}

/** A request with the path as it is: `fetch` would tidy it. */
function get(path: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
  const { hostname, port } = new URL(product.demo.portal)
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, path, headers, method: 'GET' }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) }))
    })
    sent.on('error', reject)
    sent.end()
  })
}

async function assetsOf(pattern: RegExp): Promise<readonly string[]> {
  const page = (await get('/')).body.toString()
  return [...page.matchAll(pattern)].map((match) => match[1] ?? '')
}

for (const path of ['/', '/extensions', '/extensions/018f0000-0000-7000-8000-000000000000', '/nowhere?x=/api']) {
  test(`${path} is a page of the portal`, async () => {
    const { status, headers, body } = await get(path)
    assert.equal(status, 200)
    assert.match(String(headers['content-type']), /^text\/html/)
    assert.equal(headers['cache-control'], 'no-store')
    assert.match(body.toString(), /<div id="portal">/)
  })
}

for (const path of ['/api/v1/nowhere', '/api', '/sip', '/health/nowhere', '/assets/none.js', '/none.js', '/assets/../../package.json']) {
  test(`${path} is no page of the portal: a wrong path says so`, async () => {
    const { status, headers } = await get(path)
    assert.equal(status, 404)
    assert.match(String(headers['content-type']), /^application\/problem\+json/)
  })
}

for (const path of ['/../package.json', '/%2e%2e/%2e%2e/package.json', '/..%2f..%2fpackage.json', '/assets/%2e%2e/.sources', '/.sources']) {
  test(`${path} shows no file`, async () => {
    assert.doesNotMatch((await get(path)).body.toString(), /"name": "|^[0-9a-f]{64}$/)
  })
}

test('pages allow scripts from this server only, none inline, and styles by a nonce that is never the same', async () => {
  const [one, other] = [await get('/'), await get('/')]
  const policy = String(one.headers['content-security-policy'])
  assert.match(policy, /default-src 'none'/)
  assert.match(policy, /script-src 'self';/)
  assert.doesNotMatch(policy, /unsafe/)
  assert.notEqual(policy, other.headers['content-security-policy'])
  const page = one.body.toString()
  assert.doesNotMatch(page, /__CSP_NONCE__/)
  const nonce = /'nonce-([\w-]+)'/.exec(policy)?.[1] ?? ''
  assert.ok(nonce.length >= 16 && page.includes(nonce))
  for (const [, content = ''] of page.matchAll(/<script[^>]*>([^<]*)<\/script>/g)) assert.equal(content.trim(), '')
})

test('hashed files may be kept for ever, the rest is asked after and not sent twice', async () => {
  const [script = ''] = await assetsOf(/src="(\/assets\/[^"]+\.js)"/g)
  assert.match(String((await get(script)).headers['cache-control']), /immutable/)
  const worker = await get('/service-worker.js')
  assert.equal(worker.headers['cache-control'], 'no-cache')
  assert.match(String(worker.headers['content-type']), /^text\/javascript/)
  assert.equal((await get('/service-worker.js', { 'if-none-match': String(worker.headers.etag) })).status, 304)
})

test('files go out packed to whoever takes that', async () => {
  const [script = ''] = await assetsOf(/src="(\/assets\/[^"]+\.js)"/g)
  const plain = await get(script)
  const packed = await get(script, { 'accept-encoding': 'gzip' })
  assert.equal(plain.headers['content-encoding'], undefined)
  assert.equal(packed.headers['content-encoding'], 'gzip')
  assert.deepEqual(gunzipSync(packed.body), plain.body)
  assert.equal((await get(script, { 'accept-encoding': 'gzip, br' })).headers['content-encoding'], 'br')
  assert.equal((await get(script, { 'accept-encoding': 'br;q=0' })).headers['content-encoding'], undefined)
})

test(`the first load is at most ${MAX_FIRST_LOAD_OCTETS / 1_024} KiB, packed with gzip: scripts and styles together`, async () => {
  const files = [...(await assetsOf(/(?:src|href)="(\/assets\/[^"]+)"/g))]
  assert.ok(files.length >= 2)
  let octets = 0
  for (const file of files) octets += gzipSync((await get(file)).body, { level: 9 }).length
  assert.ok(octets <= MAX_FIRST_LOAD_OCTETS, `${Math.round(octets / 1_024)} KiB`)
})

test('the portal can be installed: manifest with icons that are there', async () => {
  const manifest = JSON.parse((await get('/manifest.webmanifest')).body.toString()) as {
    readonly icons: readonly { readonly src: string }[]
  }
  for (const { src } of manifest.icons) assert.equal((await get(src)).status, 200)
})
