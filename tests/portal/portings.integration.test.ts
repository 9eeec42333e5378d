/** A number comes from another carrier, which refuses it first: portal, server and the messages between carriers. */
import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { Chromium, eventually } from '@klinke/testbed'
import type { Page } from 'playwright-core'
import type { PortingMessage } from '../../packages/accounts/src/porting/message.ts'
import { OtherCarrier } from '../../packages/accounts/src/porting/test-support/other-carrier.ts'
import { faultsOf, PortalWorld } from './support.ts'
import { confirm } from './things.ts'

const skip = Chromium.missing
/** Messages are exchanged every fifteen seconds. */
const ROUNDS = { deadlineMs: 90_000 }
let world: PortalWorld
let folder: string

before(async () => {
  if (skip) return
  folder = await mkdtemp(join(tmpdir(), 'klinke-porting-'))
  world = await PortalWorld.start({}, { KLINKE_PORTING_FOLDER: folder })
})
after(async () => {
  await world?.[Symbol.asyncDispose]()
  if (folder !== undefined) await rm(folder, { recursive: true })
})

async function page(role: 'operator' | 'tenant', path: string): Promise<{ readonly page: Page; done(): Promise<void> }> {
  const opened = await world.signedIn(role)
  const faults = faultsOf(opened)
  await opened.goto(world.url(path))
  const done = async (): Promise<void> => {
    assert.deepEqual(faults, [])
    await opened.context().close()
  }
  return { page: opened, done }
}

/** A working day in some weeks, as everybody writes it. */
function workingDay(): string {
  const day = Temporal.Now.plainDateISO('Europe/Berlin').add({ weeks: 3 })
  return day.subtract({ days: day.dayOfWeek - 1 }).toString()
}

/** The other carrier is asked; gives its message. */
async function heard(other: OtherCarrier): Promise<PortingMessage> {
  return eventually('the other carrier is asked', () => other.hears().find(({ says }) => says.kind === 'VA'), ROUNDS)
}

async function press(work: Page, button: string, saying: string): Promise<void> {
  await work.getByRole('button', { name: button, exact: true }).click()
  await confirm(work, button, saying)
}

async function shows(work: Page, text: string | RegExp): Promise<void> {
  await eventually(
    `the page shows ${String(text)}`,
    async () => {
      await work.reload()
      await work.getByRole('heading', { level: 1 }).waitFor()
      await work.getByText('Auftrag angelegt').waitFor()
      return (await work.getByText(text).count()) > 0
    },
    ROUNDS,
  )
}

test('LAW-05, ORD-03: draft, asked, refused by ADF in plain words, corrected, agreed, planned, switched, done', { skip }, async () => {
  const other = new OtherCarrier(folder)
  const day = workingDay()
  const customer = await page('tenant', '/portings/new')
  await customer.page.getByRole('textbox', { name: 'Rufnummer', exact: true }).fill('0221 555 777 8')
  await customer.page.getByRole('textbox', { name: 'Bisheriger Anbieter' }).fill('DEU.ANDERER')
  for (const [name, value] of [
    ['Firma oder Name', 'Falsch GmbH'],
    ['Straße', 'Kurze Straße'],
    ['Hausnummer', '1'],
    ['PLZ', '50667'],
    ['Ort', 'Köln'],
  ] as const)
    await customer.page.getByRole('textbox', { name, exact: true }).fill(value)
  await customer.page.getByRole('button', { name: 'Anlegen' }).click()
  await customer.page.getByText('Bitte ausfüllen').first().waitFor()
  await customer.page.getByLabel('Wunschtag').fill(day)
  await customer.page.getByRole('button', { name: 'Anlegen' }).click()
  await customer.page.getByText('So würde der Auftrag wohl abgelehnt').waitFor()
  const loading = customer.page.waitForEvent('download')
  await customer.page.getByRole('link', { name: 'Auftrag als PDF' }).click()
  assert.match((await loading).suggestedFilename(), /^portierung-49221.*\.pdf$/)
  const path = new URL(customer.page.url()).pathname
  assert.equal(await customer.page.getByRole('button', { name: 'Abschicken' }).count(), 0, 'the operator sends it')

  const desk = await page('operator', path)
  await press(desk.page, 'Abschicken', 'geht an den bisherigen Anbieter')
  const first = await heard(other)
  other.says({ kind: 'ABBM', codes: ['ADF'], remark: 'Hausnummer 7' }, first.reference)
  await shows(desk.page, 'Der bisherige Anbieter hat abgelehnt')
  await desk.page.getByText('ADF: Die Anschrift des Anschlusses stimmt nicht.').waitFor()
  await desk.page.getByText('Bemerkung: Hausnummer 7').waitFor()
  await press(desk.page, 'Berichtigen', 'wieder Entwurf')
  await desk.page.getByRole('textbox', { name: 'Hausnummer' }).fill('7')
  await desk.page.getByRole('button', { name: 'Speichern' }).click()
  await desk.page.getByText('Gespeichert').first().waitFor()
  await press(desk.page, 'Abschicken', 'geht an den bisherigen Anbieter')
  const second = await heard(other)
  assert.ok(second.says.kind === 'VA' && second.says.holder.houseNumber === '7' && second.reference !== first.reference)
  other.says({ kind: 'RUEM-VA', agreedFor: day }, second.reference)
  await shows(desk.page, /: Zugestimmt, DEU\.ANDERER/)
  await desk.page.getByRole('button', { name: 'Zeitfenster planen' }).click()
  await desk.page.getByRole('button', { name: 'Übernehmen' }).click()
  await desk.page.getByText(/: Zeitfenster geplant/).waitFor()
  await press(desk.page, 'Jetzt umschalten', 'den neuen Weg')
  await desk.page.getByText(/: Umgeschaltet/).waitFor()
  await press(desk.page, 'Bestätigen', 'fertig')
  await desk.page.getByText(/: Bestätigt/).waitFor()
  await desk.done()

  await customer.page.reload()
  await customer.page.getByText(/: Bestätigt/).waitFor()
  await customer.done()
})
