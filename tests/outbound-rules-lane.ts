/** What is barred, from telephones to the carrier: part of carrier-side.integration.test.ts, which brings product and carrier. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { assertHearsRecording, assertHearsTone, type Baresip, type ExpectedTone, type RunningProduct } from '@klinke/testbed'
import { callSettings, changed, code, created, extensionOf, prompt, talk } from './call-settings-support.ts'
import { callRecord, dialled, phone, TONES } from './support.ts'

interface Lane {
  readonly skip: string | false
  /** Asked in each test: they are started before the first one. */
  readonly product: () => RunningProduct
  /** The telephone that is a carrier, the first to be asked. */
  readonly carrier: () => Baresip
  /** Its number, and what it says. */
  readonly number: { readonly number: string; readonly tone: ExpectedTone }
}

/** What the simulated control centre plays. */
const CONTROL_CENTRE = { frequencyHz: 1020, levelDbm0: -10 }
const PREMIUM = '+499001123456'
const PIN = '4711'

/** INVITEs that the carrier has got for a number. */
function invitesFor(carrier: Baresip, number: string): number {
  return carrier.received('INVITE').filter((message) => message.startsWith(`INVITE sip:${number}@`)).length
}

/** Hears in words, after the tone of the network, that the call may not be made. */
async function hearsRefusal(caller: Baresip, said: string): Promise<void> {
  assertHearsRecording('the caller', await caller.listen(5_000), prompt(said))
  assert.match(await caller.ended(), /403/)
}

async function enterPin(caller: Baresip): Promise<void> {
  for (const digit of `${PIN}#`) await caller.press(digit)
}

/** Registers the tests. */
export function outboundRules(lane: Lane): void {
  const { skip } = lane
  test(
    'FRD-01: who dials 0900 hears that it is barred, and no carrier is asked; once it is released the carrier gets the call',
    { skip },
    () => released(lane),
  )
  test('FRD-02: a forwarding to a number that is barred is not carried out, and the caller hears why', { skip }, () => forwarded(lane))
  test('FRD-02, EMG-01: a locked telephone reaches nobody outside but 112, and with the PIN whom it likes', { skip }, () => locked(lane))
}

async function released(lane: Lane): Promise<void> {
  const [product, outside] = [lane.product(), lane.carrier()]
  const { tenantId } = await extensionOf(product, '10')
  await using anna = await phone(product, '10', { tone: TONES.anna })
  await anna.dial(dialled(product, '09001123456'))
  await hearsRefusal(anna, 'number-barred')
  assert.equal(invitesFor(outside, PREMIUM), 0)
  const { id: call } = await callRecord(product, 'the barred call', ({ called, endedAt }) => called.number === PREMIUM && endedAt !== null)
  const { diagnosis } = (await product.get(`/call-records/${call}/explanation`)) as { readonly diagnosis: { readonly code: string } }
  assert.equal(diagnosis.code, 'barred')
  const form = { formReference: 'F-17', formDate: '2026-11-02', validFrom: '2026-01-01T00:00:00Z' }
  const id = await created(product, '/outbound-rules/releases', { tenantId, target: '+49900', ...form })
  await anna.dial(dialled(product, '09001123456'))
  // The telephone at the other end has another number, and says so.
  assert.match(await anna.ended(), /404/)
  assert.equal(invitesFor(outside, PREMIUM), 1)
  assert.equal((await product.request('DELETE', `/outbound-rules/releases/${id}`)).status, 204)
}

async function forwarded(lane: Lane): Promise<void> {
  const [product, outside] = [lane.product(), lane.carrier()]
  const { number } = lane
  const { tenantId } = await extensionOf(product, '10')
  const id = await created(product, '/outbound-rules/exceptions', { tenantId, effect: 'deny', target: number.number })
  await callSettings(product, '11', { forwardings: [{ when: 'always', to: { kind: 'external', number: number.number } }] })
  const before = invitesFor(outside, number.number)
  await using anna = await phone(product, '10', { tone: TONES.anna })
  await anna.dial(dialled(product, '11'))
  await hearsRefusal(anna, 'number-barred')
  assert.equal(invitesFor(outside, number.number), before)
  assert.equal((await product.request('DELETE', `/outbound-rules/exceptions/${id}`)).status, 204)
}

async function locked(lane: Lane): Promise<void> {
  const [product, outside] = [lane.product(), lane.carrier()]
  const { number } = lane
  const { id } = await extensionOf(product, '10')
  await changed(product, `/extensions/${id}/pin`, { pin: PIN })
  await using anna = await phone(product, '10', { tone: TONES.anna })
  await code(product, anna, '*34')
  await anna.dial(dialled(product, number.number))
  await hearsRefusal(anna, 'phone-locked')
  await anna.dial(dialled(product, '112'))
  await anna.established()
  assertHearsTone('who calls for help', await anna.listen(600), CONTROL_CENTRE)
  await anna.hangUp()
  await anna.ended()
  await anna.dial(dialled(product, `*58${number.number}`))
  await anna.established()
  assertHearsRecording('who is asked', await anna.listen(1_500), prompt('enter-pin'))
  await enterPin(anna)
  await outside.rings()
  await outside.accept()
  await outside.established()
  assertHearsTone('the caller', await anna.listen(600), number.tone)
  assertHearsTone('who is called outside', await outside.listen(600), TONES.anna)
  await anna.hangUp()
  await Promise.all([anna.ended(), outside.ended()])
  await anna.dial(dialled(product, '*35'))
  await anna.established()
  await enterPin(anna)
  await anna.ended()
  await anna.dial(dialled(product, number.number))
  await talk(product, anna, outside, number.tone)
}
