/** Data protection in the browser: part of operation.integration.test.ts, which brings product and browser. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { faultsOf, type PortalWorld } from './support.ts'

interface Lane {
  readonly skip: boolean | string
  /** Asked in each test: it is started before the first one. */
  readonly world: () => PortalWorld
}

/** Registers the test. */
export function privacyJourney({ skip, world }: Lane): void {
  test('PRI-02: a customer asks for a rectification, accepts the processing agreement, and reads how long data is kept', { skip }, () =>
    journey(world()),
  )
}

async function journey(world: PortalWorld): Promise<void> {
  const page = await world.signedIn('tenant')
  const faults = faultsOf(page)
  await page.goto(world.url('/privacy'))
  await page.getByRole('combobox', { name: 'Was wird verlangt?' }).selectOption('rectification')
  await page.getByRole('textbox', { name: 'Worum geht es?' }).fill('Der Name ist falsch geschrieben')
  await page.getByRole('button', { name: 'Anfrage anlegen' }).click()
  await page.getByText(/^Berichtigung, verlangt von .*: offen/).waitFor()

  const agreement = page.getByRole('region', { name: 'Vertrag zur Auftragsverarbeitung' })
  await agreement.getByRole('button', { name: 'Vertrag annehmen' }).click()
  assert.equal(await agreement.getByRole('textbox', { name: 'Name' }).getAttribute('aria-invalid'), 'true')
  await agreement.getByRole('textbox', { name: 'Name' }).fill('Anna Muster')
  await agreement.getByRole('textbox', { name: 'Funktion' }).fill('Geschäftsführerin')
  await agreement.getByRole('button', { name: 'Vertrag annehmen' }).click()
  const accepted = agreement.getByRole('link', { name: /angenommen von Anna Muster \(Geschäftsführerin\)/ })
  await accepted.waitFor()
  const loading = page.waitForEvent('download')
  await accepted.click()
  await loading

  await page.getByRole('cell', { name: 'Verbindungsdaten' }).waitFor()
  await page.getByRole('cell', { name: /Stammdaten des Kunden/ }).waitFor()
  await page.getByRole('cell', { name: /§ 14b UStG/ }).waitFor()
  assert.deepEqual(faults, [])
  await page.context().close()
}
