import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, test } from 'node:test'
import { httpLookup } from './http-lookup.ts'

const server = createServer((request, response) => {
  switch (request.url) {
    case '/word':
      return response.end('vip\n')
    case '/json':
      return response.end('{"result":7,"displayText":"Gold"}')
    case '/nonsense':
      return response.end('{"result":')
    case '/error':
      return response.writeHead(500).end('vip')
    case '/elsewhere':
      return response.writeHead(302, { location: '/word' }).end()
    case '/large':
      return response.end('x'.repeat(20_000))
    case '/slow':
      // Says nothing until the asker is gone.
      return response.on('close', () => response.end())
    case '/trickle':
      return response.write('v')
    default:
      return response.writeHead(404).end()
  }
})
let port = 0
before(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  port = (server.address() as AddressInfo).port
})
after(() => {
  server.closeAllConnections()
  server.close()
})

const allowed = httpLookup({ privateNetworks: true })
const rows: readonly (readonly [path: string, answer: object])[] = [
  ['/word', { kind: 'answered', result: 'vip', displayText: undefined }],
  ['/json', { kind: 'answered', result: '7', displayText: 'Gold' }],
  ['/nonsense', { kind: 'failed', why: 'the answer is no JSON with a result' }],
  ['/error', { kind: 'failed', why: 'status 500' }],
  ['/elsewhere', { kind: 'failed', why: 'status 302' }],
  ['/large', { kind: 'failed', why: 'the answer is too large' }],
  ['/slow', { kind: 'failed', why: 'no answer in time' }],
  ['/trickle', { kind: 'failed', why: 'no answer in time' }],
]
for (const [path, answer] of rows) {
  test(`a lookup of ${path} gives ${JSON.stringify(answer)}`, async () => {
    assert.deepEqual(await allowed({ url: `http://localhost:${port}${path}`, timeLimitMs: 300 }), answer)
  })
}

test('a server that nobody reaches is a failure, not an error', async () => {
  assert.deepEqual(await allowed({ url: 'http://127.0.0.1:1/', timeLimitMs: 1000 }), {
    kind: 'failed',
    why: 'the server cannot be reached',
  })
})

for (const host of ['127.0.0.1', 'localhost', '[::1]', '[::ffff:127.0.0.1]', '0x7f.1', '169.254.169.254', '10.0.0.1']) {
  test(`a private address is not asked: ${host}`, async () => {
    const answer = await httpLookup({ privateNetworks: false })({ url: `http://${host}:${port}/word`, timeLimitMs: 1000 })
    assert.deepEqual(answer, { kind: 'failed', why: 'a private address' })
  })
}

test('only the web is asked', async () => {
  const answer = await allowed({ url: 'file:///etc/passwd', timeLimitMs: 1000 })
  assert.deepEqual(answer, { kind: 'failed', why: 'no http or https address' })
})
