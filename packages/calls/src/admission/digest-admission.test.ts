import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type LogFields, seededRandom, silentLogger } from '@klinke/foundation'
import { DigestClient, DigestServer, type Flow, ha1s, makeHeaders, type SipRequest, type SipResponse } from '@klinke/sip'
import { VirtualClock } from '@klinke/testbed'
import type { Admission, Verdict } from './admission.ts'
import type { TrunkAccount, TrunkIdentity } from './customer-trunks.ts'
import { digestAdmission } from './digest-admission.ts'
import { DEFAULT_REGISTRATION_PROFILE, type Subscriber } from './subscriber.ts'

const DOMAIN = 'muster.example'
const alice: Subscriber = {
  tenantId: 'tenant-1',
  extensionId: 'extension-10',
  extensionNumber: '10',
  username: 'alice10',
  domain: DOMAIN,
  ha1: ha1s('alice10', DOMAIN, 'secret'),
  registration: DEFAULT_REGISTRATION_PROFILE,
}

const pbx: TrunkAccount = {
  ...{ id: 'trunk-1', tenantId: 'tenant-1', loginId: 'login-1', username: 'tabc', domain: DOMAIN },
  ...{ ha1: ha1s('tabc', DOMAIN, 'secret'), registration: DEFAULT_REGISTRATION_PROFILE },
}

/** Addresses of PBXs that do not register. */
const SOURCES: Readonly<Record<string, TrunkIdentity | 'unclear'>> = {
  '203.0.113.1': { id: 'trunk-2', tenantId: 'tenant-1' },
  '203.0.113.2': 'unclear',
  '203.0.113.4': 'unclear',
}

/** A customer says that its own carrier sends from here; an office of another one is here, too. */
const CLAIMED = '203.0.113.3'
const THEIR_NUMBER = { uri: `sip:+4922155509@${DOMAIN}` }
/** Ports, at any address, from which a phone and a PBX with a login are registered. */
const [PHONE_PORT, PBX_PORT] = [6_000, 7_000]

function flowFrom(address: string, port = 5060): Flow {
  return { id: `${address}:${port}`, protocol: 'UDP', local: { address: '192.0.2.254', port: 5060 }, remote: { address, port } }
}

const phone = flowFrom('192.0.2.10')
const carrierFlow = flowFrom('198.51.100.1')

function exchange(
  registeredFrom: readonly string[] = [],
  actsAs = (subscriber: Subscriber): Subscriber => subscriber,
  account: Subscriber = alice,
): { admission: Admission; clock: VirtualClock; told: LogFields[] } {
  const told: LogFields[] = []
  const clock = new VirtualClock()
  const admission = digestAdmission({
    subscribers: { find: (username, domain) => (username === alice.username && domain === DOMAIN ? account : undefined) },
    carriers: {
      byFlow: () => undefined,
      bySourceAddress: (address) => (address === carrierFlow.remote.address ? { id: 'carrier-1' } : undefined),
      ofCustomer: ({ headers }, { remote }) =>
        remote.address === CLAIMED && headers.get('To')?.includes('+4922155509') === true ? { id: 'own-1' } : undefined,
    },
    digest: new DigestServer({ secret: new Uint8Array(16), random: seededRandom(1) }),
    clock,
    logger: { ...silentLogger, info: (_message, fields = {}) => void told.push(fields) },
    isEmergency: (dialled, domain) => dialled === '112' && domain === DOMAIN,
    holdsRegistration: (address) => registeredFrom.includes(address),
    holdsPhoneAt: (_address, port) => port === PHONE_PORT,
    domainOf: (host) => (host === '192.0.2.254' ? DOMAIN : host),
    actsAs,
    trunks: {
      byLogin: (username, domain) => (username === pbx.username && domain === DOMAIN ? pbx : undefined),
      bySource: (_request, { remote }) => SOURCES[remote.address],
      holdsFrom: (address, port) => (port === undefined ? address === '203.0.113.4' : port === PBX_PORT),
    },
    isDomain: (domain) => domain === DOMAIN || domain === 'other.example',
  })
  return { admission, clock, told }
}

interface Asked {
  readonly method?: string
  readonly user?: string
  readonly host?: string
  readonly uri?: string
  readonly to?: string
  readonly headers?: readonly (readonly [string, string])[]
}

function ask({ method = 'INVITE', user = 'alice10', host = DOMAIN, uri = `sip:11@${DOMAIN}`, to, headers = [] }: Asked = {}): SipRequest {
  const address = `<sip:${user}@${host}>`
  return {
    kind: 'request',
    method,
    uri,
    headers: makeHeaders([['From', `${address};tag=1`], ['To', to ?? address], ...headers]),
    body: new Uint8Array(),
  }
}

function answerTo(challenge: Verdict, username: string, password: string, method = 'INVITE', uri = `sip:11@${DOMAIN}`) {
  assert.equal(challenge.kind, 'challenge')
  const client = new DigestClient({ username, password }, seededRandom(2))
  const response: SipResponse = {
    kind: 'response',
    status: 401,
    reason: 'Unauthorized',
    headers: makeHeaders(challenge.headers),
    body: new Uint8Array(),
  }
  client.challenged(response)
  return client.fields(method, uri)
}

function tryPassword(admission: Admission, username: string, password: string, flow = phone): Verdict {
  return admission.decide(ask({ headers: answerTo(admission.decide(ask(), flow), username, password) }), flow)
}

test('TRK-07: a call is challenged, and the right answer admits the extension', () => {
  const { admission } = exchange()
  const verdict = tryPassword(admission, 'alice10', 'secret')
  assert.equal(verdict.kind === 'extension' && verdict.subscriber, alice)
})

test('an unknown user, a wrong password and an unknown domain are answered alike', () => {
  const { admission } = exchange()
  const shapes = [
    tryPassword(admission, 'alice10', 'wrong'),
    tryPassword(admission, 'nobody', 'secret'),
    admission.decide(ask({ host: 'unknown.example' }), phone),
  ].map((verdict) => [verdict.kind, verdict.kind === 'challenge' && verdict.headers.map(([, value]) => value.replace(/"[^"]*"/g, '""'))])
  assert.deepEqual(shapes[0], shapes[1])
  assert.deepEqual(shapes[0], shapes[2])
})

test('DEV-05: a phone acts in the name of who is logged in there, and registers in its own', () => {
  const { admission } = exchange([], (subscriber) => ({ ...subscriber, extensionNumber: '20' }))
  for (const [method, number] of [
    ['INVITE', '20'],
    ['SUBSCRIBE', '20'],
    ['MESSAGE', '20'],
    ['REGISTER', '10'],
  ] as const) {
    const headers = answerTo(admission.decide(ask({ method }), phone), 'alice10', 'secret', method)
    const verdict = admission.decide(ask({ method, headers }), phone)
    assert.equal(verdict.kind === 'extension' ? verdict.subscriber.extensionNumber : verdict.kind, number, method)
  }
})

test('a replayed answer is challenged again', () => {
  const { admission } = exchange()
  const headers = answerTo(admission.decide(ask(), phone), 'alice10', 'secret')
  assert.equal(admission.decide(ask({ headers }), phone).kind, 'extension')
  assert.equal(admission.decide(ask({ headers }), phone).kind, 'challenge')
})

test('a source with wrong passwords is dropped for a while, then heard again', async () => {
  const { admission, clock } = exchange()
  for (let mistake = 0; mistake < 6; mistake++) tryPassword(admission, 'alice10', 'wrong')
  assert.equal(admission.decide(ask(), phone).kind, 'drop')
  await clock.advance(1_000)
  assert.equal(tryPassword(admission, 'alice10', 'secret').kind, 'extension')
})

test('a source with a valid registration is never shunned', () => {
  const { admission } = exchange([phone.remote.address])
  for (let mistake = 0; mistake < 50; mistake++) tryPassword(admission, 'alice10', 'wrong')
  assert.equal(tryPassword(admission, 'alice10', 'secret').kind, 'extension')
})

test('calls from a source that never answers a challenge are dropped after a limit', () => {
  const { admission } = exchange()
  const kinds = Array.from({ length: 200 }, () => admission.decide(ask(), phone).kind)
  assert.equal(kinds[0], 'challenge')
  assert.equal(kinds.at(-1), 'drop')
  assert.equal(admission.decide(ask(), flowFrom('192.0.2.11')).kind, 'challenge')
})

test('a source with too many open challenges still gets in with the right password', () => {
  const { admission } = exchange()
  const headers = answerTo(admission.decide(ask(), phone), 'alice10', 'secret')
  for (let index = 0; index < 200; index++) admission.decide(ask(), phone)
  assert.equal(admission.decide(ask({ headers }), phone).kind, 'extension')
  assert.equal(admission.decide(ask(), phone).kind, 'challenge')
})

test('credentials for somewhere else do not get around the limit', () => {
  const { admission } = exchange()
  const headers = [['Authorization', 'Digest realm="else.example", username="a", nonce="b", uri="sip:c", response="d"']] as const
  const kinds = Array.from({ length: 200 }, () => admission.decide(ask({ headers }), phone).kind)
  assert.equal(kinds.at(-1), 'drop')
})

test('a flood of OPTIONS is dropped after a limit, too', () => {
  const { admission } = exchange()
  const kinds = Array.from({ length: 200 }, () => admission.decide(ask({ method: 'OPTIONS' }), phone).kind)
  assert.equal(kinds.at(-1), 'drop')
})

test('a carrier is known by its address, but a phone behind that address still registers by digest', () => {
  const { admission } = exchange()
  const verdict = admission.decide(ask({ user: '+4922112345' }), carrierFlow)
  assert.deepEqual(verdict, { kind: 'carrier', carrier: { id: 'carrier-1' } })
  assert.equal(admission.decide(ask({ method: 'REGISTER' }), carrierFlow).kind, 'challenge')
})

test('nobody registers an address of record of somebody else', () => {
  const { admission } = exchange()
  const challenge = admission.decide(ask({ method: 'REGISTER', user: '11' }), phone)
  const headers = answerTo(challenge, 'alice10', 'secret', 'REGISTER')
  assert.deepEqual(admission.decide(ask({ method: 'REGISTER', user: '11', headers }), phone), { kind: 'reject', status: 403, headers: [] })
})

test('the extension number is as good an address of record as the user name', () => {
  const { admission } = exchange()
  const challenge = admission.decide(ask({ method: 'REGISTER', user: '10' }), phone)
  const headers = answerTo(challenge, 'alice10', 'secret', 'REGISTER')
  assert.equal(admission.decide(ask({ method: 'REGISTER', user: '10', headers }), phone).kind, 'extension')
})

const realms: readonly (readonly [what: string, host: string, realm: string])[] = [
  ['its domain', DOMAIN, DOMAIN],
  ['our IP address', '192.0.2.254', DOMAIN],
  ['a hidden name', 'anonymous.invalid', DOMAIN],
  ['another domain', 'other.example', 'other.example'],
]
for (const [what, host, realm] of realms) {
  test(`a call from ${what} is challenged for ${realm}`, () => {
    const verdict = exchange().admission.decide(ask({ host }), phone)
    assert.match((verdict.kind === 'challenge' && verdict.headers[0]?.[1]) || '', new RegExp(`realm="${realm}"`))
  })
}

test('after any number of wrong passwords a source is heard again within a minute', async () => {
  const { admission, clock } = exchange()
  for (let mistake = 0; mistake < 20; mistake++) {
    tryPassword(admission, 'alice10', 'wrong')
    await clock.advance(60_000)
  }
  assert.equal(tryPassword(admission, 'alice10', 'secret').kind, 'extension')
})

test('a hidden caller who wants the emergency service is asked for a password of our own domain, not refused (EMG-01)', () => {
  const verdict = exchange().admission.decide(ask({ host: 'anonymous.invalid', uri: 'urn:service:sos' }), phone)
  assert.match((verdict.kind === 'challenge' && verdict.headers[0]?.[1]) || '', new RegExp(`realm="${DOMAIN}"`))
})

const HELP = { uri: `sip:112@${DOMAIN}` }

function guess(admission: Admission, times: number): void {
  for (let mistake = 0; mistake < times; mistake++) tryPassword(admission, 'alice10', 'wrong')
}

test('a phone reaches 112 while its source has to wait for wrong passwords, with the right one (EMG-01)', () => {
  const { admission } = exchange()
  guess(admission, 6)
  assert.equal(admission.decide(ask(), phone).kind, 'drop')
  const challenge = admission.decide(ask(HELP), phone)
  const headers = answerTo(challenge, 'alice10', 'secret', 'INVITE', HELP.uri)
  assert.equal(admission.decide(ask({ ...HELP, headers }), phone).kind, 'extension')
})

test('a phone reaches 112 while its source has left too many challenges unanswered (EMG-01)', () => {
  const { admission } = exchange()
  for (let index = 0; index < 200; index++) admission.decide(ask(), phone)
  assert.equal(admission.decide(ask(), phone).kind, 'drop')
  assert.equal(admission.decide(ask(HELP), phone).kind, 'challenge')
})

test('who dials 112 to go on guessing passwords is dropped after a limit, and heard again a minute later', async () => {
  const { admission, clock } = exchange()
  guess(admission, 6)
  const kinds = Array.from({ length: 50 }, () => admission.decide(ask(HELP), phone).kind)
  assert.equal(kinds[0], 'challenge')
  assert.equal(kinds.at(-1), 'drop')
  await clock.advance(60_000)
  assert.equal(admission.decide(ask(HELP), phone).kind, 'challenge')
})

test('REGISTER to an address that looks like an emergency number is no emergency call', () => {
  const { admission } = exchange()
  guess(admission, 6)
  assert.equal(admission.decide(ask({ ...HELP, method: 'REGISTER' }), phone).kind, 'drop')
})

test('a wrong password, an unknown account and a foreign address are told with their reason, without any secret', () => {
  const { admission, told } = exchange()
  const register = (user: string, username: string, password: string): void => {
    const asked = { method: 'REGISTER', user }
    const headers = answerTo(admission.decide(ask(asked), phone), username, password, 'REGISTER')
    admission.decide(ask({ ...asked, headers }), phone)
  }
  register('alice10', 'alice10', 'wrong')
  register('nobody', 'nobody', 'secret')
  register('11', 'alice10', 'secret')
  assert.deepEqual(
    told.map(({ source, account, domain, reason }) => [source, account, domain, reason]),
    [
      ['192.0.2.10', 'alice10', DOMAIN, 'wrong-password'],
      ['192.0.2.10', 'nobody', DOMAIN, 'unknown-account'],
      ['192.0.2.10', 'alice10', DOMAIN, 'registers-for-somebody-else'],
    ],
  )
  assert.doesNotMatch(JSON.stringify(told), /secret|"wrong"|response|nonce/)
})

test('OPTIONS of somebody unknown is harmless; a scanner gets no answer', () => {
  const { admission } = exchange()
  assert.equal(admission.decide(ask({ method: 'OPTIONS' }), phone).kind, 'anonymous')
  assert.equal(admission.decide(ask({ method: 'OPTIONS', headers: [['User-Agent', 'friendly-scanner']] }), phone).kind, 'drop')
})

test('TRK-07: a PBX proves itself on each call, whatever number it calls from, and registers its login alone', () => {
  const { admission } = exchange()
  const flow = flowFrom('192.0.2.77')
  for (const user of ['tabc', '+4922155501', 'anonymous']) {
    const headers = answerTo(admission.decide(ask({ user }), flow), 'tabc', 'secret')
    const verdict = admission.decide(ask({ user, headers }), flow)
    assert.deepEqual(verdict.kind === 'trunk' && verdict.trunk, { id: 'trunk-1', tenantId: 'tenant-1', loginId: 'login-1' })
  }
  for (const [user, kind] of [
    ['tabc', 'trunk'],
    ['alice10', 'reject'],
  ] as const) {
    const headers = answerTo(admission.decide(ask({ user, method: 'REGISTER' }), flow), 'tabc', 'secret', 'REGISTER')
    assert.equal(admission.decide(ask({ user, method: 'REGISTER', headers }), flow).kind, kind)
  }
  assert.equal(admission.statistics().trunks, 4)
})

test('a PBX that names its own address in From is challenged in the name of the domain that it calls', () => {
  const { admission } = exchange()
  const flow = flowFrom('192.0.2.77')
  const headers = answerTo(admission.decide(ask({ user: '+4922155501', host: '192.0.2.77' }), flow), 'tabc', 'secret')
  assert.equal(admission.decide(ask({ user: '+4922155501', host: '192.0.2.77', headers }), flow).kind, 'trunk')
})

test('a PBX with a fixed address needs no password; a phone behind it does, and nobody registers by address', () => {
  const { admission } = exchange()
  const flow = flowFrom('203.0.113.1')
  assert.deepEqual(admission.decide(ask({ user: '+4922155501' }), flow), { kind: 'trunk', trunk: SOURCES['203.0.113.1'] })
  assert.equal(admission.decide(ask({ method: 'OPTIONS', user: '+4922155501' }), flow).kind, 'trunk')
  assert.equal(admission.decide(ask(), flow).kind, 'challenge')
  assert.equal(tryPassword(admission, 'alice10', 'secret', flow).kind, 'extension')
  assert.equal(admission.decide(ask({ method: 'REGISTER', user: 'tabc' }), flow).kind, 'challenge')
})

test('behind the address of a PBX that needs no password, who has credentials or a registration of its own is never taken for that PBX', () => {
  const { admission } = exchange()
  const user = '+4922155501'
  const office = flowFrom('203.0.113.1', 40_000)
  assert.equal(admission.decide(ask({ user }), office).kind, 'trunk')
  const headers = answerTo(admission.decide(ask({ user }), flowFrom('203.0.113.1', PBX_PORT)), 'tabc', 'secret')
  const proved = admission.decide(ask({ user, headers }), office)
  assert.deepEqual(proved.kind === 'trunk' && proved.trunk, { id: 'trunk-1', tenantId: 'tenant-1', loginId: 'login-1' })
  const proxy = [['Proxy-Authorization', 'Digest username="tabc"']] as const
  assert.equal(admission.decide(ask({ user, headers: proxy }), office).kind, 'challenge')
  assert.equal(admission.decide(ask({ user }), flowFrom('203.0.113.1', PHONE_PORT)).kind, 'challenge')
})

test('where nothing tells which of several trunks calls, a PBX that has registered from their address is asked for its password', () => {
  const { admission } = exchange()
  assert.equal(admission.decide(ask({ user: '+4922155501' }), flowFrom('203.0.113.4')).kind, 'challenge')
})

const claims: readonly (readonly [what: string, asked: Asked, kind: Verdict['kind'], port?: number])[] = [
  ['a call to a number of that customer is its carrier', { user: '+493012345' }, 'carrier'],
  ['a call to anybody else is a call of a stranger', { user: '+493012345', to: '<sip:+4922155501@x.example>' }, 'challenge'],
  ['a phone registers', { method: 'REGISTER' }, 'challenge'],
  ['a stranger registers', { method: 'REGISTER', user: '+493012345' }, 'challenge'],
  ['OPTIONS is nobody', { method: 'OPTIONS', user: '+493012345' }, 'anonymous'],
  ['a message is a message of a stranger', { method: 'MESSAGE', user: '+493012345' }, 'challenge'],
  ['a phone that names itself is asked for its password', {}, 'challenge'],
  ['a phone with credentials is asked for right ones', { user: 'x', headers: [['Authorization', 'Digest username="x"']] }, 'challenge'],
  ['a registered phone that hides its name is asked for its password', { user: 'anonymous' }, 'challenge', PHONE_PORT],
  ['a registered PBX is asked for its password', { user: '+4922155501' }, 'challenge', PBX_PORT],
  ['a call for help is no call of a carrier (EMG-01)', { user: '+493012345', uri: `sip:112@${DOMAIN}` }, 'challenge'],
]
for (const [what, asked, kind, port] of claims) {
  test(`TRK-12: from an address that a customer says its own carrier has, ${what}`, () => {
    const to = `<${THEIR_NUMBER.uri}>`
    const { admission } = exchange()
    assert.equal(admission.decide(ask({ ...THEIR_NUMBER, to, ...asked }), flowFrom(CLAIMED, port)).kind, kind)
  })
}

test('TRK-12: a phone behind an address that a customer says its own carrier has registers and calls as ever', () => {
  const { admission } = exchange()
  assert.equal(tryPassword(admission, 'alice10', 'secret', flowFrom(CLAIMED)).kind, 'extension')
})

test('nobody guesses who pays: a call from an address of several trunks that names none of their numbers is refused', () => {
  const { admission } = exchange()
  const verdict = admission.decide(ask({ user: '+4922155501' }), flowFrom('203.0.113.2'))
  assert.deepEqual(verdict, { kind: 'reject', status: 403, headers: [] })
})

test('EMG-01: a phone of a suspended customer calls 112 and registers to be called back, and may do nothing else', () => {
  const { admission } = exchange([], undefined, { ...alice, onlyForHelp: true })
  for (const [method, uri, kind] of [
    ['INVITE', `sip:112@${DOMAIN}`, 'extension'],
    ['INVITE', `sip:11@${DOMAIN}`, 'reject'],
    ['REGISTER', `sip:${DOMAIN}`, 'extension'],
    ['MESSAGE', `sip:112@${DOMAIN}`, 'reject'],
    ['SUBSCRIBE', `sip:112@${DOMAIN}`, 'reject'],
  ] as const) {
    const headers = answerTo(admission.decide(ask({ method, uri }), phone), 'alice10', 'secret', method, uri)
    assert.equal(admission.decide(ask({ method, uri, headers }), phone).kind, kind, `${method} ${uri}`)
  }
})
