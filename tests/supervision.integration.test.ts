/** Supervision on the wire: three phones, each with its own tone; who hears whom while one listens, whispers and barges in, and afterwards. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import {
  assertHearsInstead,
  assertHearsMixture,
  assertHearsTone,
  type Baresip,
  type ExpectedTone,
  eventually,
  missingPeers,
  RunningProduct,
} from '@klinke/testbed'
import { assertIsSaid, millisecondsOf } from './spoken.ts'
import { dialled, noLiveCalls, phone, root, TONES } from './support.ts'

const skip = missingPeers('baresip')
const SUPERVISOR: ExpectedTone = { frequencyHz: 1700, levelDbm0: -13 }
const DEADLINE_MS = 20_000
/** Of the time in which the parties are told. */
const UNHEARD_SECONDS = 1.5
/** From the code until the parties have been told. */
const TOLD_WITHIN_MS = 2500 + millisecondsOf('supervision-notice')
let product: RunningProduct
let tenantId: string
let idOf: ReadonlyMap<string, string>

interface Listed<T> {
  readonly items: readonly T[]
}

before(async () => {
  product = await RunningProduct.start({ root })
  const { items } = (await product.get('/extensions')) as Listed<{
    readonly id: string
    readonly tenantId: string
    readonly number: string
  }>
  tenantId = items[0]?.tenantId ?? ''
  idOf = new Map(items.map(({ number, id }) => [number, id]))
  const watches = [{ kind: 'extension', targetId: idOf.get('11') }]
  await send('PATCH', `/extensions/${idOf.get('12')}/supervision`, { watches })
})
after(() => product?.[Symbol.asyncDispose]())

async function send(method: string, path: string, body: object, status = 200): Promise<unknown> {
  const response = await product.request(method, path, body)
  const text = await response.text()
  assert.equal(response.status, status, text)
  return text === '' ? undefined : JSON.parse(text)
}

/** Asks until the check holds: what is heard changes a moment after what is said. */
function soon(what: string, check: () => Promise<void>): Promise<true> {
  let last: unknown
  return eventually(
    what,
    async () => {
      try {
        await check()
        return true as const
      } catch (error) {
        last = error
        return undefined
      }
    },
    { deadlineMs: DEADLINE_MS },
  ).catch((error: unknown) => Promise.reject(last ?? error))
}

async function hears(who: Baresip, name: string, all: readonly ExpectedTone[]): Promise<void> {
  const none = [TONES.anna, TONES.bea, SUPERVISOR].filter((tone) => !all.includes(tone))
  assertHearsMixture(name, await who.listen(500), all, none)
}

/** What the caller, the supervised extension and the supervisor hear. */
async function hear(three: readonly [Baresip, Baresip, Baresip], mode: 'listen' | 'whisper' | 'barge'): Promise<void> {
  const [anna, bea, boss] = three
  await soon(`the supervised extension hears it right (${mode})`, () =>
    hears(bea, 'the supervised extension', mode === 'listen' ? [TONES.anna] : [TONES.anna, SUPERVISOR]),
  )
  await soon(`the caller hears it right (${mode})`, () =>
    hears(anna, 'the caller', mode === 'barge' ? [TONES.bea, SUPERVISOR] : [TONES.bea]),
  )
  await soon(`the supervisor hears both (${mode})`, () => hears(boss, 'the supervisor', [TONES.anna, TONES.bea]))
}

async function directly(anna: Baresip, bea: Baresip): Promise<void> {
  await soon('the caller hears the called party alone', async () => assertHearsTone('the caller', await anna.listen(500), TONES.bea))
  await soon('the called party hears the caller alone', async () => assertHearsTone('the called party', await bea.listen(500), TONES.anna))
}

interface Live {
  readonly id: string
  readonly called: { readonly number: string }
  readonly caller: { readonly number: string }
}

function liveCall(from: string): Promise<string> {
  return eventually(`call of ${from}`, async () => {
    const { items } = (await product.get(`/live-calls?tenantId=${tenantId}`)) as Listed<Live>
    return items.find(({ caller }) => caller.number === from)?.id
  })
}

interface Recorded extends Live {
  readonly endedAt: string | null
  readonly route: readonly { readonly step: string; readonly detail: string }[]
}

/** The steps of supervision in the newest record of a call from there, once that has ended. */
async function told(from: string): Promise<readonly string[]> {
  const record = await eventually(`record of ${from}`, async () => {
    const { items } = (await product.get(`/call-records?tenantId=${tenantId}&limit=20`)) as Listed<Recorded>
    return items.find(({ caller, endedAt }) => caller.number === from && endedAt !== null)
  })
  return record.route.filter(({ step }) => step.startsWith('supervision-')).map(({ step, detail }) => `${step} ${detail}`)
}

test('§ 201 StGB: a supervisor dials *68 and the extension; both are told, then it listens, whispers and barges in by keys; when it has gone the two hear each other alone', {
  skip,
}, async () => {
  await using anna = await phone(product, '10', { tone: TONES.anna })
  await using bea = await phone(product, '11', { tone: TONES.bea, answersAtOnce: true })
  await using boss = await phone(product, '12', { tone: SUPERVISOR })
  await anna.dial(dialled(product, '11'))
  await Promise.all([anna.established(), bea.established()])
  await directly(anna, bea)
  const telling = [anna, bea, boss].map((who) => who.listen(TOLD_WITHIN_MS))
  await boss.dial(dialled(product, '*6811'))
  await boss.established()
  const [byAnna, byBea, byBoss] = await Promise.all(telling)
  assert.ok(byAnna && byBea && byBoss)
  // Its line stands for as long as they are told.
  const meanwhile = { ...byBoss, samples: byBoss.samples.subarray(0, UNHEARD_SECONDS * byBoss.sampleRateHz) }
  assertHearsMixture('the supervisor, while they are told', meanwhile, [], [TONES.anna, TONES.bea])
  assertIsSaid('the caller', byAnna, 'supervision-notice')
  assertIsSaid('the supervised extension', byBea, 'supervision-notice')
  await hear([anna, bea, boss], 'listen')
  await boss.press('5')
  await hear([anna, bea, boss], 'whisper')
  await boss.press('6')
  await hear([anna, bea, boss], 'barge')
  await boss.press('4')
  await hear([anna, bea, boss], 'listen')
  await boss.hangUp()
  await directly(anna, bea)
  await anna.hangUp()
  await bea.ended()
  await noLiveCalls(product)
  const steps = [
    'begun 12 beside 11, listen',
    'mode 12 beside 11, whisper',
    'mode 12 beside 11, barge',
    'mode 12 beside 11, listen',
    'ended 12 beside 11',
  ]
  assert.deepEqual(
    await told('10'),
    steps.map((step) => `supervision-${step}`),
  )
})

test('a supervisor is called by REST, changes by REST and is sent away by REST; the parties talk on, and each call has one final record', {
  skip,
}, async () => {
  await using anna = await phone(product, '10', { tone: TONES.anna })
  await using bea = await phone(product, '11', { tone: TONES.bea, answersAtOnce: true })
  await using boss = await phone(product, '12', { tone: SUPERVISOR, answersAtOnce: true })
  await anna.dial(dialled(product, '11'))
  await Promise.all([anna.established(), bea.established()])
  const path = `/live-calls/${await liveCall('10')}/supervision`
  await send('POST', path, { extensionId: idOf.get('13') }, 403)
  await send('POST', path, { extensionId: idOf.get('12'), mode: 'whisper' }, 202)
  await boss.established()
  await hear([anna, bea, boss], 'whisper')
  await send('PATCH', path, { mode: 'barge' })
  await hear([anna, bea, boss], 'barge')
  const { items } = (await product.get(path)) as Listed<{ readonly number: string; readonly mode: string }>
  assert.deepEqual(
    items.map(({ number, mode }) => `${number} ${mode}`),
    ['12 barge'],
  )
  assert.equal((await product.request('DELETE', path)).status, 204)
  await boss.ended()
  await directly(anna, bea)
  await bea.hangUp()
  await anna.ended()
  await noLiveCalls(product)
})

test('the supervised extension hangs up: the supervisor goes, too', { skip }, async () => {
  await using anna = await phone(product, '10', { tone: TONES.anna })
  await using bea = await phone(product, '11', { tone: TONES.bea, answersAtOnce: true })
  await using boss = await phone(product, '12', { tone: SUPERVISOR })
  await anna.dial(dialled(product, '11'))
  await Promise.all([anna.established(), bea.established()])
  await boss.dial(dialled(product, '*6811'))
  await boss.established()
  await hear([anna, bea, boss], 'listen')
  await bea.hangUp()
  await Promise.all([anna.ended(), boss.ended()])
  await noLiveCalls(product)
})

test('while the supervised extension holds nobody is listened to; when it transfers its caller the supervisor goes, and the two talk alone', {
  skip,
}, async () => {
  const other: ExpectedTone = { frequencyHz: 2200, levelDbm0: -16 }
  await using anna = await phone(product, '10', { tone: TONES.anna })
  await using bea = await phone(product, '11', { tone: TONES.bea, answersAtOnce: true })
  await using boss = await phone(product, '12', { tone: SUPERVISOR })
  await using dave = await phone(product, '13', { tone: other, answersAtOnce: true })
  await anna.dial(dialled(product, '11'))
  await Promise.all([anna.established(), bea.established()])
  await boss.dial(dialled(product, '*6811'))
  await boss.established()
  await hear([anna, bea, boss], 'listen')
  await bea.hold()
  await soon('the supervisor hears nobody', () => hears(boss, 'the supervisor', []))
  await soon('the caller hears music', async () => assertHearsInstead('the caller', await anna.listen(400), TONES.bea))
  await bea.resume()
  await soon('the supervisor hears both again', () => hears(boss, 'the supervisor', [TONES.anna, TONES.bea]))
  await bea.transfer(dialled(product, '13'))
  await dave.established()
  await boss.ended()
  await soon('the caller hears whom it was transferred to', async () => assertHearsTone('the caller', await anna.listen(500), other))
  await soon('the other one hears the caller', async () => assertHearsTone('the other', await dave.listen(500), TONES.anna))
  await anna.hangUp()
  await dave.ended()
  await noLiveCalls(product)
})
