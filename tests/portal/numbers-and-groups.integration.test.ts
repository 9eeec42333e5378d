/** Numbers and ring groups: made in the browser, called by phones, taken back. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { Chromium, eventually, missingPeers } from '@klinke/testbed'
import { dialled, phone, TONES } from '../support.ts'
import { PortalWorld } from './support.ts'
import { CONTENT, choose, confirm, deleteHere, named, onPage } from './things.ts'

const skip = Chromium.missing
let world: PortalWorld

before(async () => {
  if (!skip) world = await PortalWorld.start()
})
after(() => world?.[Symbol.asyncDispose]())

interface Group {
  readonly id: string
  readonly name: string
  readonly members: readonly { readonly extensionId: string; readonly paused: boolean }[]
  readonly settings: { readonly strategy: string }
}

test('a ring group is created with two members, their order is changed by keyboard and by dragging, and taken back', { skip }, () =>
  onPage(world, '/ring-groups', async (page) => {
    await page.getByRole('link', { name: 'Rufgruppe anlegen' }).click()
    await page.getByRole('textbox', { name: 'Name' }).fill('Außendienst')
    await page.getByRole('textbox', { name: 'Interne Nummer' }).fill('560')
    for (const colleague of ['10 Anna', '11 B']) await choose(page, 'Nebenstelle hinzufügen', colleague)
    await page.getByRole('radio', { name: 'Reihum' }).check()
    await page.getByRole('button', { name: 'Anlegen' }).click()
    await page.getByRole('heading', { name: '560 Außendienst' }).waitFor()
    const group = async (): Promise<Group | undefined> => named<Group>(world, '/ring-groups', 'Außendienst')
    const members = (await group())?.members.map(({ extensionId }) => extensionId) ?? []
    assert.equal(members.length, 2)
    assert.equal((await group())?.settings.strategy, 'round-robin')
    const order = async (): Promise<string> => (await group())?.members.map(({ extensionId }) => extensionId).join() ?? ''
    await page.getByRole('button', { name: 'Nach unten: Platz 1' }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Speichern' }).click()
    await eventually('the other order', async () => (await order()) === members.toReversed().join())
    await page.getByRole('button', { name: 'Rückgängig' }).click()
    await eventually('the first order', async () => (await order()) === members.join())
    const rows = page.locator('[draggable=true]')
    await rows.nth(0).getByText('10 Anna').waitFor()
    const handle = { sourcePosition: { x: 15, y: 15 }, targetPosition: { x: 15, y: 15 } }
    await rows.nth(1).dragTo(rows.nth(0), handle)
    await rows.nth(1).getByText('10 Anna').waitFor()
    await page.getByRole('button', { name: 'Speichern' }).click()
    await eventually('the order after dragging', async () => (await order()) === members.toReversed().join())
  }),
)

test('a number is led to the group: the picture says so, and the group cannot be deleted until it leads elsewhere', { skip }, () =>
  onPage(world, '/numbers', async (page) => {
    await page.locator('tbody a').first().click()
    const e164 = decodeURIComponent(new URL(page.url()).pathname.split('/').at(-1) ?? '')
    await choose(page, 'Wohin Anrufe führen', 'Rufgruppe')
    await choose(page, 'Rufgruppe', '560 Außendienst')
    await page.getByRole('button', { name: 'Speichern' }).click()
    await page.getByRole('region', { name: 'Was mit einem Anruf geschieht' }).getByText('Rufgruppe 560 Außendienst').waitFor()
    const group = await named<Group>(world, '/ring-groups', 'Außendienst')
    assert.partialDeepStrictEqual(await world.product.get(`/numbers/${encodeURIComponent(e164)}`), {
      destination: { kind: 'group', targetId: group?.id },
    })
    await page.goto(world.url(`/ring-groups/${group?.id}`))
    await page.locator(CONTENT).getByRole('button', { name: 'Löschen', exact: true }).click()
    await confirm(page, 'Löschen', 'Ihre Nummer ist sofort nicht mehr zu erreichen')
    const why = page.getByRole('dialog', { name: 'Wird noch als Ziel verwendet' })
    await why.getByRole('link', { name: `Rufnummer ${e164}` }).click()
    await page.getByRole('heading', { name: e164, level: 1 }).waitFor()
    await page.getByRole('switch', { name: 'Anrufe annehmen' }).uncheck({ force: true })
    await page.getByRole('button', { name: 'Speichern' }).click()
    await page.getByText('Diese Rufnummer führt nirgendwohin').waitFor()
  }),
)

test('who calls the group rings at its member', { skip: skip || missingPeers('baresip') }, async () => {
  await using carla = await phone(world.product, '12', { tone: TONES.anna })
  await using bea = await phone(world.product, '11', { tone: TONES.bea })
  await carla.dial(dialled(world.product, '560'))
  await bea.rings()
  await bea.accept()
  await carla.established()
  await carla.hangUp()
})

test('a group that nothing leads to is deleted when it is meant', { skip }, async () => {
  const group = await named<Group>(world, '/ring-groups', 'Außendienst')
  await onPage(world, `/ring-groups/${group?.id}`, (page) =>
    deleteHere(page, 'Ihre Nummer ist sofort nicht mehr zu erreichen', 'Rufgruppen'),
  )
  assert.equal(await named(world, '/ring-groups', 'Außendienst'), undefined)
})

test('an operator assigns a number to a customer and takes it back', { skip }, async () => {
  const page = await world.signedIn('operator')
  await page.goto(world.url('/numbers'))
  await page.getByRole('combobox', { name: 'Kunde' }).click()
  await page.getByRole('option').first().click()
  await page.getByRole('link', { name: 'Rufnummern zuweisen' }).click()
  await page.getByRole('textbox', { name: 'Rufnummer' }).fill('030 2312 5077')
  await page.getByRole('button', { name: 'Anlegen' }).click()
  await page.getByRole('heading', { name: '+493023125077' }).waitFor()
  await deleteHere(page, 'Wer sie wählt, hört sofort', 'Rufnummern')
  assert.equal((await world.product.request('GET', '/numbers/+493023125077')).status, 404)
  await page.context().close()
})
