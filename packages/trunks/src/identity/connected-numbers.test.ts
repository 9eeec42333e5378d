import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CallFlow, DialTarget } from '@klinke/calls'
import { customerTrunk, PaperTrunks } from '../test-support/customer-trunks.ts'
import { carrier, TENANT, TestTrunks } from '../test-support/test-trunks.ts'
import { NO_IDENTITY, NO_SETTINGS, type TenantIdentity } from './identity-rules.ts'

const [HEAD, OWN, OTHERS] = ['+4922155500', '+4922155501', '+493023125000']
const HIDES = { ...NO_SETTINGS, hidesConnected: true }
const CALLER = { uri: `sip:${OWN}@klinke.example`, from: `<sip:${OTHERS}@one.example>` }

/** A phone of the tenant. */
function phone(extension: string): DialTarget {
  const [from, to] = [`<sip:${OTHERS}@acme.example>`, `<sip:${extension}@acme.example>`]
  const party = { tenantId: 'acme', extensionId: `acme-${extension}`, number: extension, displayName: undefined }
  return {
    party,
    uri: `sip:${extension}@192.0.2.10`,
    from,
    to,
    destination: 'resolve',
    route: [],
    media: { srtp: 'none', addressFamily: 'IPv4' },
  }
}

/** Rings extensions one after the other: the next when the one before has hung up. */
function ringing(...extensions: readonly string[]): CallFlow {
  return async (call, exchange) => {
    for (const extension of extensions) {
      const rung = await exchange.ring(call, [phone(extension)])
      if (rung.kind === 'refused') return rung
      const end = await call.talkTo(rung.leg)
      if (end.kind !== 'hung-up' || end.by === call.principal) break
    }
    return { kind: 'talked', cause: 'hung-up-by-called' }
  }
}

function said(headers: readonly (readonly [string, string])[]): readonly string[] {
  return headers.filter(([name]) => /^(P-.*-Identity|Privacy)$/.test(name)).map(([name, value]) => `${name}: ${value}`)
}

interface Row {
  readonly what: string
  readonly extension?: '10' | '11'
  readonly identity?: Partial<TenantIdentity>
  /** Each extension hides its number in all calls. */
  readonly hidesAlways?: boolean
  /** What the phone says as it answers. */
  readonly answer?: readonly (readonly [string, string])[]
  readonly told: readonly string[]
}

const registered = { authentication: { kind: 'registration', username: 'u', password: 'p', expiresSeconds: 300 } } as const
const ROWS: readonly Row[] = [
  { what: 'its own number', told: [`P-Asserted-Identity: <sip:${OWN}@one.example>`] },
  {
    what: 'the head number, where it has none of its own (CLI-04)',
    extension: '11',
    told: [`P-Asserted-Identity: <sip:${HEAD}@one.example>`],
  },
  {
    what: 'hidden, where the extension hides (COLR)',
    identity: { extensions: new Map([['acme-10', HIDES]]) },
    told: [`P-Asserted-Identity: <sip:${OWN}@one.example>`, 'Privacy: id'],
  },
  {
    what: 'hidden, where the extension hides in all calls (CLIR)',
    hidesAlways: true,
    told: [`P-Asserted-Identity: <sip:${OWN}@one.example>`, 'Privacy: id'],
  },
  {
    what: 'shown though it hides, where the operator has pinned its sender (CLI-05)',
    hidesAlways: true,
    identity: { customer: { ...NO_SETTINGS, pinned: OWN } },
    told: [`P-Asserted-Identity: <sip:${OWN}@one.example>`],
  },
  {
    what: 'hidden, where the customer hides all',
    identity: { customer: HIDES },
    told: [`P-Asserted-Identity: <sip:${OWN}@one.example>`, 'Privacy: id'],
  },
  {
    what: 'hidden in that call, where the phone says so',
    answer: [['Privacy', 'id']],
    told: [`P-Asserted-Identity: <sip:${OWN}@one.example>`, 'Privacy: id'],
  },
  {
    what: 'by what the exchange knows, whatever number the phone names',
    answer: [['P-Asserted-Identity', '<sip:+4989999999@x>']],
    told: [`P-Asserted-Identity: <sip:${OWN}@one.example>`],
  },
]
for (const { what, extension = '10', identity, hidesAlways = false, answer = [], told } of ROWS) {
  test(`TRK-10, COLP: an extension that answers is named to the carrier: ${what}`, async () => {
    const trunks = new TestTrunks([carrier('one')])
    trunks.identity = identity && { ...NO_IDENTITY, ...identity }
    trunks.hidesAlways = hidesAlways
    trunks.answers = ringing(extension)
    const caller = await trunks.callIn('one', CALLER)
    trunks.userAgent.called[0]?.answer('answer', answer)
    await trunks.clock.advance(0)
    assert.deepEqual([caller.final, said(caller.finalHeaders)], [200, told])
  })
}

test('a carrier that asserts nothing is told by the pattern of its profile', async () => {
  const trunks = new TestTrunks([carrier('one', registered)])
  trunks.answers = ringing('10')
  const caller = await trunks.callIn('one', CALLER)
  trunks.userAgent.called[0]?.answer('answer')
  await trunks.clock.advance(0)
  assert.deepEqual(said(caller.finalHeaders), [`P-Preferred-Identity: <sip:${OWN}@one.example>`])
})

test('RFC 4916: whom the caller is led to later is told in the dialog, once, and nobody who is the same', async () => {
  const trunks = new TestTrunks([carrier('one')])
  trunks.answers = ringing('10', '10', '11')
  const caller = await trunks.callIn('one', CALLER)
  for (const index of [0, 1, 2]) {
    trunks.userAgent.called[index]?.answer('answer')
    await trunks.clock.advance(0)
    assert.equal(caller.session.connected.length, index === 2 ? 1 : 0)
    if (index < 2) trunks.userAgent.called[index]?.session.hangUp()
    await trunks.clock.advance(0)
  }
  assert.deepEqual(caller.session.connected, [`<sip:${HEAD}@one.example>\nP-Asserted-Identity: <sip:${HEAD}@one.example>`])
})

const PBX = 'sip:tabc@203.0.113.7'
for (const [what, answer, hides, told] of [
  [
    'a number of its customer',
    [['P-Asserted-Identity', `<sip:${HEAD}@pbx.example>`]],
    false,
    [`P-Asserted-Identity: <sip:${HEAD}@one.example>`],
  ],
  [
    'one in the form that it writes',
    [['P-Asserted-Identity', '<sip:022155500@pbx.example>']],
    false,
    [`P-Asserted-Identity: <sip:${HEAD}@one.example>`],
  ],
  [
    "somebody else's number",
    [['P-Asserted-Identity', `<sip:${OTHERS}@pbx.example>`]],
    false,
    [`P-Asserted-Identity: <sip:${OWN}@one.example>`],
  ],
  ['112', [['P-Asserted-Identity', '<sip:112@pbx.example>']], false, [`P-Asserted-Identity: <sip:${OWN}@one.example>`]],
  ['nothing', [], false, [`P-Asserted-Identity: <sip:${OWN}@one.example>`]],
  ['that it is not to be shown', [['Privacy', 'id']], false, [`P-Asserted-Identity: <sip:${OWN}@one.example>`, 'Privacy: id']],
  ['nothing, at a trunk that hides', [], true, [`P-Asserted-Identity: <sip:${OWN}@one.example>`, 'Privacy: id']],
] as const) {
  test(`TRK-10, CLI-03: a PBX that answers and names ${what} is named to the carrier as ${told.join(', ')}`, async () => {
    const pbx = new PaperTrunks(customerTrunk())
    pbx.contacts.set('', [PBX])
    const trunks = new TestTrunks([carrier('one')], TENANT, {}, pbx)
    if (hides) trunks.identity = { ...NO_IDENTITY, trunks: new Map([['t1', { hidesConnected: true }]]) }
    trunks.ledToTrunks.set(OWN, 't1')
    const caller = await trunks.callIn('one', CALLER)
    trunks.userAgent.called[0]?.answer('answer', answer)
    await trunks.clock.advance(0)
    assert.deepEqual(said(caller.finalHeaders), told)
  })
}

for (const [what, answer, told] of [
  ['a number', [['P-Asserted-Identity', '<sip:+493099999@one.example>']], ['P-Asserted-Identity: <sip:03099999@acme.example>']],
  ['nothing', [], []],
  [
    'that it is hidden',
    [
      ['P-Asserted-Identity', '<sip:+493099999@one.example>'],
      ['Privacy', 'id'],
    ],
    ['Privacy: id'],
  ],
] as const) {
  test(`TRK-10, COLP: a PBX whose call a carrier answers with ${what} is told ${told.join(', ') || 'nothing'}`, async () => {
    const trunks = new TestTrunks([carrier('one')], TENANT, {}, new PaperTrunks(customerTrunk({ numberFormat: 'national' })))
    const caller = await trunks.dialFromPbx(OTHERS)
    trunks.userAgent.called[0]?.answer('answer', answer)
    await trunks.clock.advance(0)
    assert.deepEqual(said(caller.finalHeaders), told)
  })
}

test('EMG-01: to 112 nothing is told but what the INVITE says', async () => {
  const trunks = new TestTrunks([carrier('one')])
  await trunks.dial('112')
  trunks.userAgent.called[0]?.answer('answer')
  await trunks.clock.advance(0)
  assert.deepEqual(trunks.userAgent.called[0]?.session.connected, [])
})
