/** Queues: set up by steps, watched on the wallboard while somebody waits, taken back. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { Chromium, eventually, missingPeers } from '@klinke/testbed'
import { dialled, phone, TONES } from '../support.ts'
import { PortalWorld } from './support.ts'
import { choose, deleteHere, named, onPage } from './things.ts'

const skip = Chromium.missing
let world: PortalWorld

before(async () => {
  if (!skip) world = await PortalWorld.start()
})
after(() => world?.[Symbol.asyncDispose]())

interface Queue {
  readonly id: string
  readonly name: string
  readonly settings: { readonly maxCallers: number }
}

const queue = (): Promise<Queue | undefined> => named<Queue>(world, '/queues', 'Bestellungen')

test('a queue is created in four steps; a destination that is wanted must be chosen', { skip }, () =>
  onPage(world, '/queues/new', async (page) => {
    await page.getByRole('textbox', { name: 'Name' }).fill('Bestellungen')
    await page.getByRole('textbox', { name: 'Interne Nummer' }).fill('580')
    await choose(page, 'Nebenstelle hinzufügen', '11 B')
    await page.getByRole('button', { name: 'Weiter' }).click()
    await page.getByRole('switch', { name: 'Platz in der Reihe ansagen' }).check({ force: true })
    await page.getByRole('button', { name: 'Weiter' }).click()
    await page.getByRole('textbox', { name: 'Höchstens so viele warten' }).fill('5')
    await page.getByRole('button', { name: 'Weiter' }).click()
    await page.getByRole('switch', { name: 'Zu viele warten: weiterleiten' }).check({ force: true })
    await page.getByRole('button', { name: 'Anlegen' }).click()
    await page.getByText('Bitte ausfüllen').waitFor()
    await choose(page, 'Zu viele warten', 'Auflegen')
    await page.getByRole('button', { name: 'Anlegen' }).click()
    await page.getByRole('heading', { name: '580 Bestellungen' }).waitFor()
    assert.partialDeepStrictEqual(await queue(), {
      settings: { maxCallers: 5, whenFull: { kind: 'hang-up' }, announcements: { position: { everySeconds: 60 } } },
    })
  }),
)

test('the wallboard shows who waits, and the agent in the call; settings are changed and taken back', {
  skip: skip || missingPeers('baresip'),
}, async () => {
  await using anna = await phone(world.product, '10', { tone: TONES.anna })
  await onPage(world, `/queues/${(await queue())?.id}`, async (page) => {
    await page.getByText('Niemand wartet.').waitFor()
    await anna.dial(dialled(world.product, '580'))
    await page.getByRole('group', { name: 'Es warten' }).getByText('1', { exact: true }).waitFor()
    await page.getByRole('table', { name: 'Es warten' }).getByText('Anna').waitFor()
    await using bea = await phone(world.product, '11', { tone: TONES.bea })
    await bea.rings()
    await bea.accept()
    await page.getByRole('table', { name: 'Wer annimmt' }).getByText('im Gespräch').waitFor()
    await anna.hangUp()
    await page.getByRole('tab', { name: 'Einstellungen' }).click()
    await page.getByRole('button', { name: 'Wie viele, wie lange' }).click()
    await page.getByRole('textbox', { name: 'Höchstens so viele warten' }).fill('7')
    await page.getByRole('button', { name: 'Speichern' }).click()
    await eventually('the change', async () => (await queue())?.settings.maxCallers === 7)
    await page.getByRole('button', { name: 'Rückgängig' }).click()
    await eventually('it is taken back', async () => (await queue())?.settings.maxCallers === 5)
    await deleteHere(page, 'versprochene Rückrufe entfallen', 'Warteschlangen')
  })
  assert.equal(await queue(), undefined)
})
