/** Telephones of the public network in conferences: they dial in, or are called in and accept. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { assertHearsRecording } from '@klinke/testbed'
import { changed, fromOutside, subscriberOutside } from './call-settings-support.ts'
import { type ConferenceDesk, eventuallyHears } from './conference-desk.ts'
import { prompt } from './groups-and-queues-lane.ts'
import { isAsked, noLiveCalls, phone, TONES } from './support.ts'

const ANNA = TONES.anna
const OUTSIDE = { number: '+493023125777', tone: { frequencyHz: 1400, levelDbm0: -14 } } as const
const PIN = '4711'

/** The last tests of their product: from then on its calls go out over another carrier. */
export function callersFromOutsideTests(desk: () => ConferenceDesk, skip: string | false): void {
  test(
    'CONF-02: somebody outside dials in by a public number and the PIN, and later is called in and accepts with 1; both hear each other',
    {
      skip,
    },
    () => inAndOut(desk()),
  )
}

async function inAndOut(desk: ConferenceDesk): Promise<void> {
  const { product } = desk
  const { room, number } = await desk.newRoom('720', { participantPin: PIN })
  const [, , , e164 = ''] = product.demo.numbers
  await changed(product, `/numbers/${e164}`, { destination: { kind: 'conference', targetId: room } })
  await using anna = await phone(product, '10', { tone: ANNA })
  await using outside = await subscriberOutside(product, { ...OUTSIDE, priority: 1 })
  await desk.enter(anna, number)
  await outside.dial(fromOutside(product, e164))
  await outside.established()
  await isAsked(outside)
  for (const key of `${PIN}#`) await outside.press(key)
  await desk.together(room, 2)
  await eventuallyHears(anna, [OUTSIDE.tone], [ANNA])
  await eventuallyHears(outside, [ANNA], [OUTSIDE.tone])
  await outside.hangUp()
  await outside.ended()
  const who = { kind: 'external', number: OUTSIDE.number }
  assert.equal((await product.request('POST', `/conference-rooms/${room}/conference/members`, { who })).status, 202)
  await outside.rings()
  await outside.accept()
  assertHearsRecording('who is called in', await outside.listen(3000), prompt('conf-invited'))
  await outside.press('1')
  await desk.together(room, 2)
  await eventuallyHears(anna, [OUTSIDE.tone], [ANNA])
  await eventuallyHears(outside, [ANNA], [OUTSIDE.tone])
  await Promise.all([anna.hangUp(), outside.hangUp()])
  await noLiveCalls(product)
}
