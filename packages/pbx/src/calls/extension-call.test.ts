import assert from 'node:assert/strict'
import { test } from 'node:test'
import { paperFlow } from '../flows/test-support/worlds.ts'
import { TestPbx } from '../test-support/test-pbx.ts'

const TENANTS = [
  { id: 'acme', extensions: ['10', '11'], numbers: { '+4922155500': '11', '+4922155501': undefined } },
  { id: 'bolt', extensions: ['20'], numbers: { '+4922166600': '20' } },
] as const

const setUp = () => new TestPbx(TENANTS)

test('an extension calls another by its number and is shown by name', async () => {
  const pbx = setUp()
  const caller = await pbx.dial('acme', '10', '11')
  assert.equal(pbx.phone().invite.uri, 'sip:11@acme.example')
  assert.equal(pbx.phone().invite.from, '"Extension 10" <sip:10@acme.example>')
  pbx.phone().answer('answer')
  await pbx.clock.advance(0)
  assert.equal(caller.final, 200)
  assert.equal(pbx.started[0]?.direction, 'internal')
  assert.equal(pbx.started[0]?.called.extensionId, 'acme-11')
})

const refusals: readonly (readonly [what: string, dialled: string, status: number, cause: string])[] = [
  ['an extension without a registered device', '11', 480, 'unreachable'],
  ['the own extension', '10', 486, 'busy'],
  ['an extension that nobody has', '77', 404, 'not-found'],
  ['a name', 'alice', 404, 'not-found'],
  ['an own number that leads nowhere', '+4922155501', 404, 'not-found'],
]
for (const [what, dialled, status, cause] of refusals) {
  test(`calling ${what} gives ${status} and is recorded as ${cause}`, async () => {
    const pbx = setUp()
    pbx.unregistered.add('11@acme.example')
    const caller = await pbx.dial('acme', '10', dialled)
    assert.equal(caller.final, status)
    assert.deepEqual(
      pbx.ended.map((call) => call.cause),
      [cause],
    )
    assert.deepEqual(pbx.outside, [])
  })
}

for (const dialled of ['+4922155500', '004922155500', '022155500', '55500']) {
  test(`an own number dialled as ${dialled} stays inside (NUM-04)`, async () => {
    const pbx = setUp()
    await pbx.dial('acme', '10', dialled)
    assert.equal(pbx.phone().invite.uri, 'sip:11@acme.example')
    assert.equal(pbx.started[0]?.direction, 'internal')
    assert.equal(pbx.started[0]?.called.extensionId, 'acme-11')
    assert.deepEqual(pbx.outside, [])
  })
}

test('a number without an area code is one of the Ortsnetz where the extension stands (NUM-04)', async () => {
  const pbx = new TestPbx([{ id: 'acme', extensions: ['10', '11', '12'], elsewhere: { '11': '30' }, numbers: { '+493055500': '12' } }])
  await pbx.dial('acme', '11', '55500')
  assert.equal(pbx.phone().invite.uri, 'sip:12@acme.example')
  await pbx.dial('acme', '10', '55500')
  assert.deepEqual(
    pbx.outside.map(({ number }) => number),
    ['+4922155500'],
  )
})

test("another tenant's number stays on the platform, with a record for each tenant and the caller's outside number shown", async () => {
  const pbx = setUp()
  const caller = await pbx.dial('acme', '10', '022166600')
  assert.equal(pbx.phone().invite.uri, 'sip:20@bolt.example')
  assert.equal(pbx.phone().invite.from, '<sip:+4922155500@bolt.example>')
  pbx.phone().answer('answer')
  await pbx.clock.advance(0)
  caller.session.hangUp()
  await pbx.clock.advance(0)
  const seen = pbx.started.map(({ tenantId, direction, caller: from, called }) => [tenantId, direction, from.number, called.number])
  assert.deepEqual(seen, [
    ['acme', 'outbound', '10', '+4922166600'],
    ['bolt', 'inbound', '+4922155500', '+4922166600'],
  ])
  assert.deepEqual(
    pbx.ended.map(({ tenantId, cause }) => [tenantId, cause]),
    [
      ['acme', 'hung-up-by-caller'],
      ['bolt', 'hung-up-by-caller'],
    ],
  )
  assert.equal(pbx.started[1]?.called.extensionId, 'bolt-20')
  assert.deepEqual(pbx.outside, [])
})

test('FRD-03: a customer that is locked wholly is not rung by another one either, and has a record of the call', async () => {
  const pbx = setUp()
  pbx.lockedTenants.add('bolt')
  const caller = await pbx.dial('acme', '10', '022166600')
  assert.deepEqual([caller.final, pbx.phones.length], [480, 0])
  assert.deepEqual(pbx.ended.map(({ tenantId, sipStatus }) => `${tenantId} ${sipStatus}`).toSorted(), ['acme 480', 'bolt 480'])
})

test("another tenant's record ends when it refuses the call, and does not tell where the call went then", async () => {
  const bolt = { id: 'bolt', extensions: ['20'], numbers: { '+4922166600': '20' } }
  const flow = paperFlow(
    'flow',
    { id: 'first', kind: 'destination', to: { kind: 'external', number: '+4922166600' }, otherwise: 'then' },
    { id: 'then', kind: 'destination', to: { kind: 'extension', targetId: 'acme-11' } },
  )
  const targets = [{ kind: 'flow', id: 'flow', name: 'Flow', number: '70' }]
  const acme = {
    id: 'acme',
    extensions: ['10', '11'],
    numbers: { '+4922155500': '10' },
    targets,
    parts: { flows: new Map([['flow', flow]]) },
  }
  const pbx = new TestPbx([acme, bolt])
  const caller = await pbx.dial('acme', '10', '70')
  pbx.phone().refuse(486)
  await pbx.clock.advance(0)
  pbx.phone().answer('answer')
  await pbx.clock.advance(0)
  assert.equal(caller.final, 200)
  const refused = pbx.ended.map(({ tenantId, cause, sipStatus }) => `${tenantId} ${cause} ${sipStatus}`)
  assert.deepEqual(refused.toSorted(), ['acme busy 486', 'bolt busy 486'])
  caller.session.hangUp()
  await pbx.clock.advance(0)
  assert.deepEqual(pbx.ended.map(({ tenantId, cause }) => `${tenantId} ${cause}`).toSorted(), [
    'acme busy',
    'acme hung-up-by-caller',
    'bolt busy',
  ])
  const inside = pbx.ended.find(({ cause }) => cause === 'hung-up-by-caller')
  assert.ok(
    inside?.route.some(({ step }) => step === 'flow-returned'),
    'where the call went then stands in its own record',
  )
})

test('a caller who hides is anonymous to another tenant too, on its phone and in its record (CLIR)', async () => {
  const pbx = setUp()
  pbx.numberShown = () => undefined
  await pbx.dial('acme', '10', '+4922166600')
  assert.equal(pbx.phone().invite.from, '<sip:anonymous@bolt.example>')
  assert.equal(pbx.started[1]?.caller.number, 'anonymous')
})

for (const [dialled, number] of [
  ['0302312500', '+49302312500'],
  ['116117', '116117'],
  ['0043158858', '+43158858'],
] as const) {
  test(`${dialled} goes outside as ${number}`, async () => {
    const pbx = setUp()
    await pbx.dial('acme', '10', dialled)
    assert.deepEqual(
      pbx.outside.map((call) => [call.number, call.extension?.number]),
      [[number, '10']],
    )
    assert.equal(pbx.started[0]?.direction, 'outbound')
  })
}

test('99 is the echo', async () => {
  const pbx = setUp()
  const caller = await pbx.dial('acme', '10', '99')
  assert.equal(caller.final, 200)
  assert.ok(pbx.media.sessions[0]?.log.includes('play caller echo'))
  caller.session.hangUp()
  await pbx.clock.advance(0)
  assert.deepEqual(pbx.steps, ['echo'])
})

for (const [dialled, echoNumber, answered] of [
  ['77', '77', true],
  ['99', '77', false],
  ['99', null, false],
  ['11', '11', false],
] as const) {
  test(`with ${echoNumber ?? 'none'} as echo number ${dialled} is ${answered ? 'the' : 'no'} echo`, async () => {
    const pbx = new TestPbx([{ id: 'acme', extensions: ['10', '11'], numbers: {}, profile: { echoNumber } }])
    await pbx.dial('acme', '10', dialled)
    assert.equal(pbx.media.sessions[0]?.log.includes('play caller echo'), answered)
  })
}

for (const [dialled, number] of [
  ['90302312500', '+49302312500'],
  ['90049302312500', '+49302312500'],
  ['0302312500', '+49302312500'],
] as const) {
  test(`with the outside-line prefix 9 ${dialled} goes outside as ${number}`, async () => {
    const pbx = new TestPbx([{ ...TENANTS[0], profile: { outsideLinePrefix: '9' } }])
    await pbx.dial('acme', '10', dialled)
    assert.deepEqual(
      pbx.outside.map((call) => call.number),
      [number],
    )
  })
}

test('a call ends when it is as long as the profile allows', async () => {
  const pbx = new TestPbx([{ ...TENANTS[0], profile: { maxCallSeconds: 600 } }])
  await pbx.dial('acme', '10', '11')
  pbx.phone().answer('answer')
  await pbx.clock.advance(600_000)
  assert.deepEqual(
    pbx.ended.map((call) => call.cause),
    ['duration-limit'],
  )
})

test('an extension that was deleted after it signed in cannot call', async () => {
  const pbx = setUp()
  assert.equal((await pbx.dial('acme', '12', '11')).final, 403)
  assert.deepEqual(pbx.started, [])
})

test('media of calls to numbers that lead to features ends here, from inside and outside; of those to people it may pass by', () => {
  const conference = { kind: 'conference', targetId: 'room' } as const
  const numbers = { '+4922155500': '10', '+4922155570': conference, '+4922155580': { kind: 'external', number: '+4930123456' } as const }
  const pbx = new TestPbx([{ id: 'acme', extensions: ['10'], numbers }])
  const tenant = pbx.directory().tenant('acme')
  assert.ok(tenant)
  const ends = Object.keys(numbers).map((number) => pbx.calls.endsHere(tenant, number))
  assert.deepEqual(ends, [false, true, false])
})
