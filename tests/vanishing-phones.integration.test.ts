/** Phones that vanish without a word: what the others hear then, measured, and what the records tell. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import {
  assertHears,
  assertHearsMixture,
  assertHearsSilence,
  assertHearsTone,
  type Baresip,
  type ExpectedTone,
  eventually,
  hearsInstead,
  hearsTone,
  missingPeers,
  RunningProduct,
} from '@klinke/testbed'
import { callRecords, dialled, noLiveCalls, phone, root, TONES } from './support.ts'

const skip = missingPeers('baresip')
const CLEO = { frequencyHz: 620, levelDbm0: -12 }
/** Of the signal that stands for somebody who has vanished. */
const SIGNAL_HZ = 520
/** Nobody may hear nothing for longer. */
const DEAD_AIR_MS = 2000
const PIECE_MS = 200
const ATTEMPTS = 30
let product: RunningProduct

before(async () => {
  product = await RunningProduct.start({ root })
  await create('/park-slots', { number: '71' })
  await create('/conference-rooms', { name: 'Runde', number: '700' })
  const members = [{ extensionId: (await extensions()).find(({ number }) => number === '11')?.id }]
  await create('/queues', { name: 'Hotline', number: '60', settings: { greeting: false }, members })
})
after(() => product?.[Symbol.asyncDispose]())

test('in a conversation: the other hears a signal within two seconds, and the phone again when it is back', { skip }, async () => {
  await using anna = await phone(product, '10', { tone: TONES.anna })
  await using bea = await phone(product, '11', { tone: TONES.bea, answersAtOnce: true })
  await anna.dial(dialled(product, '11'))
  await Promise.all([anna.established(), bea.established()])
  await hearsTone('the caller', anna, TONES.bea, 600)
  bea.vanish()
  await hearsSignal(anna)
  bea.reappear()
  await eventuallyHears(anna, TONES.bea)
  await eventuallyHears(bea, TONES.anna)
  await anna.hangUp()
  await bea.ended()
  await noLiveCalls(product)
  assert.deepEqual(await told('11'), ['media-stopped', 'media-returned'])
})

test('the agent of a queue: its caller hears the signal', { skip }, async () => {
  await using anna = await phone(product, '10', { tone: TONES.anna })
  await using bea = await phone(product, '11', { tone: TONES.bea, answersAtOnce: true })
  await anna.dial(dialled(product, '60'))
  await bea.established()
  await eventuallyHears(anna, TONES.bea)
  bea.vanish()
  await hearsSignal(anna)
  await anna.hangUp()
  bea.reappear()
  await bea.ended()
  await noLiveCalls(product)
  assert.ok((await told('60')).includes('media-stopped'))
})

test('who waits in a park slot: the phone that takes it from there hears the signal', { skip }, async () => {
  await using anna = await phone(product, '10', { tone: TONES.anna })
  await using bea = await phone(product, '11', { tone: TONES.bea, answersAtOnce: true })
  await using cleo = await phone(product, '12', { tone: CLEO })
  await anna.dial(dialled(product, '11'))
  await Promise.all([anna.established(), bea.established()])
  await hearsTone('the caller', anna, TONES.bea, 600)
  await bea.transfer(dialled(product, '71'))
  await bea.ended()
  anna.vanish()
  await cleo.dial(dialled(product, '71'))
  await cleo.established()
  await hearsSignal(cleo)
  await cleo.hangUp()
  anna.reappear()
  await anna.ended()
  await noLiveCalls(product)
})

test('the one who transfers: the transfer goes on without it', { skip }, async () => {
  await using anna = await phone(product, '10', { tone: TONES.anna })
  await using bea = await phone(product, '11', { tone: TONES.bea, answersAtOnce: true })
  await using cleo = await phone(product, '12', { tone: CLEO })
  await anna.dial(dialled(product, '11'))
  await Promise.all([anna.established(), bea.established()])
  await hearsTone('the caller', anna, TONES.bea, 600)
  await bea.transfer(dialled(product, '12'))
  await cleo.rings()
  bea.vanish()
  await hearsInstead('the caller while the target rings', anna, TONES.bea, 2000)
  await cleo.accept()
  await cleo.established()
  await eventuallyHears(anna, CLEO)
  await eventuallyHears(cleo, TONES.anna)
  await anna.hangUp()
  await cleo.ended()
  bea.reappear()
  await noLiveCalls(product)
})

test('a member of a conference: the others talk on, and the last one hears music', { skip }, async () => {
  await using anna = await phone(product, '10', { tone: TONES.anna })
  await using bea = await phone(product, '11', { tone: TONES.bea })
  await using cleo = await phone(product, '12', { tone: CLEO })
  for (const who of [anna, bea, cleo]) {
    await who.dial(dialled(product, '700'))
    await who.established()
  }
  await hears(anna, (sound) => assertHearsMixture('the first', sound, [TONES.bea, CLEO], [TONES.anna]))
  bea.vanish()
  await hears(anna, (sound) => assertHearsMixture('the first', sound, [CLEO], [TONES.bea]))
  await cleo.hangUp()
  await hears(anna, (sound) => assertHearsMixture('the first', sound, [], [TONES.bea, CLEO]))
  const music = await anna.listen(DEAD_AIR_MS)
  assert.throws(() => assertHearsSilence('the one who is left', music))
  bea.reappear()
  await hears(anna, (sound) => assertHearsMixture('the first', sound, [TONES.bea], []))
  await Promise.all([anna.hangUp(), bea.hangUp()])
  await noLiveCalls(product)
})

/** The signal begins before there was nothing for too long, and comes again. */
async function hearsSignal(who: Baresip): Promise<void> {
  for (let signals = 0; signals < 2; signals++) {
    const untilMs = performance.now() + DEAD_AIR_MS + PIECE_MS
    for (;;) {
      const sound = await who.listen(PIECE_MS)
      try {
        assertHears(who.name, sound, SIGNAL_HZ)
        break
      } catch (error) {
        if (performance.now() > untilMs) throw error
      }
    }
  }
}

function eventuallyHears(who: Baresip, tone: ExpectedTone): Promise<void> {
  return hears(who, (sound) => assertHearsTone(who.name, sound, tone))
}

async function hears(who: Baresip, heard: (sound: Awaited<ReturnType<Baresip['listen']>>) => void): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    const sound = await who.listen(400)
    try {
      return heard(sound)
    } catch (error) {
      if (attempt === ATTEMPTS) throw error
    }
  }
}

/** What the record tells of the media of the newest call to `number`. */
async function told(number: string): Promise<readonly string[]> {
  const newest = async () => (await callRecords(product)).find(({ called }) => called.number === number)
  const ended = await eventually(`the end of the call to ${number}`, async () => {
    const record = await newest()
    return record !== undefined && record.endedAt !== null ? record : undefined
  })
  const { route } = (await product.get(`/call-records/${ended.id}`)) as { readonly route: readonly { readonly step: string }[] }
  return route.map(({ step }) => step).filter((step) => step.startsWith('media-'))
}

async function extensions(): Promise<readonly Readonly<Record<string, string>>[]> {
  return ((await product.get('/extensions')) as { readonly items: readonly Readonly<Record<string, string>>[] }).items
}

/** A thing of the demo customer. */
async function create(path: string, body: object): Promise<void> {
  const tenantId = (await extensions())[0]?.tenantId
  const response = await product.request('POST', path, { tenantId, ...body })
  assert.equal(response.status, 201, await response.clone().text())
}
