/** The guard against costs, from telephones to the carrier: part of carrier-side.integration.test.ts, which brings product and carrier. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { assertHearsTone, type Baresip, type ExpectedTone, eventually, hearsRecording, type RunningProduct } from '@klinke/testbed'
import { changed, created, extensionOf, prompt, talk } from './call-settings-support.ts'
import { ENGLISH_ADMINISTRATOR, germanAdministrator, mailTo, type Taken } from './mails.ts'
import { callRecord, dialled, phone, TONES } from './support.ts'

interface Lane {
  readonly skip: string | false
  /** Asked in each test: they are started before the first one. */
  readonly product: () => RunningProduct
  /** The telephone that is a carrier, the first to be asked. */
  readonly carrier: () => Baresip
  /** Its number, and what it says. */
  readonly number: { readonly number: string; readonly tone: ExpectedTone }
  readonly mail: () => Taken
}

/** What the simulated control centre plays. */
const CONTROL_CENTRE = { frequencyHz: 1020, levelDbm0: -10 }
/** Of announcements, which take about five seconds after the tone of the network. */
const HEARD_MS = 1_500
/** One unit of the currency a second. */
const PRICES = [{ prefix: '+4930', microsPerSecond: 1_000_000 }]
const VIENNA = '+4315123456'
/** As much by a tariff: 60 a started minute. */
const TARIFF = {
  ...{ validFrom: '2026-01-01', priceAt: 'start', rounding: { where: 'line', mode: 'half-up' }, free: ['on-net', 'enum'] },
  increment: { firstSeconds: 60, thenSeconds: 60 },
  zones: [{ id: 'berlin', name: { de: 'Berlin', en: 'Berlin' }, kind: 'geographic', country: 'DE', prices: [{ perMinute: '60' }] }],
  prefixes: [{ prefix: '+4930', zone: 'berlin' }],
}

/** Registers the tests. */
export function costGuard(lane: Lane): void {
  const { skip } = lane
  test(
    'FRD-05: who talks when the limit of the day is reached hears it, then the call ends; the next is refused in words, 112 is not',
    {
      skip,
    },
    () => limited(lane),
  )
  test('FRD-05: the first call to a new country waits, and goes once somebody has approved it', { skip }, () => held(lane))
  test('FRD-04: a shutdown locks calls out at once, and is lifted', { skip }, () => shutDown(lane))
  test(
    'FRD-05, BIL-03: the tariff of a customer says what a running call uses up, and what it cost in the end, and why',
    {
      skip,
    },
    () => rated(lane),
  )
}

async function hearsRefusal(caller: Baresip, said: string): Promise<void> {
  await hearsRecording('the caller', caller, prompt(said), HEARD_MS)
  assert.match(await caller.ended(), /403/)
}

async function limited(lane: Lane): Promise<void> {
  const [product, outside] = [lane.product(), lane.carrier()]
  const { tenantId } = await extensionOf(product, '10')
  const limits = (to: object) => changed(product, `/cost-guard?tenantId=${tenantId}`, { limits: to })
  await changed(product, `/tenants/${tenantId}`, { profile: { guard: { prices: PRICES } } })
  await limits({ microsPerDay: 2_000_000 })
  await using anna = await phone(product, '10', { tone: TONES.anna })
  await anna.dial(dialled(product, lane.number.number))
  await outside.rings()
  await outside.accept()
  await anna.established()
  await hearsRecording('who talks', anna, prompt('limit-reached'), HEARD_MS)
  await Promise.all([anna.ended(), outside.ended()])
  const { id } = await callRecord(product, 'the ended call', ({ cause }) => cause === 'cost-limit')
  const { diagnosis } = (await product.get(`/call-records/${id}/explanation`)) as { readonly diagnosis: { readonly code: string } }
  assert.equal(diagnosis.code, 'guard-limit')
  // The last one, not their number: a peer keeps the end of what it has printed only.
  const before = outside.received('INVITE').at(-1)
  await anna.dial(dialled(product, lane.number.number))
  await hearsRefusal(anna, 'limit-reached')
  assert.equal(outside.received('INVITE').at(-1), before)
  await anna.dial(dialled(product, '112'))
  await anna.established()
  assertHearsTone('who calls for help', await anna.listen(600), CONTROL_CENTRE)
  await anna.hangUp()
  await anna.ended()
  await eventually('both notices', async () => {
    const { items } = (await product.get(`/cost-guard/events?tenantId=${tenantId}`)) as {
      readonly items: readonly { readonly kind: string }[]
    }
    return ['limit-warning', 'limit-reached'].every((kind) => items.some((event) => event.kind === kind))
  })
  const limit = { de: 'das Tageslimit des Kunden von 2,00 Euro', en: 'the daily limit of the customer of 2.00 euros' }
  for (const what of [`80 % verbraucht: ${limit.de}`, `Erreicht: ${limit.de}`])
    await mailTo(lane.mail(), product, germanAdministrator(product), what)
  for (const what of [`80 % used: ${limit.en}`, `Reached: ${limit.en}`]) await mailTo(lane.mail(), product, ENGLISH_ADMINISTRATOR, what)
  assert.equal((await product.request('POST', `/cost-guard/today/lift?tenantId=${tenantId}`, {})).status, 200)
  await anna.dial(dialled(product, lane.number.number))
  await talk(product, anna, outside, lane.number.tone)
  await limits({})
  await changed(product, `/tenants/${tenantId}`, { profile: { guard: {} } })
}

async function held(lane: Lane): Promise<void> {
  const [product, outside] = [lane.product(), lane.carrier()]
  const { tenantId } = await extensionOf(product, '10')
  const hold = (holdNewCountries: boolean) => changed(product, `/cost-guard?tenantId=${tenantId}`, { holdNewCountries })
  const invites = (): number => outside.received('INVITE').filter((invite) => invite.startsWith(`INVITE sip:${VIENNA}@`)).length
  await hold(true)
  await using anna = await phone(product, '10', { tone: TONES.anna })
  await anna.dial(dialled(product, VIENNA))
  await hearsRefusal(anna, 'country-held')
  assert.equal(invites(), 0)
  await eventually('Austria waits', async () => {
    const { items } = (await product.get(`/cost-guard/countries?tenantId=${tenantId}`)) as {
      readonly items: readonly { readonly country: string; readonly state: string; readonly number: string | null }[]
    }
    return items.some(({ country, state, number }) => country === 'AT' && state === 'waiting' && number === VIENNA)
  })
  await mailTo(lane.mail(), product, germanAdministrator(product), `wartet auf Ihre Freigabe: Österreich, ${VIENNA}`)
  await mailTo(lane.mail(), product, ENGLISH_ADMINISTRATOR, `waits for your approval: Austria, ${VIENNA}`)
  assert.equal((await product.request('PUT', `/cost-guard/countries/AT?tenantId=${tenantId}`, { state: 'allowed' })).status, 200)
  await anna.dial(dialled(product, VIENNA))
  // The telephone at the other end has another number, and says so.
  assert.match(await anna.ended(), /404/)
  assert.equal(invites(), 1)
  await hold(false)
}

async function shutDown(lane: Lane): Promise<void> {
  const [product, outside] = [lane.product(), lane.carrier()]
  const { tenantId } = await extensionOf(product, '10')
  const soon = { tenantId, cause: 'surge', services: 'all', reason: 'Test', outgoingFrom: new Date().toISOString() }
  assert.equal((await product.request('POST', '/cost-guard/locks', soon)).status, 422)
  const id = await created(product, '/cost-guard/locks', { tenantId, cause: 'security', services: 'all', reason: 'Fremde Anmeldungen' })
  await using anna = await phone(product, '10', { tone: TONES.anna })
  await anna.dial(dialled(product, lane.number.number))
  await hearsRefusal(anna, 'line-locked')
  await mailTo(lane.mail(), product, germanAdministrator(product), 'wegen: Sicherheitsrisiko. Fremde Anmeldungen')
  await mailTo(lane.mail(), product, ENGLISH_ADMINISTRATOR, 'because of a security risk. Fremde Anmeldungen')
  assert.equal((await product.request('POST', `/cost-guard/locks/${id}/lift`, {})).status, 200)
  await mailTo(lane.mail(), product, germanAdministrator(product), 'Die Sperre ist aufgehoben')
  await mailTo(lane.mail(), product, ENGLISH_ADMINISTRATOR, 'The lock is lifted')
  await anna.dial(dialled(product, lane.number.number))
  await talk(product, anna, outside, lane.number.tone)
}

async function rated(lane: Lane): Promise<void> {
  const [product, outside] = [lane.product(), lane.carrier()]
  const { tenantId } = await extensionOf(product, '10')
  const tariffId = await created(product, '/tariffs', { name: 'Wire' })
  await created(product, `/tariffs/${tariffId}/versions`, TARIFF)
  await changed(product, `/customer-tariffs?tenantId=${tenantId}`, { validFrom: '2026-01-01', tariffId, extensions: 1, bundles: [] })
  const usedMicros = async (): Promise<number> => {
    const { used } = (await product.get(`/cost-guard/today?tenantId=${tenantId}`)) as {
      readonly used: readonly { readonly measure: string; readonly used: number }[]
    }
    return used.find(({ measure }) => measure === 'microsPerDay')?.used ?? 0
  }
  const before = await usedMicros()
  await using anna = await phone(product, '10', { tone: TONES.anna })
  await anna.dial(dialled(product, lane.number.number))
  await talk(product, anna, outside, lane.number.tone)
  // One unit of the currency a second, and the call lasted for half of one at least; the profile has no prices any more.
  assert.ok((await usedMicros()) >= before + 500_000)
  const { id } = await eventually('the price of the call', async () => {
    const { items } = (await product.get(`/rated-calls?tenantId=${tenantId}&outcome=rated`)) as {
      readonly items: readonly { readonly id: string; readonly called: string; readonly price: { readonly amount: string } | null }[]
    }
    return items.find(({ called, price }) => called === lane.number.number && price?.amount === '60.00')
  })
  const { because } = (await product.get(`/rated-calls/${id}`)) as { readonly because: readonly { readonly de: string }[] }
  assert.deepEqual(
    because.map(({ de }) => de),
    ['Berlin (Vorwahl +4930).', '60 s zu 60,00 EUR je Minute.'],
  )
}
