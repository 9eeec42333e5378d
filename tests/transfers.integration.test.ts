/** Transfers between phones that are not ours: who hears whom at the end is measured. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { assertHears, assertHearsTone, hearsTone, missingPeers, RunningProduct } from '@klinke/testbed'
import { callRecords, dialled, endedRecords, noLiveCalls, type PhoneOptions, phone, root, TONES, talking, webPhone } from './support.ts'

const skip = missingPeers('baresip')
const CARL = { frequencyHz: 1500, levelDbm0: -13 }
const RINGBACK_HZ = 425
const RINGBACK_EVERY_MS = 5200
let product: RunningProduct

before(async () => {
  product = await RunningProduct.start({ root })
})
after(() => product?.[Symbol.asyncDispose]())

type Access = Pick<PhoneOptions, 'transport' | 'srtp'>
const SECURE: Access = { transport: 'TLS', srtp: true }

for (const [what, access] of [
  ['over UDP', {}],
  ['to an encrypted phone', SECURE],
] as const) {
  test(`blind transfer ${what}: the party that remains hears ring-back and then the new one, no phone is asked for new media`, {
    skip,
  }, async () => {
    await using anna = await phone(product, '10', { tone: TONES.anna })
    await using bea = await phone(product, '11', { tone: TONES.bea, answersAtOnce: true })
    await using carl = await phone(product, '12', { tone: CARL, ...access })
    await anna.dial(dialled(product, '11'))
    await Promise.all([anna.established(), bea.established()])
    await anna.transfer(dialled(product, '12'))
    assert.match(await carl.rings(), /11@/)
    assertHears('the one who remains, while it rings', await bea.listen(RINGBACK_EVERY_MS), RINGBACK_HZ)
    await carl.accept()
    await carl.established()
    await anna.ended()
    await hearsTone('the one who remains', bea, CARL, 600)
    await hearsTone('the new one', carl, TONES.bea, 600)
    await carl.hangUp()
    await bea.ended()
    await noLiveCalls(product)
  })
}

test('the called side transfers; its caller talks to the new one', { skip }, async () => {
  await using anna = await phone(product, '10', { tone: TONES.anna })
  await using bea = await phone(product, '11', { tone: TONES.bea, answersAtOnce: true })
  await using carl = await phone(product, '12', { tone: CARL, answersAtOnce: true })
  await anna.dial(dialled(product, '11'))
  await Promise.all([anna.established(), bea.established()])
  await bea.transfer(dialled(product, '12'))
  await Promise.all([carl.established(), bea.ended()])
  await hearsTone('the caller', anna, CARL, 600)
  await hearsTone('the new one', carl, TONES.anna, 600)
  await anna.hangUp()
  await carl.ended()
})

test('a transfer into the public network goes over the carrier', { skip }, async () => {
  await using anna = await phone(product, '10', { tone: TONES.anna })
  await using bea = await phone(product, '11', { tone: TONES.bea, answersAtOnce: true })
  await anna.dial(dialled(product, '11'))
  await Promise.all([anna.established(), bea.established()])
  await anna.transfer(dialled(product, product.demo.network.tone))
  await anna.ended()
  await hearsTone('the one who remains', bea, { frequencyHz: 1020, levelDbm0: -10 }, 600)
  await bea.hangUp()
  const [record] = await endedRecords(
    product,
    1,
    ({ called, direction }) => direction === 'outbound' && called.number === product.demo.network.tone,
  )
  assert.equal(record?.caller.number, '10')
})

test('a transfer to a number that nobody has leaves the two together', { skip }, async () => {
  await using anna = await webPhone(product, '10')
  await using bea = await phone(product, '11', { tone: TONES.bea, answersAtOnce: true })
  const call = anna.sip.call('11')
  await Promise.all([bea.established(), talking(call)])
  assert.equal(await call.transfer(dialled(product, '77')), 404)
  await hearsTone('the called, its own tone from the other end and back', bea, TONES.bea, 600)
  call.hangUp()
  await bea.ended()
})

test('a transfer to oneself is refused, and the two talk on', { skip }, async () => {
  await using anna = await webPhone(product, '10')
  await using bea = await phone(product, '11', { tone: TONES.bea, answersAtOnce: true })
  const call = anna.sip.call('11')
  await Promise.all([bea.established(), talking(call)])
  assert.match(String(await call.transfer(dialled(product, '10'))), /^4\d\d$/)
  await hearsTone('the called, its own tone from the other end and back', bea, TONES.bea, 600)
  call.hangUp()
  await bea.ended()
})

test('attended transfer: both hear each other, without new offers to either, and each record lasts until its party has gone', {
  skip,
}, async () => {
  const before = (await callRecords(product)).length
  await using anna = await webPhone(product, '10')
  await using bea = await phone(product, '11', { tone: TONES.bea, answersAtOnce: true })
  await using carl = await phone(product, '12', { tone: CARL, answersAtOnce: true, ...SECURE })
  const first = anna.sip.call('11')
  await Promise.all([bea.established(), talking(first)])
  await first.hold()
  const second = anna.sip.call('12')
  await Promise.all([carl.established(), talking(second)])
  assert.equal(await first.connectWith(second, dialled(product, '12')), 200)
  await hearsTone('the first', bea, CARL, 600)
  await hearsTone('the second', carl, TONES.bea, 600)
  assert.equal((await first.over).kind, 'ended')
  assert.equal((await second.over).kind, 'ended')
  await bea.hangUp()
  await carl.ended()
  await noLiveCalls(product)
  const records = await endedRecords(product, before + 2, () => true)
  assert.equal(records.length, before + 2)
})

test('a user goes on with a conversation at another device, by INVITE with Replaces', { skip }, async () => {
  await using anna = await phone(product, '10', { tone: TONES.anna })
  await using desk = await webPhone(product, '11', { kind: 'answer', afterMs: 0 })
  await using mobile = await webPhone(product, '11')
  await anna.dial(dialled(product, '11'))
  await anna.established()
  const [call] = desk.sip.calls
  assert.ok(call?.replaces)
  const taken = mobile.sip.call('11', call.replaces)
  await talking(taken)
  assert.equal((await call.over).kind, 'ended')
  await hearsTone('the caller, its own tone from the new device and back', anna, TONES.anna, 600)
  assert.ok(mobile.echo.heard > 25)
  taken.hangUp()
  await anna.ended()
})

interface LiveItem {
  readonly id: string
  readonly caller: { readonly number: string }
}

/** What the REST API answers to a program of the operator. */
async function asked(method: 'POST' | 'PATCH', path: string, body: object | undefined, status: number): Promise<Record<string, unknown>> {
  const response = await product.request(method, path, body)
  assert.equal(response.status, status, await response.clone().text())
  return status === 204 ? {} : ((await response.json()) as Record<string, unknown>)
}

async function idOf(number: string): Promise<string> {
  const { items } = (await product.get('/extensions?limit=100')) as {
    readonly items: readonly { readonly id: string; readonly number: string }[]
  }
  return items.find((extension) => extension.number === number)?.id ?? ''
}

/** Does something with 10's part in its call, by a program. */
async function control(callId: string, action: string, body?: object, method: 'POST' | 'PATCH' = 'POST', status = 204): Promise<void> {
  await asked(method, `/live-calls/${callId}/${action}?extensionId=${await idOf('10')}`, body, status)
}

test('CALL-08, UC-03: a program makes a call at a phone, holds, takes back, presses keys and hangs up', { skip }, async () => {
  await using anna = await phone(product, '10', { tone: TONES.anna, answersAtOnce: true, keepsMessages: true })
  await using bea = await phone(product, '11', { tone: TONES.bea })
  const { callId } = await asked('POST', '/calls', { extensionId: await idOf('10'), tenantId: (await tenantOf()).id, number: '11' }, 202)
  const id = String(callId)
  assert.match(await bea.rings(), /10@/)
  assert.match(anna.received('INVITE').at(-1) ?? '', /Call-Info:.*answer-after=0/)
  await bea.accept()
  await Promise.all([anna.established(), bea.established()])
  const bothHear = async (): Promise<void> => {
    await Promise.all([hearsTone('who called', anna, TONES.bea, 600), hearsTone('who was called', bea, TONES.anna, 600)])
  }
  await bothHear()
  await control(id, 'hold')
  const [holding, held] = await Promise.all([anna.listen(900), bea.listen(900)])
  assert.throws(() => assertHearsTone('who holds', holding, TONES.bea))
  assert.throws(() => assertHearsTone('who is held', held, TONES.anna))
  await control(id, 'resume')
  await bothHear()
  await control(id, 'keys', { keys: '5' })
  assert.equal((await bea.event('CALL_DTMF_START')).param, '5')
  await control(id, 'hang-up')
  await Promise.all([anna.ended(), bea.ended()])
  await noLiveCalls(product)
  await control(id, 'hold', undefined, 'POST', 404)
})

test('UC-03: a program lets a phone consult a third over the same line, connects both, and sends a party on', { skip }, async () => {
  await using anna = await phone(product, '10', { tone: TONES.anna, answersAtOnce: true })
  await using bea = await phone(product, '11', { tone: TONES.bea, answersAtOnce: true })
  await using carl = await phone(product, '12', { tone: CARL, answersAtOnce: true })
  for (const way of ['consulted', 'at once']) {
    const { callId } = await asked('POST', '/calls', { extensionId: await idOf('10'), tenantId: (await tenantOf()).id, number: '11' }, 202)
    const id = String(callId)
    await Promise.all([anna.established(), bea.established()])
    if (way === 'consulted') {
      await control(id, 'consultation', { number: '12' })
      await carl.established()
      await hearsTone('who consults', anna, CARL, 600)
      await hearsTone('who is consulted', carl, TONES.anna, 600)
      await control(id, 'consultation', { action: 'connect' }, 'PATCH')
    } else {
      await control(id, 'transfer', { number: '12' })
      await carl.established()
    }
    await anna.ended()
    await Promise.all([hearsTone(`the first, ${way}`, bea, CARL, 600), hearsTone(`the third, ${way}`, carl, TONES.bea, 600)])
    await carl.hangUp()
    await bea.ended()
    await noLiveCalls(product)
  }
})

test('UC-03: a call that rings at a colleague is picked up by a program; the log says who controlled what', { skip }, async () => {
  await using anna = await phone(product, '10', { tone: TONES.anna, answersAtOnce: true })
  await using bea = await phone(product, '11', { tone: TONES.bea })
  await using carl = await phone(product, '12', { tone: CARL })
  await carl.dial(dialled(product, '11'))
  await bea.rings()
  const { items } = (await product.get('/live-calls')) as { readonly items: readonly LiveItem[] }
  const ringing = items.find(({ caller }) => caller.number === '12')
  await asked('POST', `/live-calls/${ringing?.id}/pick-up`, { extensionId: await idOf('10') }, 202)
  await Promise.all([anna.established(), carl.established(), bea.ended()])
  await hearsTone('who called', carl, TONES.anna, 600)
  await hearsTone('who picked up', anna, CARL, 600)
  await carl.hangUp()
  await anna.ended()
  await noLiveCalls(product)
  const log = (await product.get('/audit-log?limit=20')) as {
    readonly items: readonly { readonly route: string; readonly subjectId: string | null }[]
  }
  assert.ok(
    log.items.some(({ route, subjectId }) => route.includes('/pick-up') && subjectId === ringing?.id),
    JSON.stringify(log.items),
  )
})

async function tenantOf(): Promise<{ readonly id: string }> {
  const { items } = (await product.get('/tenants')) as { readonly items: readonly { readonly id: string }[] }
  const [first] = items
  assert.ok(first)
  return first
}
