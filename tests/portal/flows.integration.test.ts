/** Call flows are drawn in a real browser, tried, published, and real phones go the drawn way. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { Chromium, eventually, hearsTone, missingPeers } from '@klinke/testbed'
import type { Page } from 'playwright-core'
import { dialled, phone, TONES } from '../support.ts'
import { blockOf, drag, draw, emptyFlow, publish, type StoredFlow, storedFlow } from './flows-support.ts'
import { faultsOf, PortalWorld } from './support.ts'
import { confirm } from './things.ts'

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
  await hearsTone('the called', bea, TONES.anna, 600)
  await hearsTone('the caller', anna, TONES.bea, 600)
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

/** Goes through the options of an open field until the wanted one is marked, and takes it. */
async function pick(page: Page, option: string | RegExp): Promise<void> {
  const marked = page.locator('[role=option][data-combobox-selected]').filter({ hasText: option })
  await page.getByRole('option', { name: option }).first().waitFor()
  await eventually('the wanted option', async () => {
    if ((await marked.count()) > 0) return true
    await page.keyboard.press('ArrowDown')
    return undefined
  })
  await page.keyboard.press('Enter')
}

/** Presses a block of the palette, by keyboard. */
async function press(page: Page, kind: string): Promise<void> {
  await page.locator(`button[data-kind="${kind}"]`).focus()
  await page.keyboard.press('Enter')
}

/** Chooses a block of the canvas, by keyboard. */
async function chooseBlock(page: Page, id: string): Promise<void> {
  await blockOf(page, id).focus()
  await page.keyboard.press('Enter')
  await page
    .getByRole('textbox', { name: 'Name des Blocks' })
    .and(page.locator(`[value="${id}"]`))
    .waitFor()
}

/** Waits until the server has a flow with that draft, at least, and gives it. That the page says "saved" may be of the change before. */
function stored(name: string, draft: object): Promise<StoredFlow> {
  const found = async (): Promise<StoredFlow | undefined> => {
    const flow = await storedFlow(world, name)
    return flow !== undefined && holds(flow.draft, draft) ? flow : undefined
  }
  return eventually(`the draft of ${name}`, found, { shown: () => storedFlow(world, name) })
}

function holds(actual: object, expected: object): boolean {
  try {
    assert.partialDeepStrictEqual(actual, expected)
    return true
  } catch {
    return false
  }
}

test('IVR-01: a flow is drawn by keyboard alone, undone and done again, and a phone goes the drawn way', { skip: skipCalls }, () =>
  onPage(async (page) => {
    await emptyFlow(world, page, 'Mit Tasten', '781')
    await press(page, 'menu')
    await press(page, 'hang-up')
    await blockOf(page, 'ende').waitFor()
    await chooseBlock(page, 'menue')
    await press(page, 'destination')
    await page.getByRole('combobox', { name: 'Wohin' }).focus()
    await page.keyboard.press('ArrowDown')
    await pick(page, 'Nebenstelle')
    await page.getByRole('combobox', { name: 'Nebenstelle', exact: true }).focus()
    await page.keyboard.type('11')
    await pick(page, /^11 /)
    await chooseBlock(page, 'menue')
    await page.getByRole('combobox', { name: 'keine Taste' }).focus()
    await page.keyboard.type('ende')
    await pick(page, /^ende/)
    const drawn = await stored('Mit Tasten', { start: 'menue', blocks: [{ keys: { 1: 'ende', 2: 'ziel' }, timedOut: 'ende' }] })
    const place = (): Promise<string> => page.evaluate(`document.querySelector('.react-flow__node[data-id="ende"]').style.transform`)
    const before = await place()
    await eventually('the block moves in the page', async () => {
      // What has just been stored may draw it anew: a key then goes nowhere.
      await blockOf(page, 'ende').focus()
      await page.keyboard.press('Enter')
      await page.keyboard.press('ArrowRight')
      return (await place()) !== before
    })
    await eventually('the block further right', async () => {
      const { layout } = (await storedFlow(world, 'Mit Tasten')) ?? {}
      return (layout?.ende?.x ?? 0) > (drawn.layout.ende?.x ?? 0)
    })
    await page.keyboard.press('Delete')
    await blockOf(page, 'ende').waitFor({ state: 'detached' })
    await page.getByText('Anruf kommt').click()
    await page.keyboard.press('Control+z')
    await blockOf(page, 'ende').waitFor()
    await stored('Mit Tasten', drawn.draft)
    await page.getByRole('tab', { name: 'Probieren' }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('textbox', { name: 'Gedrückte Tasten' }).focus()
    await page.keyboard.type('2')
    await page.keyboard.press('Enter')
    await page.getByText('Der Anruf geht zur Nebenstelle').waitFor()
    await publish(page, 'Von Hand')
    await reaches11('781')
  }),
)

test('who changes what somebody else has changed meanwhile is asked which draft counts; nothing is overwritten unasked', { skip }, () =>
  onPage(async (page) => {
    await emptyFlow(world, page, 'Zu zweit', '')
    const { id } = await stored('Zu zweit', {})
    const theirs = { start: 'anders', blocks: [{ id: 'anders', kind: 'hang-up' }] }
    await world.product.request('PATCH', `/flows/${id}`, { draft: theirs })
    await page.locator('button[data-kind="menu"]').click()
    await page.getByText('Jemand anders hat diesen Ablauf geändert').waitFor()
    assert.partialDeepStrictEqual((await storedFlow(world, 'Zu zweit'))?.draft, theirs)
    await page.getByRole('button', { name: 'Den anderen nehmen' }).click()
    await blockOf(page, 'anders').waitFor()
    assert.equal(await blockOf(page, 'menue').count(), 0)
    await world.product.request('PATCH', `/flows/${id}`, { draft: { start: 'x', blocks: [] } })
    await page.locator('button[data-kind="menu"]').click()
    await page.getByRole('button', { name: 'Meinen behalten' }).click()
    await stored('Zu zweit', { start: 'anders', blocks: [{ id: 'anders' }, { id: 'menue' }] })
  }),
)

test(
  'versions are compared in words and colours, an example holds a publication up, and an earlier version is put in force again',
  {
    skip,
  },
  () =>
    onPage(async (page) => {
      await page.goto(world.url('/flows/new'))
      await page.getByRole('textbox', { name: 'Name' }).fill('Fassungen')
      await page.getByRole('radio', { name: 'Vermittlung' }).check()
      await page.getByRole('button', { name: 'Anlegen' }).click()
      await page.getByRole('tab', { name: 'Probieren' }).click()
      await page.getByRole('button', { name: 'Anrufen' }).click()
      await page.getByRole('textbox', { name: 'Name des Beispiels' }).fill('Zur Vermittlung')
      await page.getByRole('button', { name: 'Als Beispiel behalten' }).click()
      await publish(page, 'Eins')
      await page.getByText('Version 1 veröffentlicht', { exact: true }).waitFor()

      await blockOf(page, 'vermittlung').click()
      await page.getByRole('combobox', { name: 'Wohin' }).click()
      await page.getByRole('option', { name: 'Auflegen' }).click()
      await blockOf(page, 'mailbox').click()
      await page.getByRole('button', { name: 'Block entfernen' }).click()
      await page.getByText('Entwurf weicht von Version 1 ab').waitFor()
      await page.getByRole('tab', { name: 'Versionen' }).click()
      await page.getByRole('button', { name: 'Mit dem Entwurf vergleichen' }).click()
      await page.locator('[data-block="vermittlung"][data-mark="changed"]').waitFor()
      await page.locator('[data-block="mailbox"][data-mark="removed"]').waitFor()
      const words = await page.getByRole('region', { name: 'Was der Entwurf gegenüber Version 1 ändert' }).textContent()
      assert.match(words?.toLowerCase() ?? '', /geändertvermittlungentferntmailbox/)

      await page.getByRole('button', { name: 'Veröffentlichen' }).click()
      const dialog = page.getByRole('dialog', { name: 'Entwurf veröffentlichen' })
      await dialog.getByText('Zur Vermittlung: Der Anruf').waitFor()
      assert.equal(await dialog.getByRole('button', { name: 'Veröffentlichen' }).isDisabled(), true)
      await dialog.getByRole('button', { name: 'Abbrechen' }).click()
      await page.getByRole('tab', { name: 'Beispiele' }).click()
      await page.getByRole('button', { name: 'Alle prüfen' }).click()
      await page.getByRole('button', { name: 'So soll es jetzt sein' }).click()
      await publish(page, 'Zwei')
      await page.getByText('Version 2 veröffentlicht', { exact: true }).waitFor()

      await page.getByRole('button', { name: 'Löschen: Zur Vermittlung' }).click()
      await page.getByRole('tab', { name: 'Versionen' }).click()
      await page.getByRole('button', { name: 'Wieder in Kraft setzen' }).click()
      await confirm(page, 'Wieder in Kraft setzen', /Version 1\b/)
      await page.getByText('Version 3 veröffentlicht', { exact: true }).waitFor()
      const blocks = [{ id: 'vermittlung', to: { kind: 'operator' }, otherwise: 'mailbox' }, { id: 'mailbox' }]
      assert.equal((await stored('Fassungen', { blocks })).version, 3)
    }),
)

test('the list is the whole flow in words, and what is missing is said in the language of the portal', { skip }, async () => {
  const page = await world.signedIn('tenant', { viewport, locale: 'en-GB' })
  await page.goto(world.url('/flows/new'))
  await page.getByRole('textbox', { name: 'Name' }).fill('English')
  await page.getByRole('button', { name: 'Create' }).click()
  await page.getByText('List', { exact: true }).click()
  const list = page.getByRole('region', { name: 'List' })
  await list.getByText('Key 1 → taste-1').waitFor()
  await list.getByText('if nobody answers → mailbox').first().waitFor()
  await page.getByRole('tab', { name: /To do/ }).click()
  await page.getByText('Block "zeiten" asks for no schedule. Add one.').first().waitFor()
  await page.getByRole('button', { name: 'Show: zeiten' }).first().click()
  await page.getByRole('textbox', { name: 'Name of the block' }).fill('hours')
  await list.getByRole('button', { name: 'hours', exact: true }).waitFor()
  await stored('English', { start: 'hours' })
  await page.context().close()
})

test('on a screen of 1280 pixels the details are put away for the drawing, stay so, and come back with a block', { skip }, async () => {
  const page = await world.signedIn('tenant', { viewport: { width: 1280, height: 800 } })
  await emptyFlow(world, page, 'Schmal', '789')
  const drawing = page.getByRole('region', { name: 'Zeichenfläche' })
  const width = async (): Promise<number> => (await drawing.boundingBox())?.width ?? 0
  const details = page.getByRole('region', { name: 'Einzelheiten' })
  const before = await width()
  assert.ok(before >= 400, `${before} pixels`)
  await page.getByRole('button', { name: 'Einzelheiten ausblenden' }).click()
  await details.waitFor({ state: 'detached' })
  await eventually('the drawing has the room', async () => (await width()) >= 700)
  await drag(page, 'hang-up', 0.5, 0.5)
  await page.reload()
  await page.getByRole('button', { name: 'Einzelheiten einblenden' }).waitFor()
  await blockOf(page, 'ende').dblclick()
  await details.getByRole('textbox', { name: 'Name des Blocks' }).waitFor()
  assert.ok(await page.evaluate('document.documentElement.scrollWidth <= innerWidth'))
  await page.context().close()
})
