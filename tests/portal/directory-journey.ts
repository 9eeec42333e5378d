/** A directory entry from the form to the publisher: part of operation.integration.test.ts, which brings product and browser. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { eventually } from '@klinke/testbed'
import type { Page } from 'playwright-core'
import { faultsOf, type PortalWorld } from './support.ts'
import { choose, confirm } from './things.ts'

interface Lane {
  readonly skip: boolean | string
  /** Asked in each test: it is started before the first one. */
  readonly world: () => PortalWorld
}

/** Registers the test. */
export function directoryJourney({ skip, world }: Lane): void {
  test('ORD-04, PRI-03: a customer enters a number, objects to a part, and the operator tells the publisher each once', {
    skip,
  }, async () => {
    await entersNumber(world())
    await tellsPublisher(world(), 'Neu: 1, geändert: 0, gelöscht: 0')
    await objects(world())
    await tellsPublisher(world(), 'Neu: 0, geändert: 1, gelöscht: 0')
  })
}

async function as(world: PortalWorld, role: 'operator' | 'tenant', path: string, work: (page: Page) => Promise<void>): Promise<void> {
  const page = await world.signedIn(role)
  const faults = faultsOf(page)
  await page.goto(world.url(path))
  await work(page)
  assert.deepEqual(faults, [])
  await page.context().close()
}

async function entersNumber(world: PortalWorld): Promise<void> {
  await as(world, 'tenant', '/directory-entries', async (page) => {
    await page.getByRole('link', { name: 'Eintrag anlegen' }).first().click()
    await page.getByRole('combobox', { name: 'Rufnummer' }).click()
    await page.getByRole('option').first().click()
    await page.getByRole('textbox', { name: 'Suchwort' }).fill('Zentrale')
    await page.getByRole('textbox', { name: 'PLZ' }).fill('5066')
    await page.getByRole('button', { name: 'Anlegen' }).click()
    await page.getByText('Bitte fünf Ziffern').waitFor()
    await page.getByRole('textbox', { name: 'PLZ' }).fill('50667')
    await page.getByRole('textbox', { name: 'Ort', exact: true }).fill('Köln')
    await choose(page, 'Nutzung', 'Telefon und Fax')
    await page.getByRole('radio', { name: 'Ja, mit dem Kennzeichen' }).check()
    await page.getByRole('button', { name: 'Anlegen' }).click()
    await page.getByText('Mit der nächsten Datei erfährt der Verlag vom Eintrag.').waitFor()
    const loading = page.waitForEvent('download')
    await page.getByRole('link', { name: 'Auftrag als PDF' }).click()
    assert.equal((await loading).suggestedFilename(), 'telefonbucheintrag.pdf')
  })
}

async function objects(world: PortalWorld): Promise<void> {
  await as(world, 'tenant', '/directory-entries', async (page) => {
    await page.locator('main tbody a').first().click()
    await page.getByRole('button', { name: 'Widersprechen' }).click()
    await page.getByText('Bitte wählen, wogegen').waitFor()
    await page.getByRole('checkbox', { name: 'Straße und Hausnummer' }).check()
    await page.getByRole('textbox', { name: 'Bemerkung' }).fill('Brief vom Montag')
    await page.getByRole('button', { name: 'Widersprechen' }).click()
    await page.getByText(/^Straße und Hausnummer: .*\(Brief vom Montag\)/).waitFor()
    await eventually('the street is gone', async () => (await page.getByRole('textbox', { name: 'Straße' }).inputValue()) === '')
  })
}

async function tellsPublisher(world: PortalWorld, counts: string): Promise<void> {
  await as(world, 'operator', '/directory-exports', async (page) => {
    await page.getByRole('button', { name: 'Datei erstellen' }).click()
    await page.getByText(counts).waitFor()
    const loading = page.waitForEvent('download')
    await page.getByRole('link', { name: /^Herunterladen: Datei/ }).click()
    assert.match((await loading).suggestedFilename(), /^telefonbuch-\d{6}\.csv$/)
    await page.getByRole('button', { name: /^Übergabe vermerken/ }).click()
    await confirm(page, 'Übergabe vermerken', 'ihr Inhalt wird gelöscht')
    await page.getByText('Die Übergabe ist vermerkt.').waitFor()
    await page.getByText('Nichts hat sich geändert.').waitFor()
  })
}
