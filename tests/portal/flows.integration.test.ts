/** Call flows are drawn in a real browser, tried, published, and real phones go the drawn way. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { assertHearsTone, Chromium, eventually, missingPeers } from '@klinke/testbed'
import type { Page } from 'playwright-core'
import { dialled, phone, TONES } from '../support.ts'
import { blockOf, drag, draw, emptyFlow, publish, storedFlow } from './flows-support.ts'
import { faultsOf, PortalWorld } from './support.ts'

const skip = Chromium.missing
const skipCalls = skip || missingPeers('baresip')
/** Room for a drawing. */
const viewport = { width: 1700, height: 1000 }
let world: PortalWorld

before(async () => {
  if (!skip) world = await PortalWorld.start()
})
after(() => world?.[Symbol.asyncDispose]())

async function onPage(work: (page: Page) => Promise<void>): Promise<void> {
  const page = await world.signedIn('tenant', { viewport })
  const faults = faultsOf(page)
  await work(page)
  assert.deepEqual(faults, [])
  await page.context().close()
}

/** Chooses among the options of a field, found by what one types. */
async function choose(page: Page, field: string, typed: string, option: string | RegExp): Promise<void> {
  await page.getByRole('combobox', { name: field, exact: true }).fill(typed)
  await page.getByRole('option', { name: option }).click()
}

/** 10 dials, presses 2, and talks to 11: both are heard. */
async function reaches11(number: string): Promise<void> {
  await using anna = await phone(world.product, '10', { tone: TONES.anna })
  await using bea = await phone(world.product, '11', { tone: TONES.bea })
  await anna.dial(dialled(world.product, number))
  await anna.established()
  await anna.listen(1000)
  await anna.press('2')
  assert.match(await bea.rings(), /10@/)
  await bea.accept()
  await bea.established()
  assertHearsTone('the called', await bea.listen(600), TONES.anna)
  assertHearsTone('the caller', await anna.listen(600), TONES.bea)
  await anna.hangUp()
  await bea.ended()
}

test('IVR-01: a flow is drawn with the mouse from nothing, tried, published, and a phone goes the drawn way', { skip: skipCalls }, () =>
  onPage(async (page) => {
    await emptyFlow(world, page, 'Mit der Maus', '780')
    await drag(page, 'menu', 0.35, 0.3)
    await blockOf(page, 'menue').waitFor()
    await drag(page, 'destination', 0.75, 0.3)
    await blockOf(page, 'ziel').waitFor()
    await drag(page, 'hang-up', 0.75, 0.7)
    await blockOf(page, 'ende').waitFor()
    await blockOf(page, 'ziel').click()
    await page.getByRole('combobox', { name: 'Wohin' }).click()
    await page.getByRole('option', { name: 'Nebenstelle' }).click()
    await choose(page, 'Nebenstelle', '11', /^11 /)
    await draw(page, 'menue', 'keys.new', 'ende')
    await draw(page, 'menue', 'keys.new', 'ziel')
    await draw(page, 'menue', 'timedOut', 'ende')
    await eventually('the stored drawing', async () => {
      const flow = await storedFlow(world, 'Mit der Maus')
      const menu = flow?.draft.blocks.find(({ id }) => id === 'menue')
      return JSON.stringify([menu?.keys, menu?.timedOut]) === '[{"1":"ende","2":"ziel"},"ende"]' && flow?.layout.ziel !== undefined
    })
    await page.getByRole('tab', { name: 'Probieren' }).click()
    await page.getByRole('textbox', { name: 'Gedrückte Tasten' }).fill('2')
    await page.getByRole('button', { name: 'Anrufen' }).click()
    await page.getByText('Der Anrufer drückt 2.').waitFor()
    await page.locator('[data-block="ziel"][data-passed="true"]').waitFor()
    assert.equal(await page.locator('[data-block="ende"][data-passed="true"]').count(), 0)
    await page.getByRole('button', { name: 'Schritt zurück' }).click()
    await page.locator('[data-block="menue"][data-at="true"]').waitFor()
    await publish(page, 'Erste Fassung')
    await page.getByText('Version 1 veröffentlicht', { exact: true }).waitFor()
    await reaches11('780')
  }),
)
