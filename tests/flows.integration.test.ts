/** A phone that is not ours dials a flow, hears its menu, presses a key and talks to the extension behind it. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import {
  assertHears,
  assertHearsSilence,
  type Baresip,
  type ExpectedTone,
  eventually,
  hearsTone,
  missingPeers,
  RunningProduct,
} from '@klinke/testbed'
import { FlowDesk } from './flows-desk.ts'
import { assertIsSaid } from './spoken.ts'
import { callRecord, dialled, isAsked, phone, root, TONES } from './support.ts'

const skip = missingPeers('baresip')
/** The menu twice, and twice the time to press. */
const LED_ON_WITHIN_MS = 30_000
let product: RunningProduct

before(async () => {
  product = await RunningProduct.start({ root })
})
after(() => product?.[Symbol.asyncDispose]())

async function post(path: string, body: object): Promise<Record<string, unknown>> {
  const response = await product.request('POST', path, body)
  const answer = (await response.json()) as Record<string, unknown>
  assert.equal(response.status, 201, JSON.stringify(answer))
  return answer
}

/** Publishes a flow with the internal number 70: key 2 leads to extension 11. */
async function publishFlow(): Promise<void> {
  const { items } = (await product.get('/extensions')) as {
    readonly items: readonly { readonly id: string; readonly number: string; readonly tenantId: string }[]
  }
  const extension = items.find(({ number }) => number === '11')
  const blocks = [
    { id: 'menu', kind: 'menu', prompt: 'enter-extension', keys: { 2: 'sales' } },
    { id: 'sales', kind: 'destination', to: { kind: 'extension', targetId: extension?.id } },
  ]
  const examples = [
    { name: 'sales', call: { caller: '10', internal: true, at: '2026-11-16T10:00:00Z', keys: ['2'] }, expected: { end: 'led' } },
  ]
  const flow = { tenantId: extension?.tenantId, name: 'Zentrale', number: '70', draft: { start: 'menu', blocks }, examples }
  const { id } = await post('/flows', flow)
  await post(`/flows/${String(id)}/publish`, {})
}

test('IVR-01, IVR-02: a key of the menu connects with the extension behind it, and both hear each other', { skip }, async () => {
  await publishFlow()
  await using anna = await phone(product, '10', { tone: TONES.anna })
  await using bea = await phone(product, '11', { tone: TONES.bea })
  await anna.dial(dialled(product, '70'))
  await anna.established()
  const menu = await anna.listen(1500)
  assert.throws(() => assertHearsSilence('the caller in the menu', menu), 'the prompt is heard')
  await anna.press('2')
  assert.match(await bea.rings(), /10@/)
  await bea.accept()
  await bea.established()
  await hearsTone('the called', bea, TONES.anna, 600)
  await hearsTone('the caller', anna, TONES.bea, 600)
  await anna.hangUp()
  await bea.ended()
  const record = await callRecord(product, 'the call to the flow', ({ called, endedAt }) => called.number === '70' && endedAt !== null)
  assert.equal(record.cause, 'hung-up-by-caller')
})

test('IVR-02: an agent signs in from any phone with extension and PIN, and the picture shows the flow', { skip }, async () => {
  const { items } = (await product.get('/extensions')) as {
    readonly items: readonly { readonly id: string; readonly number: string; readonly tenantId: string }[]
  }
  const agent = items.find(({ number }) => number === '12')
  const members = [{ extensionId: agent?.id, signedIn: false }]
  const queue = await post('/queues', { tenantId: agent?.tenantId, name: 'Hotline', number: '61', settings: {}, members })
  assert.equal((await product.request('PATCH', `/extensions/${agent?.id}/pin`, { pin: '4711' })).status, 200)
  const block = { id: 'agent', kind: 'agent-login', queue: { kind: 'queue', targetId: queue.id }, recognise: false, next: 'end' }
  const draft = { start: 'agent', blocks: [block, { id: 'end', kind: 'hang-up' }] }
  const { id } = await post('/flows', { tenantId: agent?.tenantId, name: 'Agenten', number: '71', draft })
  await post(`/flows/${String(id)}/publish`, {})
  await using anna = await phone(product, '10', { tone: TONES.anna })
  await anna.dial(dialled(product, '71'))
  await anna.established()
  await isAsked(anna)
  for (const digit of '12#') await anna.press(digit)
  await anna.listen(500)
  for (const digit of '4711#') await anna.press(digit)
  await anna.ended()
  const { members: now } = (await product.get(`/queues/${String(queue.id)}`)) as { readonly members: readonly { signedIn: boolean }[] }
  assert.deepEqual(
    now.map(({ signedIn }) => signedIn),
    [true],
  )
  const picture = await product.request('GET', `/flows/${String(id)}/picture?of=published`)
  assert.match(picture.headers.get('content-type') ?? '', /^image\/svg\+xml/)
  assert.match(await picture.text(), /Agent/)
})

test('IVR-01, IVR-02: * leads from one flow into another, where a wrong key is told and asked again, and who presses nothing is led on', {
  skip,
}, async () => {
  const desk = await FlowDesk.open(product)
  const led = await desk.publish('73', 'menu', [
    {
      ...{ id: 'menu', kind: 'menu', prompt: 'enter-extension', invalidPrompt: 'not-possible', keys: { 0: 'nobody' } },
      ...{ retries: 1, waitSeconds: 2, timedOut: 'desk', invalid: 'nobody' },
    },
    { id: 'desk', kind: 'destination', to: desk.extension('11') },
    { id: 'nobody', kind: 'hang-up' },
  ])
  await desk.publish('72', 'menu', [
    { id: 'menu', kind: 'menu', prompt: 'enter-extension', keys: { '*': 'other' }, retries: 0 },
    { id: 'other', kind: 'destination', to: { kind: 'flow', targetId: led } },
  ])
  await using anna = await phone(product, '10', { tone: TONES.anna })
  await using bea = await phone(product, '11', { tone: TONES.bea })
  await anna.dial(dialled(product, '72'))
  await anna.established()
  await anna.press('*')
  await anna.listen(500)
  await anna.press('7')
  assertIsSaid('who presses a wrong key', await anna.listen(3000), 'not-possible')
  await bea.event('CALL_INCOMING', LED_ON_WITHIN_MS)
  await bea.accept()
  await bea.established()
  await hearsTone('the called', bea, TONES.anna, 600)
  await hearsTone('the caller', anna, TONES.bea, 600)
  await anna.hangUp()
  await bea.ended()
})

test('IVR-02: a key of a flow leads to a mailbox, which greets and takes the message; another one into a conference', {
  skip,
}, async () => {
  const desk = await FlowDesk.open(product)
  const mailbox = `/extensions/${desk.extension('13').targetId}/mailbox`
  const { id: box } = await desk.change(mailbox, {})
  const room = await desk.create('/conference-rooms', { name: 'Runde', number: '75' })
  await desk.publish('74', 'menu', [
    { id: 'menu', kind: 'menu', prompt: 'enter-extension', keys: { 1: 'box', 2: 'room' }, retries: 0 },
    { id: 'box', kind: 'destination', to: { kind: 'voicemail', targetId: box } },
    { id: 'room', kind: 'destination', to: { kind: 'conference', targetId: room } },
  ])
  await using anna = await phone(product, '10', { tone: TONES.anna })
  await using bea = await phone(product, '11', { tone: TONES.bea })
  const dial = async (who: typeof anna, key: string): Promise<void> => {
    await who.dial(dialled(product, '74'))
    await who.established()
    await who.press(key)
  }
  await Promise.all([dial(anna, '1'), dial(bea, '2')])
  assertIsSaid('who is led to a mailbox', await anna.listen(4000), 'vm-greeting')
  await anna.press('#')
  await anna.listen(3000)
  await anna.hangUp()
  await anna.ended()
  const messages = async () => ((await product.get(mailbox)) as { readonly newMessages: number }).newMessages
  await eventually('the message', async () => (await messages()) === 1)
  await dial(anna, '2')
  await Promise.all([hears('who came later', anna, TONES.bea), hears('who waited', bea, TONES.anna)])
  await Promise.all([anna.hangUp(), bea.hangUp()])
  await Promise.all([anna.ended(), bea.ended()])
})

/** Welcome and roll call pass. */
async function hears(who: string, listener: Baresip, { frequencyHz }: ExpectedTone): Promise<void> {
  await eventually(`${who} hears ${frequencyHz} Hz`, async () => {
    const heard = await listener.listen(400)
    try {
      assertHears(who, heard, frequencyHz)
      return true
    } catch {
      return false
    }
  })
}

test("the demo's own flow: key 1 rings the group, whose member talks to the caller", { skip }, async () => {
  await using anna = await phone(product, '10', { tone: TONES.anna })
  await using bea = await phone(product, '11', { tone: TONES.bea })
  await anna.dial(dialled(product, '302'))
  await anna.established()
  await anna.press('1')
  assert.match(await bea.rings(), /10@/)
  await bea.accept()
  await bea.established()
  await hearsTone('the member', bea, TONES.anna, 600)
  await hearsTone('the caller', anna, TONES.bea, 600)
  await anna.hangUp()
  await bea.ended()
})
