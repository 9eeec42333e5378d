import assert from 'node:assert/strict'
import { test } from 'node:test'
import { carrier, TENANT, TestTrunks } from '../test-support/test-trunks.ts'
import { CARRIER_SILENT_SECONDS } from './ring-in-turn.ts'

const [ONE, TWO] = [carrier('one'), carrier('two', { priority: 2 })]

for (const [format, user, own] of [
  ['e164', '+49302312500', '+4922155501'],
  ['international', '0049302312500', '004922155501'],
  ['national', '0302312500', '022155501'],
  ['local', '0302312500', '55501'],
] as const) {
  test(`a carrier with ${format} numbers is called as ${user}, from ${own} (NUM-04)`, async () => {
    const trunks = new TestTrunks([carrier('one', { outboundFormat: format, port: 5070, transport: 'TCP' })])
    await trunks.dial('+49302312500')
    const invite = trunks.userAgent.called[0]?.invite
    assert.equal(invite?.uri, `sip:${user}@one.example:5070;transport=tcp`)
    assert.equal(invite?.from, `<sip:${own}@one.example>`)
  })
}

for (const [format, number, user] of [
  ['local', '+49221987654', '987654'],
  ['national', '+41443643232', '0041443643232'],
  ['international', '116117', '116117'],
] as const) {
  test(`to a carrier with ${format} numbers ${number} is ${user} (NUM-04)`, async () => {
    const trunks = new TestTrunks([carrier('one', { outboundFormat: format })])
    await trunks.dial(number)
    assert.equal(trunks.userAgent.called[0]?.invite.uri, `sip:${user}@one.example`)
    assert.equal(trunks.userAgent.called[0]?.invite.to, `<sip:${user}@one.example>`)
  })
}

for (const [what, call] of [
  ['by Privacy', { headers: [['Privacy', 'id']] }],
  ['by an anonymous From', { from: '"Anonymous" <sip:anonymous@anonymous.invalid>' }],
  ['by both', { from: '<sip:anonymous@acme.example>', headers: [['Privacy', 'user;id']] }],
] as const) {
  test(`a caller who hides ${what} is named to the carrier alone`, async () => {
    const trunks = new TestTrunks([ONE])
    await trunks.dial('+49302312500', '10', call)
    assert.equal(trunks.userAgent.called[0]?.invite.from, '"Anonymous" <sip:anonymous@anonymous.invalid>')
    assert.deepEqual(trunks.sent('Privacy'), ['id'])
    assert.deepEqual(trunks.sent('P-Asserted-Identity'), ['<sip:+4922155501@one.example>'])
  })
}

test('a carrier that knows us by address gets the asserted identity, one we register at the preferred one and our credentials', async () => {
  const registered = carrier('two', { authentication: { kind: 'registration', username: 'line', password: 'secret', expiresSeconds: 300 } })
  for (const [used, header, credentials] of [
    [ONE, 'P-Asserted-Identity', undefined],
    [registered, 'P-Preferred-Identity', { username: 'line', password: 'secret' }],
  ] as const) {
    const trunks = new TestTrunks([used])
    await trunks.dial('+49302312500')
    const invite = trunks.userAgent.called[0]?.invite
    assert.deepEqual(invite?.headers, [[header, `<sip:+4922155501@${used.host}>`]])
    assert.deepEqual(invite?.credentials, credentials)
  }
})

test("an extension without a number of its own shows the tenant's first; one that is not the tenant's is never shown", async () => {
  const trunks = new TestTrunks([ONE])
  await trunks.dial('+49302312500', '11')
  assert.equal(trunks.userAgent.called[0]?.invite.from, '<sip:+4922155500@one.example>')
})

test('a tenant without numbers cannot call out', async () => {
  const trunks = new TestTrunks([ONE], { ...TENANT, numbers: new Map() })
  const caller = await trunks.dial('+49302312500')
  assert.equal(caller.final, 403)
  assert.equal(trunks.ended[0]?.cause, 'forbidden')
})

for (const [status, next] of [
  [500, true],
  [503, true],
  [408, true],
  [401, true],
  [486, false],
  [404, false],
  [603, false],
  [600, false],
  [484, false],
  [480, false],
  [403, false],
] as const) {
  test(`${status} of the first carrier ${next ? 'leads to the second' : 'is the answer'}`, async () => {
    const trunks = new TestTrunks([ONE, TWO])
    const caller = await trunks.dial('+49302312500')
    trunks.userAgent.called[0]?.refuse(status)
    await trunks.clock.advance(0)
    assert.deepEqual(trunks.tried, next ? ['one', 'two'] : ['one'])
    assert.equal(caller.final === undefined, next)
    assert.deepEqual(trunks.suspects, next ? ['one'] : [])
  })
}

test('a carrier that says nothing is left after some seconds, one that is trying is not', async () => {
  const trunks = new TestTrunks([ONE, TWO])
  await trunks.dial('+49302312500')
  await trunks.clock.advance(CARRIER_SILENT_SECONDS * 1000)
  assert.deepEqual(trunks.tried, ['one', 'two'])
  const second = trunks.userAgent.called[1]
  assert.ok(second)
  second.heard = true
  await trunks.clock.advance(60_000)
  second.answer('answer')
  await trunks.clock.advance(0)
  assert.equal(trunks.started.length, 1)
  assert.equal(trunks.ended.length, 0)
})

test('a carrier is called where it is registered, over the route it gave, then at its other places', async () => {
  const trunks = new TestTrunks([ONE])
  const targets = ['198.51.100.9', '198.51.100.8'].map((address) => ({ protocol: 'UDP', remote: { address, port: 5060 } }) as const)
  trunks.ways.set('one', { targets, route: ['<sip:edge.one.example;lr>'] })
  await trunks.dial('+49302312500')
  trunks.userAgent.called[0]?.refuse(503)
  await trunks.clock.advance(0)
  assert.deepEqual(
    trunks.userAgent.called.map(({ invite }) => [invite.destination, invite.route]),
    targets.map((target) => [{ targets: [target] }, ['<sip:edge.one.example;lr>']]),
  )
})

test('the way over the carriers is on the record, with the reasons', async () => {
  const trunks = new TestTrunks([ONE, TWO])
  await trunks.dial('+49302312500')
  trunks.userAgent.called[0]?.refuse(503)
  await trunks.clock.advance(0)
  trunks.userAgent.called[1]?.refuse(486)
  await trunks.clock.advance(0)
  const steps = trunks.ended[0]?.route.filter(({ step }) => step.startsWith('carrier')).map(({ step, detail }) => `${step}: ${detail}`)
  assert.deepEqual(steps, ['carrier-selected: one', 'carrier-failed: one: congestion', 'carrier-selected: two'])
})

test('once it has rung, a failure is the answer: nobody is rung twice', async () => {
  const trunks = new TestTrunks([ONE, TWO])
  const caller = await trunks.dial('+49302312500')
  trunks.userAgent.called[0]?.ring()
  trunks.userAgent.called[0]?.refuse(503)
  await trunks.clock.advance(0)
  assert.deepEqual(trunks.tried, ['one'])
  assert.equal(caller.final, 500)
})

test('a carrier known to be down comes last', async () => {
  const trunks = new TestTrunks([ONE, TWO])
  trunks.down.add('one')
  await trunks.dial('+49302312500')
  trunks.userAgent.called[0]?.refuse(500)
  await trunks.clock.advance(0)
  assert.deepEqual(trunks.tried, ['two', 'one'])
})

test('without any carrier the call ends at once', async () => {
  const trunks = new TestTrunks([])
  assert.equal((await trunks.dial('+49302312500')).final, 500)
  assert.equal(trunks.ended[0]?.cause, 'unreachable')
})

test('the caller gives up while the second carrier is tried', async () => {
  const trunks = new TestTrunks([ONE, TWO])
  const caller = await trunks.dial('+49302312500')
  trunks.userAgent.called[0]?.refuse(500)
  await trunks.clock.advance(0)
  caller.cancel()
  await trunks.clock.advance(0)
  assert.equal(trunks.userAgent.called[1]?.cancelReason, '')
  assert.deepEqual(
    trunks.ended.map((call) => call.cause),
    ['cancelled'],
  )
})

test('NUM-04: a carrier that wants local numbers gets those of the Ortsnetz where the call leaves from', async () => {
  const [cologne, mainz] = ['cologne', 'mainz'].map((id) => ({
    id,
    name: id,
    isMain: id === 'cologne',
    addresses: [],
    emergencyNumber: undefined,
  }))
  assert.ok(cologne !== undefined && mainz !== undefined)
  const sites = new Map([
    ['cologne', { ...cologne, areaCode: '221' }],
    ['mainz', { ...mainz, areaCode: '6131' }],
  ])
  const ten = TENANT.extensions.get('10')
  assert.ok(ten !== undefined)
  const tenant = {
    ...TENANT,
    sites,
    extensions: new Map([
      ['10', { ...ten, siteId: 'mainz' }],
      ['11', { ...ten, id: 'acme-11', number: '11' }],
    ]),
  }
  const trunks = new TestTrunks([carrier('one', { outboundFormat: 'local' })], tenant)
  await trunks.dial('+4961311620', '10')
  await trunks.dial('+4961311620', '11')
  assert.deepEqual(
    trunks.userAgent.called.map(({ invite }) => invite.uri),
    ['sip:1620@one.example', 'sip:061311620@one.example'],
  )
})
