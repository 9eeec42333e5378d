/** HTTPS and SIP over secure WebSocket with the operator's own certificate, as the product serves them. */
import assert from 'node:assert/strict'
import { X509Certificate } from 'node:crypto'
import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { after, before, test } from 'node:test'
import { type ConnectionOptions, getCACertificates, setDefaultCACertificates, connect as tlsConnect } from 'node:tls'
import { type ServerIdentity, selfSigned } from '@klinke/net'
import { systemClock, systemRandom } from '@klinke/platform'
import {
  AcmeServer,
  EventListener,
  eventually,
  freePort,
  RtpEcho,
  RunningProduct,
  ScriptedPhone,
  TemporaryFolder,
  WebSocketHost,
  within,
} from '@klinke/testbed'
import { noLiveCalls, registeredOver, root, talking, webPhone } from './support.ts'

const LOCAL = '127.0.0.1'
const HANDSHAKE_MS = 20_000

const folder = new TemporaryFolder('certificate')
const paths = { certificate: folder.file('pbx.pem'), key: folder.file('pbx.key') }
let identities: readonly [ServerIdentity, ServerIdentity]
let https = ''
let httpsPort = 0
let redirectPort = 0
let product: RunningProduct

function put({ certificate, key }: ServerIdentity): void {
  writeFileSync(paths.key, key)
  writeFileSync(paths.certificate, certificate)
}

before(async () => {
  identities = [await selfSigned(['localhost'], Date.now()), await selfSigned(['next.example', 'localhost'], Date.now())]
  setDefaultCACertificates([...getCACertificates(), ...identities.map(({ certificate }) => certificate)])
  put(identities[0])
  httpsPort = await freePort()
  redirectPort = await freePort()
  https = `https://localhost:${httpsPort}`
  const environment = {
    KLINKE_PUBLIC_URL: https,
    KLINKE_TLS_CERTIFICATE: paths.certificate,
    KLINKE_TLS_KEY: paths.key,
    KLINKE_HTTPS_PORT: String(httpsPort),
    KLINKE_REDIRECT_PORT: String(redirectPort),
  }
  product = await RunningProduct.start({ root, environment })
})
after(async () => {
  await product?.[Symbol.asyncDispose]()
  folder[Symbol.dispose]()
})

/** The SHA-256 of the certificate that a new handshake at that port shows. Rejects when there is no handshake. */
async function shownAt(port: number, options: ConnectionOptions = {}): Promise<string> {
  const socket = tlsConnect({ host: LOCAL, servername: 'localhost', port, ...options })
  try {
    await within(HANDSHAKE_MS, 'the handshake', once(socket, 'secureConnect'))
    return socket.getPeerX509Certificate()?.fingerprint256 ?? 'none'
  } finally {
    socket.destroy()
  }
}

function fingerprint({ certificate }: ServerIdentity): string {
  return new X509Certificate(certificate).fingerprint256
}

test('plain HTTP leads to the name that is configured, whatever the request names; this machine may stay', async () => {
  const asked = await fetch(`http://${LOCAL}:${redirectPort}/calls?page=2`, {
    redirect: 'manual',
    headers: { 'x-forwarded-host': 'evil.example' },
  })
  assert.deepEqual([asked.status, asked.headers.get('location')], [308, `${https}/calls?page=2`])
  assert.equal((await fetch(`http://${LOCAL}:${redirectPort}/api/v1/sign-in`, { method: 'POST' })).status, 403)
  assert.equal((await product.request('GET', '/tenants')).status, 200)
})

test('over https browsers are told to come back by https alone, and get cookies that go nowhere else', async () => {
  const page = await fetch(`${https}/`)
  assert.equal(page.status, 200)
  assert.equal(page.headers.get('strict-transport-security'), 'max-age=31536000')
  const [login] = product.demo.logins
  const body = JSON.stringify({ email: login?.email, password: login?.password })
  const headers = { 'content-type': 'application/json', origin: https }
  const signedIn = await fetch(`${https}/api/v1/sign-in`, { method: 'POST', headers, body })
  assert.equal(signedIn.status, 200)
  const cookies = signedIn.headers.getSetCookie()
  assert.ok(
    cookies.length > 0 && cookies.every((cookie) => cookie.startsWith('__Host-') && cookie.endsWith('; Secure')),
    cookies.join('\n'),
  )
  const passkey = (await (await fetch(`${https}/api/v1/sign-in/passkey/options`, { method: 'POST', headers, body: '{}' })).json()) as object
  assert.match(JSON.stringify(passkey), /"rpId":"localhost"/)
})

test('the event stream comes over https, too', async () => {
  const { key } = product.demo.api
  await using events = await EventListener.open(`${https}/api/v1`, 'topics=calls', { authorization: `Bearer ${key}` })
  assert.equal(events.heard[0]?.kind, 'subscribed')
})

test('TLS older than 1.2 is refused, for browsers and for phones', async () => {
  const old = { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT:@SECLEVEL=0' } as const
  for (const port of [httpsPort, product.demo.sip.tls]) {
    await assert.rejects(shownAt(port, old), /alert protocol version/)
    for (const version of ['TLSv1.2', 'TLSv1.3'] as const) assert.ok(await shownAt(port, { minVersion: version, maxVersion: version }))
  }
})

test('a new certificate is in use without a restart, for browsers and phones, while a call over the old one goes on', async () => {
  const [first, second] = identities
  const { username, password } = product.extension('10')
  await using echo = await RtpEcho.start()
  await using host = await WebSocketHost.connect(`wss://localhost:${httpsPort}/sip`, echo.port)
  const account = { username, password, domain: product.demo.sip.domain, server: host.server }
  const anna = new ScriptedPhone(host, systemClock(), systemRandom(), account, { kind: 'ring' })
  assert.equal(await anna.register(), 200)
  await registeredOver(product, '10', 'WSS')
  await using bea = await webPhone(product, '11', { kind: 'answer', afterMs: 0 })
  const call = anna.call('11')
  await talking(call)
  assert.equal(await shownAt(httpsPort), fingerprint(first))

  writeFileSync(paths.key, 'half of a ke')
  put(second)
  for (const port of [httpsPort, product.demo.sip.tls]) {
    await eventually('the new certificate', async () => ((await shownAt(port)) === fingerprint(second) ? true : undefined))
  }
  assert.equal(readFileSync(paths.certificate, 'utf8'), second.certificate)
  await registeredOver(product, '10', 'WSS')
  assert.equal(bea.sip.calls.length, 1)
  call.hangUp()
  assert.deepEqual(await call.over, { kind: 'ended', by: 'local' })
  await noLiveCalls(product)
  anna.close()
})

test('health says how long the certificates hold', async () => {
  const http = product.demo.api.url.replace(/\/api\/v1$/, '')
  const ready = (await (await fetch(`${http}/health/ready`)).json()) as { certificates: readonly Record<string, unknown>[] }
  const { validToDate } = new X509Certificate(identities[1].certificate)
  const expected = { state: 'good', endsAt: validToDate.toISOString(), selfSigned: true }
  assert.deepEqual(ready.certificates, [
    { use: 'web', ...expected },
    { use: 'sip', ...expected },
  ])
})

test('with the directory of an authority the product gets its certificate by itself, and browsers and phones see it', async () => {
  const [challengePort, port] = [await freePort(), await freePort()]
  await using authority = await AcmeServer.create({ challengePort })
  await authority.listen()
  const environment = {
    KLINKE_PUBLIC_URL: 'https://pbx.klinke.test',
    KLINKE_ACME_DIRECTORY: authority.directoryUrl,
    KLINKE_HTTPS_PORT: String(port),
    KLINKE_REDIRECT_PORT: String(challengePort),
  }
  await using own = await RunningProduct.start({ root, environment })
  const trusting = { ca: authority.issuer.certificate, servername: 'pbx.klinke.test' }
  for (const at of [port, own.demo.sip.tls]) {
    await eventually('a certificate that the authority vouches for', () => shownAt(at, trusting).catch(() => undefined), {
      shown: () => own.output.split('\n').filter((line) => line.includes('certificate')),
    })
  }
})
