/** "Explain this call" as an administrator sees it: from the list of calls to the sentence, the picture of the messages, and the curve of the sound. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { Chromium } from '@klinke/testbed'
import type { Page } from 'playwright-core'
import { ExplainDesk } from '../explain-desk.ts'
import { talking } from '../support.ts'
import { complaints } from './axe.ts'
import { faultsOf, PortalWorld, settled } from './support.ts'

const skip = Chromium.missing
/** Two intervals in which sound is measured. */
const TWO_SAMPLES_MS = 11_000
let world: PortalWorld
let desk: ExplainDesk

before(async () => {
  if (skip) return
  world = await PortalWorld.start()
  desk = await ExplainDesk.on(world.product)
})
after(async () => {
  await desk?.leave()
  await world?.[Symbol.asyncDispose]()
})

test('a failed call is opened in the list: one sentence says why and what to do, the messages are drawn', { skip }, async () => {
  const anna = await desk.registered('10')
  await anna.sip.call('14').over
  await desk.explained('14')
  const page = await world.signedIn('tenant', { reducedMotion: 'reduce', bypassCSP: true })
  const faults = faultsOf(page)
  await page.goto(world.url('/call-records'))
  await settled(page)
  await page.locator('main tbody a').first().click()
  await page.getByText('Für 14 war kein Telefon angemeldet – prüfen Sie Strom, Netzwerk und Anmeldung des Telefons.').waitFor()
  const ladder = page.getByRole('img', { name: /Leiterdiagramm mit \d+ SIP-Nachrichten/ })
  assert.deepEqual(
    [await ladder.getByText('INVITE').count(), await ladder.getByText('480').count()].map((count) => count > 0),
    [true, true],
  )
  assert.equal(await page.getByRole('cell', { name: 'not-registered' }).count(), 1)
  assert.equal(await checked(page), '')
  assert.deepEqual(faults, [])
  await page.context().close()
})

test('a call that goes on is found among the calls now; its curve grows while it is looked at, in English and dark as well', {
  skip,
}, async () => {
  const bernd = await desk.registered('11', { kind: 'answer', afterMs: 0 })
  const anna = await desk.phone('10')
  const call = anna.sip.call('11')
  await talking(call)
  const [taken] = bernd.sip.calls
  assert.ok(taken)
  await talking(taken)
  anna.talk(call)
  bernd.talk(taken)
  const talked = pause(TWO_SAMPLES_MS)
  const look = {
    locale: 'en-GB',
    colorScheme: 'dark',
    reducedMotion: 'reduce',
    bypassCSP: true,
    viewport: { width: 390, height: 844 },
  } as const
  const page = await world.signedIn('tenant', look)
  await page.goto(world.url('/calls'))
  await settled(page)
  await page.locator('main tbody a').first().click()
  await page.getByText('The call is going on.').waitFor()
  await talked
  call.hangUp()
  await page.getByText('The call was answered and ended normally.').waitFor()
  assert.equal(await page.getByRole('img', { name: /Quality of speech \(MOS\) in \d+ intervals, at worst 4/ }).count(), 2)
  assert.equal(await checked(page), '')
  assert.ok(await page.evaluate('document.documentElement.scrollWidth <= innerWidth'), 'the page is wider than the screen')
  await page.context().close()
})

test('a device with a wrong password is in the list of what was refused, with the reason', { skip }, async () => {
  const stranger = await desk.phone('12', { kind: 'ring' }, { password: 'guessed' })
  await stranger.sip.register()
  await desk.refused(desk.product.extension('12').username, 'REGISTER', 'wrong-password')
  const page = await world.signedIn('tenant')
  await page.goto(world.url('/calls/refused'))
  await page.getByText(/mit falschem Passwort gemeldet – tragen Sie im Gerät das SIP-Passwort/).waitFor()
  await page.context().close()
})

/** With the table of the messages open, too. */
async function checked(page: Page): Promise<string> {
  await page.locator('main summary').click()
  return complaints(page)
}
