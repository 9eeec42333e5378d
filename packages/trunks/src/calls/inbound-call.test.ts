import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ChannelLedger } from '../admission/channel-ledger.ts'
import { profileFrom } from '../carriers/profiles/profile-of.ts'
import { carrier, TENANT, TestTrunks } from '../test-support/test-trunks.ts'

const ONE = carrier('one')

for (const dialled of ['+4922155500', '004922155500', '022155500', '4922155500']) {
  test(`a carrier calls ${dialled} (NUM-04)`, async () => {
    const trunks = new TestTrunks([ONE])
    await trunks.callIn('one', { uri: `sip:${dialled}@klinke.example`, from: '"Bob" <sip:+49301234567@one.example>' })
    assert.deepEqual(trunks.inside, [{ e164: '+4922155500', from: '+49301234567', displayName: 'Bob' }])
    assert.equal(trunks.started[0]?.direction, 'inbound')
  })
}

test("the record of a call from outside names the extension behind the number from the start, so that a missed call is the extension's", async () => {
  const trunks = new TestTrunks([ONE])
  await trunks.callIn('one', { uri: 'sip:+4922155500@klinke.example' })
  assert.deepEqual(trunks.started[0]?.called, { tenantId: 'acme', extensionId: 'acme-10', number: '+4922155500', displayName: undefined })
})

test('a registered line is called by its account: the number is in To', async () => {
  const trunks = new TestTrunks([ONE])
  await trunks.callIn('one', { uri: 'sip:line@192.0.2.1', to: '<sip:+4922155501@one.example>' })
  assert.equal(trunks.inside[0]?.e164, '+4922155501')
})

test('a tel URI in To names a number as well', async () => {
  const trunks = new TestTrunks([ONE])
  await trunks.callIn('one', { uri: 'sip:line@192.0.2.1', to: '<tel:+49-221-55501>' })
  assert.equal(trunks.inside[0]?.e164, '+4922155501')
})

test('or in P-Called-Party-ID', async () => {
  const trunks = new TestTrunks([ONE])
  const headers = [['P-Called-Party-ID', '<sip:+4922155501@one.example>']] as const
  await trunks.callIn('one', { uri: 'sip:line@192.0.2.1', to: '<sip:line@one.example>', headers })
  assert.equal(trunks.inside[0]?.e164, '+4922155501')
})

const BLOCK = new Map(Array.from({ length: 10 }, (_, digit) => `+49221554${digit}`).map((e164) => [e164, { e164, block: '+492215540' }]))
for (const [dialled, reached] of [
  ['+492215543', '+492215543'],
  ['+4922155437', '+492215543'],
  ['+492215543999999', '+492215543'],
  ['+4922155009', undefined],
] as const) {
  const how = reached === undefined ? 'is nobody’s: a single number has nothing behind it' : `reaches ${reached}`
  test(`${dialled} ${how}, and what was dialled beyond a block is counted there (NUM-05)`, async () => {
    const trunks = new TestTrunks([ONE], { ...TENANT, numbers: new Map([...TENANT.numbers, ...BLOCK]) })
    await trunks.callIn('one', { uri: `sip:${dialled}@klinke.example` })
    assert.equal(trunks.inside[0]?.e164, reached)
    const isBeyond = reached !== undefined && reached !== dialled
    assert.deepEqual(trunks.beyond, isBeyond ? ['+492215540'] : [])
    const step = trunks.ended[0]?.route.find(({ step: name }) => name === 'number-beyond')
    assert.equal(step?.detail, isBeyond ? `${dialled} beyond +492215540` : undefined)
  })
}

test('NUM-05: where digits behind a block are forbidden such a call is counted and refused with its reason; the number itself is reached', async () => {
  const numbers = new Map([...BLOCK].map(([e164, number]) => [e164, { ...number, noneBeyond: true as const }]))
  const trunks = new TestTrunks([ONE], { ...TENANT, numbers: new Map([...TENANT.numbers, ...numbers]) })
  const caller = await trunks.callIn('one', { uri: 'sip:+4922155437@klinke.example' })
  assert.deepEqual([caller.final, trunks.inside, trunks.beyond], [404, [], ['+492215540']])
  assert.deepEqual(caller.finalHeaders, [['Reason', 'Q.850;cause=1']])
  assert.equal(trunks.ended[0]?.route.find(({ step }) => step === 'number-beyond-refused')?.detail, '+4922155437 beyond +492215540')
  await trunks.callIn('one', { uri: 'sip:+492215543@klinke.example' })
  assert.equal(trunks.inside[0]?.e164, '+492215543')
})

test('a number that nobody has is refused with 404 and not recorded', async () => {
  const trunks = new TestTrunks([ONE])
  assert.equal((await trunks.callIn('one', { uri: 'sip:+4922199999@klinke.example' })).final, 404)
  assert.deepEqual(trunks.started, [])
})

const callers = [
  ['the number of From', '<sip:030/1234567@one.example>', [], '+49301234567'],
  ['a tel URI', '<tel:+49-30-1234567>', [], '+49301234567'],
  [
    'the asserted identity where From is no number',
    '<sip:pbx@one.example>',
    [
      ['P-Asserted-Identity', '<sip:+4930123@one.example>'],
      ['P-Asserted-Identity', '<tel:+49301234567>'],
    ],
    '+4930123',
  ],
  ['nobody with Privacy', '<sip:+49301234567@one.example>', [['Privacy', 'id']], 'anonymous'],
  ['nobody with an anonymous From', '<sip:anonymous@anonymous.invalid>', [['P-Asserted-Identity', '<tel:+49301234567>']], 'anonymous'],
  ['nobody without any number', '<sip:pbx@one.example>', [], 'anonymous'],
] as const
for (const [what, from, headers, shown] of callers) {
  test(`the caller shown is ${what}`, async () => {
    const trunks = new TestTrunks([ONE])
    await trunks.callIn('one', { uri: 'sip:+4922155500@klinke.example', from, headers })
    assert.equal(trunks.inside[0]?.from, shown)
  })
}

const vouched = [
  ['the number shown', '<tel:+49-30-1234567>', true],
  ['another one', '<tel:+49-30-7654321>', undefined],
] as const
for (const [what, asserted, isAsserted] of vouched) {
  test(`the network vouches for ${what} (RFC 3325)`, async () => {
    const trunks = new TestTrunks([ONE])
    const headers = [['P-Asserted-Identity', asserted]] as const
    await trunks.callIn('one', { uri: 'sip:+4922155500@klinke.example', from: '<sip:+49301234567@one.example>', headers })
    assert.deepEqual([trunks.inside[0]?.from, trunks.inside[0]?.isAsserted], ['+49301234567', isAsserted])
  })
}

test('TRK-08: what may be spoken with a carrier holds for calls from it, too', async () => {
  const trunks = new TestTrunks([carrier('one', { profile: profileFrom('account-only', {}) }), ONE])
  const profiles: unknown[] = []
  const open = trunks.media.open.bind(trunks.media)
  trunks.media.open = (...what) => {
    const session = open(...what)
    const endpoint = session.endpoint.bind(session)
    session.endpoint = (id, profile) => {
      profiles.push(profile)
      return endpoint(id, profile)
    }
    return session
  }
  await trunks.callIn('one', { uri: 'sip:+4922155500@klinke.example' })
  assert.partialDeepStrictEqual(profiles[0], { codecs: ['PCMA', 'PCMU'], t38: false })
})

test('TRK-06: where the channels of the carrier cannot be counted none of the contract stays taken', async () => {
  const ledger = new ChannelLedger(({ scope }) => {
    if (scope === 'carrier') throw new Error('watcher')
  })
  const trunks = new TestTrunks([carrier('one')], undefined, { ledger })
  await trunks.callIn('one', { uri: 'sip:+4922155500@klinke.example' })
  await trunks.clock.advance(0)
  assert.equal(trunks.ended.length, 1)
  assert.equal(ledger.size, 0)
})
