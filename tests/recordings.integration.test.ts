/** Calls of phones that are not ours are recorded: who is told, what the file sounds like, and when there is none. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import {
  assertHearsInstead,
  assertHearsMixture,
  Baresip,
  type ExpectedTone,
  eventually,
  hearsInstead,
  hearsTone,
  missingPeers,
  RunningProduct,
  type Sound,
} from '@klinke/testbed'
import { assertIsRecorded, isTone, windowsOf } from './spoken.ts'
import { dialled, isAsked, noLiveCalls, phone, root, TONES } from './support.ts'

const skip = missingPeers('baresip')
const HEADER_OCTETS = 44
/** Longer than the announcement, which comes before what is written. */
const PAUSED_MS = 5_000
let product: RunningProduct
let tenantId: string

before(async () => {
  product = await RunningProduct.start({ root })
  const { items } = (await product.get('/extensions')) as Listed<{ readonly tenantId: string }>
  tenantId = items[0]?.tenantId ?? ''
})
after(() => product?.[Symbol.asyncDispose]())

interface Listed<T> {
  readonly items: readonly T[]
}

interface Recorded {
  readonly id: string
  readonly complete: boolean
  readonly endedBecause: string
  readonly durationSeconds: number
  readonly parties: readonly { readonly number: string; readonly channel: string }[]
  readonly consents: readonly { readonly number: string; readonly how: string }[]
}

async function send<T>(method: string, path: string, body: object, status = 200): Promise<T> {
  const response = await product.request(method, path, body)
  const text = await response.text()
  assert.equal(response.status, status, text)
  return JSON.parse(text) as T
}

function policy(body: object): Promise<unknown> {
  return send('PATCH', `/recording-policy?tenantId=${tenantId}`, body)
}

async function recordings(): Promise<readonly Recorded[]> {
  return ((await product.get(`/recordings?tenantId=${tenantId}`)) as Listed<Recorded>).items
}

/** The newest one, once there are so many. */
function newest(count: number): Promise<Recorded> {
  return eventually(`recording number ${count}`, async () => {
    const all = await recordings()
    return all.length === count ? all[0] : undefined
  })
}

async function liveCall(): Promise<string> {
  return eventually(
    'call',
    async () => ((await product.get(`/live-calls?tenantId=${tenantId}`)) as Listed<{ readonly id: string }>).items[0]?.id,
  )
}

async function recordingIs(state: string): Promise<void> {
  const path = `/live-calls/${await liveCall()}/recording`
  await eventually(`recording that is ${state}`, async () => ((await product.get(path)) as { state: string }).state === state || undefined)
}

/** One channel of a recording, without its first and last quarter of a second. */
async function channelOf({ id }: Recorded, channel: 0 | 1) {
  const file = Buffer.from(await (await product.request('GET', `/recordings/${id}/sound`)).arrayBuffer())
  const [channels, sampleRateHz] = [file.readUInt16LE(22), file.readUInt32LE(24)]
  const frames = Math.floor((file.length - HEADER_OCTETS) / (2 * channels))
  const samples = Float32Array.from(
    { length: frames },
    (_, index) => file.readInt16LE(HEADER_OCTETS + 2 * (channels * index + channel)) / 32_768,
  )
  return { sampleRateHz, samples: samples.subarray(sampleRateHz / 4, frames - sampleRateHz / 4) }
}

async function press(who: Baresip, keys: string): Promise<void> {
  for (const key of keys) await who.press(key)
}

async function hearEachOther(...[[one, oneSays], [other, otherSays]]: readonly [Speaker, Speaker]): Promise<void> {
  await hearsTone(one.name, one, otherSays, 500)
  await hearsTone(other.name, other, oneSays, 500)
}

type Speaker = readonly [Baresip, ExpectedTone]

test('LAW-06: on demand both hear the announcement, then each other; the caller is in the left channel, the called party in the right; paused nothing is written', {
  skip,
}, async () => {
  await policy({ onDemand: true, consent: 'announce' })
  await using anna = await phone(product, '10', { tone: TONES.anna })
  await using bea = await phone(product, '11', { tone: TONES.bea, answersAtOnce: true })
  await anna.dial(dialled(product, '11'))
  await Promise.all([anna.established(), bea.established()])
  await hearEachOther([anna, TONES.anna], [bea, TONES.bea])
  await press(bea, '*1')
  const pressedAtMs = performance.now()
  await recordingIs('asking')
  const [annaHears, beaHears] = await Promise.all([anna.listen(1500), bea.listen(1500)])
  assertHearsInstead('the caller', annaHears, TONES.bea)
  assertHearsInstead('the called party', beaHears, TONES.anna)
  const folder = join(product.dataDirectory, 'recordings')
  assert.deepEqual(existsSync(folder) ? readdirSync(folder) : [], [], 'nothing is written before')
  await recordingIs('recording')
  await anna.listen(500)
  await hearEachOther([anna, TONES.anna], [bea, TONES.bea])
  await send('PATCH', `/live-calls/${await liveCall()}/recording`, { paused: true })
  await recordingIs('paused')
  const writtenForMs = performance.now() - pressedAtMs
  await anna.listen(PAUSED_MS)
  await bea.hangUp()
  await anna.ended()
  const recorded = await newest(1)
  assertIsRecorded('the left channel', await channelOf(recorded, 0), TONES.anna, TONES.bea)
  assertIsRecorded('the right channel', await channelOf(recorded, 1), TONES.bea, TONES.anna)
  assert.deepEqual([recorded.complete, recorded.consents.map(({ how }) => how)], [true, ['told', 'told']])
  const { durationSeconds } = recorded
  assert.ok(durationSeconds > 1 && 1000 * durationSeconds < writtenForMs, `${durationSeconds} s, paused after ${writtenForMs} ms`)
  assert.deepEqual(
    recorded.parties.map(({ number, channel }) => `${number} ${channel}`),
    ['10 left', '11 right'],
  )
  await noLiveCalls(product)
})

/** Its extensions may stand anywhere: nobody calls for help here. */
const ANYWHERE = { profile: { requireValidSite: false } }

/** An extension of another customer: for the demo customer somebody outside. */
async function stranger(): Promise<Baresip> {
  const other = await send<{ readonly id: string }>(
    'POST',
    '/tenants',
    { ...ANYWHERE, name: 'Fremd', sipDomain: 'fremd.example', areaCode: '30' },
    201,
  )
  const extension = { tenantId: other.id, number: '20', name: 'Otto' }
  const made = await send<{ readonly sipUsername: string; readonly sipPassword: string }>('POST', '/extensions', extension, 201)
  const account = { username: made.sipUsername, password: made.sipPassword }
  return Baresip.start({ ...account, domain: 'fremd.example', server: product.sip(), tone: TONES.anna })
}

test('LAW-06: a caller from outside who presses 2 is not recorded, one who presses 1 is; the call goes on in both cases', {
  skip,
}, async () => {
  const before = (await recordings()).length
  await policy({ onDemand: false, consent: 'ask' })
  const rule = { tenantId, subject: { kind: 'all' }, directions: ['inbound'], reason: 'Nachweis von Bestellungen' }
  await send('POST', '/recording-rules', rule, 201)
  await using otto = await stranger()
  await using bea = await phone(product, '11', { tone: TONES.bea, answersAtOnce: true })
  const number = (product.demo.numbers as readonly string[])[1] ?? ''
  for (const [key, expected] of [
    ['2', 'off'],
    ['1', 'recording'],
  ] as const) {
    await otto.dial(`sip:${number}@fremd.example`)
    await Promise.all([otto.established(), bea.established()])
    await recordingIs('asking')
    await hearsInstead('the caller', otto, TONES.bea, 1000)
    await otto.press(key)
    await recordingIs(expected)
    if (expected === 'off') await eventually('end of the words', async () => (await hears(otto, TONES.bea)) || undefined)
    await hearEachOther([otto, TONES.anna], [bea, TONES.bea])
    await otto.hangUp()
    await bea.ended()
    await noLiveCalls(product)
  }
  const recorded = await newest(before + 1)
  assert.equal(recorded.consents.find(({ number: who }) => who !== '11')?.how, 'agreed')
  assertIsRecorded('the right channel', await channelOf(recorded, 1), TONES.bea, TONES.anna)
  const { items } = (await product.get(`/recording-rules?tenantId=${tenantId}`)) as Listed<{ readonly id: string }>
  for (const { id } of items) await product.request('DELETE', `/recording-rules/${id}`)
})

async function hears(who: Baresip, tone: ExpectedTone): Promise<boolean> {
  return isTone(await who.listen(400), tone)
}

test('a disk that is full stops the recording and not the call: both are told, and what was written is kept', {
  skip: skip || noMount(),
}, async () => {
  const before = (await recordings()).length
  await policy({ onDemand: true, consent: 'announce' })
  const folder = join(product.dataDirectory, 'recordings')
  mkdirSync(folder, { recursive: true })
  mount('-t', 'tmpfs', '-o', 'size=128k', 'tmpfs', folder)
  try {
    await using anna = await phone(product, '10', { tone: TONES.anna })
    await using bea = await phone(product, '11', { tone: TONES.bea, answersAtOnce: true })
    await anna.dial(dialled(product, '11'))
    await Promise.all([anna.established(), bea.established()])
    await press(anna, '*1')
    await recordingIs('recording')
    await recordingIs('off')
    await hearsInstead('the caller', anna, TONES.bea, 1500)
    await eventually('end of the words', async () => (await hears(anna, TONES.bea)) || undefined)
    await hearEachOther([anna, TONES.anna], [bea, TONES.bea])
    const recorded = await newest(before + 1)
    assert.deepEqual([recorded.complete, recorded.endedBecause], [false, 'disk-full'])
    assertIsRecorded('the left channel', await channelOf(recorded, 0), TONES.anna, TONES.bea)
    await anna.hangUp()
    await bea.ended()
  } finally {
    spawnSync('umount', ['-l', folder])
  }
})

test('a power failure in the middle leaves what was recorded until then, marked as incomplete', { skip }, async () => {
  const before = (await recordings()).length
  await policy({ onDemand: true, consent: 'announce' })
  await using anna = await phone(product, '10', { tone: TONES.anna })
  await using bea = await phone(product, '11', { tone: TONES.bea, answersAtOnce: true })
  await anna.dial(dialled(product, '11'))
  await Promise.all([anna.established(), bea.established()])
  await press(anna, '*1')
  await recordingIs('recording')
  await anna.listen(2500)
  await product.kill()
  await product.restart()
  const recorded = await newest(before + 1)
  assert.deepEqual([recorded.complete, recorded.endedBecause], [false, 'restart'])
  assertIsRecorded('the left channel', await channelOf(recorded, 0), TONES.anna, TONES.bea)
})

test('CONF-02: a moderator records a conference by key; all hear so, also who joins later; all who speak are in the file', {
  skip,
}, async () => {
  const before = (await recordings()).length
  await policy({ onDemand: true })
  const pins = { moderatorPin: '2222', entryTones: false }
  const { id: room } = await send<{ readonly id: string }>(
    'POST',
    '/conference-rooms',
    { tenantId, name: 'Runde', number: '700', ...pins },
    201,
  )
  await using anna = await phone(product, '10', { tone: TONES.anna })
  await using bea = await phone(product, '11', { tone: TONES.bea })
  await enter(anna, '2222#')
  await enter(bea, '#')
  await eventually('talk', async () => ((await hears(anna, TONES.bea)) && (await hears(bea, TONES.anna))) || undefined)
  await press(anna, '*1')
  await eventually('announcement', async () => ((await conference(room)).recorded ? true : undefined))
  await hearsInstead('a participant', bea, TONES.anna, 1500)
  await eventually('talk', async () => (await hears(bea, TONES.anna)) || undefined)
  await anna.listen(2000)
  await Promise.all([anna.hangUp(), bea.hangUp()])
  await noLiveCalls(product)
  const recorded = await newest(before + 1)
  const sound = await channelOf(recorded, 0)
  // Somewhere both are heard together: while one presses a key it says nothing, and packets may be late.
  const together = windowsOf(sound, 0.5, 0.1).find((part) => mixes(part, [TONES.anna, TONES.bea]))
  assertHearsMixture('the recording', together ?? sound, [TONES.anna, TONES.bea], [{ frequencyHz: 1700 }])
  assert.deepEqual([recorded.parties.length, recorded.consents.length, recorded.endedBecause], [2, 2, 'call-ended'])
})

function mixes(sound: Sound, tones: readonly ExpectedTone[]): boolean {
  try {
    assertHearsMixture('somebody', sound, tones, [])
    return true
  } catch {
    return false
  }
}

async function conference(room: string): Promise<{ readonly recorded: boolean }> {
  return (await product.get(`/conference-rooms/${room}/conference`)) as { readonly recorded: boolean }
}

async function enter(who: Baresip, keys: string): Promise<void> {
  await who.dial(dialled(product, '700'))
  await who.established()
  await isAsked(who)
  await press(who, keys)
}

function mount(...args: readonly string[]): void {
  const { status, stderr } = spawnSync('mount', args)
  assert.equal(status, 0, String(stderr))
}

/** Only an administrator mounts file systems. */
function noMount(): string | false {
  return process.getuid?.() === 0 ? false : 'needs a tiny file system, which only root can mount'
}
