import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Exchange } from '@klinke/calls'
import type { PbxParts } from '../calls/context.ts'
import { extensionById } from '../calls/extension-targets.ts'
import type { Pickup } from '../pickup/rules.ts'
import type { Work } from '../slices/slice.ts'
import type { PbxSnapshot } from '../snapshot.ts'
import { TestPbx } from '../test-support/test-pbx.ts'
import { answerHere } from './answer-here.ts'
import { findParty } from './find-party.ts'
import { type CallWish, makeCall } from './make-call.ts'

interface World {
  readonly pbx: TestPbx
  readonly tenant: () => PbxSnapshot
  readonly work: { readonly exchange: Exchange; readonly pbx: PbxParts }
}

function setUp(directed: Pickup['directed'] = 'everyone', autoAnswer = true): World {
  const begun: Work[] = []
  const callControl = {
    begin: (work: Work) => {
      begun.push(work)
      return { close: () => undefined }
    },
  }
  const parts = { pickup: { directed, groupsOf: new Map() }, callControl: new Map([['acme-10', { autoAnswer }]]) }
  const pbx = new TestPbx([{ id: 'acme', extensions: ['10', '11', '12'], numbers: {}, parts }], { instead: { callControl } })
  pbx.begin()
  const [work] = begun
  assert.ok(work)
  const tenant = (): PbxSnapshot => {
    const found = pbx.directory().tenant('acme')
    assert.ok(found)
    return found
  }
  return { pbx, tenant, work }
}

function extension({ tenant }: World, number: string): CallWish['extension'] {
  const found = extensionById(tenant(), `acme-${number}`)
  assert.ok(found)
  return found
}

async function made(world: World, number: string, more: Partial<CallWish> = {}): Promise<void> {
  makeCall({ extension: extension(world, '10'), number, ...more }, world.tenant(), world.work)
  await world.pbx.clock.advance(0)
}

const asked = ({ pbx }: World): boolean => pbx.phone().invite.headers?.some(([name]) => name === 'Answer-Mode') === true

test('CALL-08: the own phone is asked to answer by itself, and then calls as if its user had dialled', async () => {
  const world = setUp()
  const { pbx } = world
  await made(world, '11')
  assert.match(pbx.phone().invite.to, /:10@/)
  assert.equal(asked(world), true)
  pbx.phone().answer('answer of 10')
  await pbx.clock.advance(0)
  assert.match(pbx.phone().invite.to, /:11@/)
  assert.match(pbx.phone().invite.from, /:10@/)
  pbx.phone().answer('answer of 11')
  await pbx.clock.advance(0)
  pbx.phone().session.hangUp()
  await pbx.clock.advance(0)
  const [record] = pbx.started
  assert.deepEqual([record?.caller.number, record?.called.number, pbx.ended.at(-1)?.cause], ['10', '11', 'hung-up-by-called'])
  assert.deepEqual([pbx.live.ofTenant('acme').length, pbx.media.opened], [0, 0])
})

for (const [setting, wish, rings] of [
  [true, undefined, false],
  [false, undefined, true],
  [true, false, true],
  [false, true, false],
] as const) {
  test(`a phone with autoAnswer ${setting}, asked with ${wish}, ${rings ? 'rings' : 'answers by itself'}`, async () => {
    const world = setUp('everyone', setting)
    await made(world, '11', wish === undefined ? {} : { autoAnswer: wish })
    assert.equal(asked(world), !rings)
  })
}

test('of several phones that one is called that is named; one that is not there is told', async () => {
  const world = setUp()
  const [device] = world.work.exchange.devicesOf('10@acme.example')
  assert.ok(device?.registrationId)
  await made(world, '11', { registrationId: device.registrationId })
  assert.equal(world.pbx.phones.length, 1)
  await assert.rejects(() => made(world, '11', { registrationId: 'another' }), { code: 'no-phone-there' })
  world.pbx.unregistered.add('10@acme.example')
  await assert.rejects(() => made(world, '11'), { code: 'no-phone-there' })
})

test('a call outside goes by the ways of the extension, its number hidden where that is wanted', async () => {
  const world = setUp()
  await made(world, '022112345', { hideNumber: true })
  world.pbx.phone().answer('answer of 10')
  await world.pbx.clock.advance(0)
  const [outside] = world.pbx.outside
  assert.deepEqual([outside?.number, outside?.extension?.number], ['+4922112345', '10'])
})

test('EMG-01: help can be called so, and the call is one for help then', async () => {
  const world = setUp()
  world.pbx.emergencyNumber = '112'
  await made(world, '112')
  world.pbx.phone().answer('answer of 10')
  await world.pbx.clock.advance(0)
  assert.equal(world.pbx.live.ofTenant('acme')[0]?.emergency, true)
})

async function ringing(world: World, number: string) {
  const { pbx } = world
  const caller = await pbx.dial('acme', '12', number)
  const phone = pbx.phone()
  phone.ring()
  await pbx.clock.advance(0)
  const [call] = pbx.live.ofTenant('acme')
  assert.ok(call)
  return { caller, phone, call }
}

for (const [who, what] of [
  ['11', 'at the own phone'],
  ['10', 'at a colleague'],
] as const) {
  test(`a call that rings ${what} is answered by a program: the phone is asked to answer by itself, and has the call`, async () => {
    const world = setUp()
    const { pbx } = world
    const { caller, phone, call } = await ringing(world, '11')
    answerHere({ call, rung: extension(world, '11') }, extension(world, who), {}, world.tenant(), world.work)
    await pbx.clock.advance(0)
    assert.equal(asked(world), true)
    assert.match(pbx.phone().invite.to, new RegExp(`:${who}@`))
    pbx.phone().answer(`answer of ${who}`)
    await pbx.clock.advance(0)
    assert.deepEqual([caller.final, phone.over], [200, true])
    assert.match(phone.cancelReason ?? '', /completed elsewhere/)
    caller.session.hangUp()
    await pbx.clock.advance(0)
    assert.deepEqual([pbx.phone().session.over, pbx.live.ofTenant('acme').length, pbx.media.opened], [true, 0, 0])
  })
}

test('who takes the call up by hand meanwhile has it, and the second ringing ends', async () => {
  const world = setUp()
  const { pbx } = world
  const { caller, phone, call } = await ringing(world, '11')
  answerHere({ call, rung: extension(world, '11') }, extension(world, '11'), {}, world.tenant(), world.work)
  await pbx.clock.advance(0)
  const again = pbx.phone()
  phone.answer('answer by hand')
  await pbx.clock.advance(0)
  assert.deepEqual([caller.final, again.over, phone.session.over], [200, true, false])
})

test('a colleague that may not be picked up is not answered', async () => {
  const world = setUp('nobody')
  const { call } = await ringing(world, '11')
  assert.throws(() => answerHere({ call, rung: extension(world, '11') }, extension(world, '10'), {}, world.tenant(), world.work), {
    code: 'may-not-pick-up',
  })
})

test('a user controls the own part in a call and no other; an administrator says whose, where several are in it', async () => {
  const world = setUp()
  const { call } = await ringing(world, '11')
  const controlling = { directory: world.pbx.directory(), work: () => world.work }
  const of = (extensionId: string | undefined, user?: string): string =>
    findParty(
      controlling,
      call.id,
      extensionId,
      user === undefined ? { kind: 'tenant', tenantId: 'acme' } : { kind: 'user', tenantId: 'acme', extensionId: user },
    ).leg.party.number
  assert.deepEqual([of(undefined, 'acme-11'), of(undefined, 'acme-12'), of('acme-12')], ['11', '12', '12'])
  assert.throws(() => of(undefined, 'acme-10'), { code: 'not-found' })
  assert.throws(() => of('acme-10'), { code: 'not-found' })
  assert.throws(() => of(undefined), { code: 'say-which-party' })
  assert.throws(() => findParty(controlling, call.id, undefined, { kind: 'tenant', tenantId: 'bolt' }), { code: 'not-found' })
})
