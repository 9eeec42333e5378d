import assert from 'node:assert/strict'
import { test } from 'node:test'
import { seededRandom } from '@klinke/foundation'
import { buildRequest, buildResponse, DigestClient, DigestServer, type DigestVerdict, ha1, ha1s, type SipRequest } from '../index.ts'
import { digestResponse } from './response.ts'

const REALM = 'acme.example'
const SECRETS = ha1s('10', REALM, 'Geheim!')

function server(options: { maxNonces?: number; nonceLifetimeMs?: number } = {}): DigestServer {
  return new DigestServer({ secret: new Uint8Array(32).fill(7), random: seededRandom(1), ...options })
}

function register(fields: readonly (readonly [string, string])[] = [], uri = `sip:${REALM}`): SipRequest {
  return buildRequest({ method: 'REGISTER', uri, from: 'sip:a', to: 'sip:a', callId: 'c', cseq: 1, headers: fields })
}

function verify(digest: DigestServer, request: SipRequest, nowMs = 0): DigestVerdict {
  return digest.verify(request, {
    realm: REALM,
    challenger: 'user-agent',
    nowMs,
    secrets: (username) => (username === '10' ? SECRETS : undefined),
  })
}

function challenged(digest: DigestServer, client: DigestClient, nowMs = 0, stale = false): boolean {
  const headers = digest.challenges(REALM, nowMs, stale).map((value): [string, string] => ['WWW-Authenticate', value])
  return client.challenged(buildResponse(register(), 401, { headers }))
}

function phone(username = '10', password = 'Geheim!'): DigestClient {
  return new DigestClient({ username, password }, seededRandom(2))
}

const uri = `sip:${REALM}`

test('responses are those of RFC 7616 §3.9.1', () => {
  const rows = [
    ['MD5', '8ca523f5e9506fed4657c9700eebdbec'],
    ['SHA-256', '753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1'],
  ] as const
  for (const [algorithm, expected] of rows) {
    const secret = ha1(algorithm, 'Mufasa', 'http-auth@example.org', 'Circle of Life')
    const count = { nc: '00000001', cnonce: 'f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ' }
    const input = { algorithm, method: 'GET', uri: '/dir/index.html', nonce: '7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v', count }
    assert.equal(digestResponse(secret, input), expected)
  }
})

test('a phone with the right password is accepted, request after request', () => {
  const [digest, client] = [server(), phone()]
  assert.deepEqual(verify(digest, register()), { kind: 'absent' })
  assert.equal(challenged(digest, client), true)
  for (let i = 0; i < 3; i++) {
    assert.deepEqual(verify(digest, register(client.fields('REGISTER', uri))), { kind: 'accepted', username: '10' })
  }
})

test('the client answers SHA-256 when it is offered, MD5 when it is not', () => {
  const both = phone()
  challenged(server(), both)
  assert.match(both.fields('REGISTER', uri)[0]?.[1] ?? '', /algorithm=SHA-256/)
  const old = phone()
  old.challenged(buildResponse(register(), 401, { headers: [['WWW-Authenticate', 'Digest realm="acme.example", nonce="n"']] }))
  assert.match(old.fields('REGISTER', uri)[0]?.[1] ?? '', /algorithm=MD5/)
  assert.doesNotMatch(old.fields('REGISTER', uri)[0]?.[1] ?? '', /qop|cnonce/)
})

test('a wrong password and a user that does not exist are refused alike', () => {
  for (const client of [phone('10', 'wrong'), phone('11', 'Geheim!')]) {
    const digest = server()
    challenged(digest, client)
    const verdict = verify(digest, register(client.fields('REGISTER', uri)))
    assert.equal(verdict.kind, 'wrong')
    assert.equal(challenged(digest, client), false, 'no second try')
  }
})

test('a replayed request is stale, one that was overtaken is not', () => {
  const [digest, client] = [server(), phone()]
  challenged(digest, client)
  const requests = [0, 1, 2].map(() => register(client.fields('REGISTER', uri)))
  const kinds = [0, 2, 1, 1, 0, 2].map((i) => verify(digest, requests[i] ?? register()).kind)
  assert.deepEqual(kinds, ['accepted', 'accepted', 'accepted', 'stale', 'stale', 'stale'])
})

test('an old nonce is stale and the client goes on with a new one', () => {
  const [digest, client] = [server({ nonceLifetimeMs: 1_000 }), phone()]
  challenged(digest, client)
  assert.equal(verify(digest, register(client.fields('REGISTER', uri)), 1_000).kind, 'accepted')
  assert.equal(verify(digest, register(client.fields('REGISTER', uri)), 1_001).kind, 'stale')
  assert.equal(challenged(digest, client, 1_001, true), true)
  assert.equal(verify(digest, register(client.fields('REGISTER', uri)), 1_002).kind, 'accepted')
})

test('after a success a fresh challenge is answered again', () => {
  const [digest, client] = [server(), phone()]
  challenged(digest, client)
  client.accepted()
  assert.equal(challenged(digest, client), true)
})

test('a nonce that was made elsewhere or for another realm is stale', () => {
  const foreign = new DigestServer({ secret: new Uint8Array(32).fill(8), random: seededRandom(1) })
  const client = phone()
  challenged(foreign, client)
  assert.equal(verify(server(), register(client.fields('REGISTER', uri))).kind, 'stale')
})

test('forgetting nonces never lets a replay through', () => {
  const digest = server({ maxNonces: 2 })
  const requests = [0, 1, 2, 3].map((second) => {
    const client = phone()
    challenged(digest, client, second)
    return register(client.fields('REGISTER', uri))
  })
  for (const request of requests) assert.equal(verify(digest, request, 10).kind, 'accepted')
  for (const request of requests) assert.equal(verify(digest, request, 10).kind, 'stale')
})

test('the signature holds for its own method and resource only', () => {
  const [digest, client] = [server(), phone()]
  challenged(digest, client)
  const fields = (): readonly (readonly [string, string])[] => client.fields('REGISTER', uri)
  assert.equal(verify(digest, { ...register(fields()), method: 'INVITE' }).kind, 'wrong')
  assert.equal(verify(digest, register(fields(), 'sip:other.example')).kind, 'wrong')
  assert.equal(verify(digest, register(fields(), `sip:${REALM}:5060;transport=udp`)).kind, 'accepted')
})

test('credentials that are not complete count as none', () => {
  const rows = [
    'NoOneKnowsThisScheme opaque-data=here',
    `Digest username="10", realm="${REALM}"`,
    `Digest username="10", realm="${REALM}", nonce="n", uri="${uri}", response="00"`,
    `Digest username="10", realm="${REALM}", nonce="n", uri="${uri}", response="0", qop=auth, nc=1, cnonce="c"`,
    `Digest username="10", realm="other", nonce="n", uri="${uri}", response="0", qop=auth, nc=00000001, cnonce="c"`,
    'Digest ,,,=',
  ]
  for (const value of rows) assert.deepEqual(verify(server(), register([['Authorization', value]])), { kind: 'absent' }, value)
})

test('a 407 is answered by Proxy-Authorization, for each realm', () => {
  const client = phone()
  const headers = ['one', 'two'].map((realm): [string, string] => [
    'Proxy-Authenticate',
    `Digest realm="${realm}", nonce="n", qop="auth,auth-int"`,
  ])
  assert.equal(client.challenged(buildResponse(register(), 407, { headers })), true)
  assert.deepEqual(
    client.fields('INVITE', uri).map(([name]) => name),
    ['Proxy-Authorization', 'Proxy-Authorization'],
  )
})
