/** Blocks of flows through the running product: where each leads, and what callers hear there. */
import assert from 'node:assert/strict'
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import {
  type Baresip,
  dominantTone,
  type ExpectedTone,
  eventually,
  freePort,
  hearsRecording,
  hearsTone,
  missingPeers,
  RunningProduct,
  type ScriptedCall,
  writeTone,
} from '@klinke/testbed'
import { FlowDesk } from './flows-desk.ts'
import { callRecord, callRecords, dialled, noLiveCalls, phone, root, TONES, type WebPhone, webPhone } from './support.ts'

const skip = missingPeers('baresip')
const PROMPTS = join(root, 'packages/pbx/src/prompts/audio/de')
/** What the simulated public network plays. */
const NETWORK_TONE = { frequencyHz: 1020, levelDbm0: -10 }
/** A prompt of the tenant's own. */
const OWN = { frequencyHz: 700, levelDbm0: -18 } as const satisfies ExpectedTone
const ALWAYS = { days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'], from: '00:00', to: '24:00' }

let product: RunningProduct
let desk: FlowDesk
let anna: Baresip
let bea: WebPhone

before(async () => {
  if (skip !== false) return
  product = await RunningProduct.start({ root, environment: { KLINKE_LOOKUPS: 'everywhere' } })
  desk = await FlowDesk.open(product)
  anna = await phone(product, '10', { tone: TONES.anna })
  bea = await webPhone(product, '11', { kind: 'answer', afterMs: 0 })
})
after(async () => {
  await anna?.[Symbol.asyncDispose]()
  await bea?.[Symbol.asyncDispose]()
  await product?.[Symbol.asyncDispose]()
})

interface Recording {
  readonly consents: readonly { readonly number: string; readonly how: string }[]
}

/** The way a flow has gone, shown on the display of extension 11, to which it leads. */
const way = (name: string) => [
  { id: name, kind: 'set', displayText: name, next: `${name}-on` },
  { id: `${name}-on`, kind: 'destination', to: desk.extension('11') },
]

/** The call that has come to extension 11 since `earlier` calls. */
function arrived(earlier: number): Promise<ScriptedCall> {
  return eventually('a call at 11', () => bea.sip.calls[earlier], { shown: () => bea.sip.calls.length })
}

/** A caller hears what 11 says back. */
function hearsItself(who: Baresip = anna, tone: ExpectedTone = TONES.anna): Promise<true> {
  const hears = async (): Promise<true | undefined> => {
    const heard = dominantTone(await who.listen(300))
    return heard !== undefined && Math.abs(heard.frequencyHz - tone.frequencyHz) < 10 ? true : undefined
  }
  return eventually('the conversation', hears)
}

/** 10 calls, presses, and is connected with 11, whose display shows `shown`; both are heard. */
async function leads(number: string, shown: string, keys = '', from: Baresip = anna, tone: ExpectedTone = TONES.anna): Promise<void> {
  const earlier = bea.sip.calls.length
  await from.dial(dialled(product, number))
  if (keys !== '') await from.established()
  for (const key of keys) await from.press(key)
  try {
    const call = await arrived(earlier)
    assert.equal(call.displayName?.split(':')[0], shown)
    if (keys === '') await from.established()
    await eventually('the conversation', () => call.state.kind === 'talking')
    await hearsItself(from, tone)
  } finally {
    // What fails here leaves no call for the next test.
    await from.hangUp()
    await from.ended()
    await bea.sip.calls[earlier]?.over
    await noLiveCalls(product)
  }
}

test('IVR-03: a PIN of up to ten digits leads to its extension, after a wrong one', { skip }, async () => {
  const entries = [{ pin: '4711081500', to: desk.extension('11') }]
  const ask = { id: 'pin', kind: 'number-pin', prompt: 'enter-pin', entries, retries: 1, otherwise: 'wrong' }
  await desk.publish('700', 'pin', [ask, ...way('wrong')])
  const earlier = bea.sip.calls.length
  await leads('700', 'Anna Zentrale', '1234#4711081500')
  assert.equal(bea.sip.calls.length, earlier + 1)
  await leads('700', 'wrong', '1#2#')
})

test('IVR-03, IVR-01: a dated PIN leads outside while it is good, in a call with a record of its own; an expired one does not', {
  skip,
}, async () => {
  const outside = { kind: 'external', number: product.demo.network.tone }
  const entries = [
    { pin: '12345', validUntil: '2099-12-31', to: outside },
    { pin: '54321', validUntil: '2020-01-01', to: outside },
  ]
  const ask = { id: 'pin', kind: 'dated-pin', prompt: 'enter-pin', entries, retries: 0, otherwise: 'expired' }
  await desk.publish('701', 'pin', [ask, ...way('expired')])
  await leads('701', 'expired', '54321')
  await anna.dial(dialled(product, '701'))
  await anna.established()
  for (const key of '12345') await anna.press(key)
  await anna.listen(1000)
  await hearsTone('the caller', anna, NETWORK_TONE, 500)
  await anna.hangUp()
  await anna.ended()
  const isOutbound = ({ direction, called, endedAt }: { direction: string; called: { number: string }; endedAt: string | null }) =>
    direction === 'outbound' && called.number === outside.number && endedAt !== null
  const record = await callRecord(product, 'the call outside', isOutbound)
  assert.deepEqual([record.caller.number, record.cause, record.answeredAt !== null], ['10', 'hung-up-by-caller', true])
  assert.match(await desk.route(record.id), /outbound-leg: led by flow 701, for 10, record /)
  assert.equal((await callRecords(product)).filter(({ called }) => called.number === '701').length, 2)
})

test('IVR-02: three letters of a name reach its extension', { skip }, async () => {
  await desk.publish('702', 'name', [{ id: 'name', kind: 'dial-by-name', prompt: 'dial-by-name', otherwise: 'nobody' }, ...way('nobody')])
  // VERtrieb
  await leads('702', 'Anna Zentrale', '837')
})

test('IVR-05: the caller decides the way', { skip }, async () => {
  const when = [
    { is: 'internal', numbers: ['13'], next: 'david' },
    { is: 'internal', next: 'inside' },
  ]
  await desk.publish('703', 'who', [
    { id: 'who', kind: 'caller', when, otherwise: 'other' },
    ...way('david'),
    ...way('inside'),
    ...way('other'),
  ])
  await leads('703', 'inside')
  await using david = await phone(product, '13', { tone: TONES.bea })
  await leads('703', 'david', '', david, TONES.bea)
})

test('CALL-10, IVR-01: two schedules decide, one closed by a day of its own, one open', { skip }, async () => {
  const today = { name: 'Betriebsausflug', from: '01-01', to: '12-31', hours: [] }
  const closed = await desk.schedule('Laden', { week: [ALWAYS], specialDays: [today] })
  const open = await desk.schedule('Notdienst', { week: [ALWAYS] })
  const when = [
    { schedule: closed, is: 'open', next: 'shop' },
    { schedule: open, is: 'open', next: 'standby' },
  ]
  await desk.publish('704', 'when', [
    { id: 'when', kind: 'hours', when, otherwise: 'nobody' },
    ...way('shop'),
    ...way('standby'),
    ...way('nobody'),
  ])
  await leads('704', 'standby')
})

test('IVR-05: a server is asked: its answer, a slow one and a dead one each lead their way, in time', { skip }, async () => {
  const server = createServer((request, response) => {
    // A slow one says nothing until the asker is gone.
    if (request.url?.startsWith('/slow')) response.on('close', () => response.end())
    else response.end(JSON.stringify({ result: request.url?.includes('10') ? 'known' : 'unknown', displayText: 'Gold' }))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const lookup = (base: string) => ({
    ...{ id: 'ask', kind: 'lookup', url: `${base}/{caller}`, timeLimitMs: 700, answers: { known: 'known' } },
    ...{ otherwise: 'other', failed: 'failed' },
  })
  const known = { id: 'known', kind: 'destination', to: desk.extension('11') }
  try {
    const ways = [known, ...way('other'), ...way('failed')]
    await desk.publish('705', 'ask', [lookup(`http://127.0.0.1:${port}/now`), ...ways])
    await leads('705', 'Gold')
    for (const [number, base] of [
      ['706', `http://127.0.0.1:${port}/slow`],
      ['707', `http://127.0.0.1:${await freePort()}`],
    ] as const) {
      await desk.publish(number, 'ask', [lookup(base), ...ways])
      const before = performance.now()
      await leads(number, 'failed')
      assert.ok(performance.now() - before < 5000)
    }
  } finally {
    server.closeAllConnections()
    server.close()
  }
})

test('ACD-02: a flow gives its caller a higher place in the queue', { skip }, async () => {
  const members = [{ extensionId: desk.extension('11').targetId, signedIn: false }]
  const queue = await desk.create('/queues', { name: 'Schalter', number: '750', settings: { greeting: false }, members })
  const to = { kind: 'queue', targetId: queue }
  await desk.publish('708', 'set', [
    { id: 'set', kind: 'set', displayText: 'Eilig', priority: 9, next: 'queue' },
    { id: 'queue', kind: 'destination', to },
  ])
  await using david = await phone(product, '13', { tone: TONES.bea })
  await david.dial(dialled(product, '750'))
  await david.established()
  const earlier = bea.sip.calls.length
  await anna.dial(dialled(product, '708'))
  await anna.established()
  const live = async () => ((await product.get(`/queues/${queue}/live`)) as { readonly waiting: readonly unknown[] }).waiting
  await eventually('two who wait', async () => (await live()).length === 2, { shown: live })
  await desk.change(`/queues/${queue}/members/${members[0]?.extensionId}`, { signedIn: true })
  const call = await arrived(earlier)
  assert.match(call.displayName ?? '', /Eilig/)
  await eventually('the conversation', () => call.state.kind === 'talking')
  await desk.change(`/queues/${queue}/members/${members[0]?.extensionId}`, { signedIn: false })
  await anna.hangUp()
  await anna.ended()
  await david.hangUp()
  await noLiveCalls(product)
})

test('LAW-06: a flow asks whether the call may be recorded: who agrees is, who does not is led elsewhere and is not', {
  skip,
}, async () => {
  await desk.create('/recording-rules', { subject: { kind: 'all' }, reason: 'Belege' })
  await desk.publish('711', 'ask', [{ id: 'ask', kind: 'consent', agreed: 'yes', declined: 'no' }, ...way('yes'), ...way('no')])
  const recordings = async () => ((await product.get('/recordings')) as { readonly items: readonly Recording[] }).items
  await leads('711', 'no', '2')
  const earlier = bea.sip.calls.length
  await anna.dial(dialled(product, '711'))
  await anna.established()
  await anna.press('1')
  const call = await arrived(earlier)
  assert.equal(call.displayName?.split(':')[0], 'yes')
  // 11 is told first.
  await hearsItself()
  // On a busy machine that may have been before 11 was told.
  await anna.listen(5000)
  await anna.hangUp()
  await anna.ended()
  const kept = await eventually('the recording', async () => ((await recordings()).length > 0 ? recordings() : undefined), {
    shown: recordings,
  })
  assert.deepEqual(
    kept.map(({ consents }) => consents.map(({ number, how }) => `${number} ${how}`)),
    [['10 agreed', '11 told']],
  )
})

test('a flow that goes round ends with the special information tone and a cause', { skip }, async () => {
  const round = { id: 'a', kind: 'set', displayText: 'a', next: 'b' }
  await desk.publish('709', 'a', [round, { ...round, id: 'b', next: 'a' }])
  await anna.dial(dialled(product, '709'))
  await anna.event('CALL_PROGRESS')
  const heard = dominantTone(await anna.listen(250))?.frequencyHz ?? 0
  assert.ok(
    [950, 1400, 1800].some((frequencyHz) => Math.abs(heard - frequencyHz) < 25),
    `${heard} Hz`,
  )
  assert.match(await anna.ended(), /482/)
  const record = await callRecord(product, 'the loop', ({ called, endedAt }) => called.number === '709' && endedAt !== null)
  assert.equal(record.cause, 'error')
  assert.match(await desk.route(record.id), /flow-gave-up/)
})

test("a tenant's own prompt is heard; when its file is gone, the product's is", { skip }, async () => {
  const menu = { id: 'menu', kind: 'menu', prompt: 'enter-extension', keys: { 1: 'way' }, retries: 0 }
  await desk.publish('710', 'menu', [menu, ...way('way')])
  const file = join(product.dataDirectory, 'own.wav')
  writeTone(file, OWN.frequencyHz, -10, 3)
  const before = new Set(blobs())
  await desk.upload('/prompts/enter-extension/de', file)
  await anna.dial(dialled(product, '710'))
  await anna.established()
  await anna.listen(200)
  await hearsTone('the caller', anna, OWN, 500)
  await anna.hangUp()
  await anna.ended()
  const added = blobs().filter((path) => !before.has(path))
  assert.equal(added.length, 1)
  for (const path of added) rmSync(path)
  await anna.dial(dialled(product, '710'))
  await anna.established()
  await hearsRecording('the caller', anna, join(PROMPTS, 'enter-extension.wav'), 1500)
  await anna.hangUp()
})

/** Files of tenants in the data folder. */
function blobs(): readonly string[] {
  const folder = join(product.dataDirectory, 'blobs')
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
}
