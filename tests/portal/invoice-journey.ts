/** How the operator bills a month, and what a customer sets for its invoices: part of operation.integration.test.ts. */
import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import type { PortalWorld } from './support.ts'
import { confirm, onPage } from './things.ts'

const ISSUER = {
  ...{ Firma: 'Klinke Telefonie GmbH', 'Straße und Hausnummer': 'Hohe Straße 1', Postleitzahl: '50667', Ort: 'Köln' },
  ...{ 'USt-IdNr.': 'DE123456789', Ansprechpartner: 'Rechnungsstelle', Telefon: '+49 221 123450' },
  ...{ 'E-Mail-Adresse': 'rechnung@klinke.example' },
}

/** Enters the issuer, begins a run, looks at its preview and takes it back. */
export async function billsMonth(page: Page): Promise<void> {
  await page.getByRole('heading', { name: 'Noch kein Lauf' }).waitFor()
  await page.getByRole('link', { name: 'Rechnungssteller' }).click()
  await enterIssuer(page)
  await page.getByRole('link', { name: 'Rechnungsläufe' }).click()
  await page.getByRole('link', { name: 'Lauf beginnen' }).first().click()
  const month = page.getByRole('textbox', { name: 'Monat' })
  const over = await month.inputValue()
  await month.fill('2999-01')
  await page.getByRole('button', { name: 'Anlegen' }).click()
  await page.getByText('frühestens am Tag nach dem Ende des Monats').waitFor()
  await month.fill(over)
  await page.getByRole('button', { name: 'Anlegen' }).click()
  await page.getByText('Vorschau fertig').waitFor()
  await page.getByText('100 %').waitFor()
  await page.getByText('Kein Kunde macht Probleme.').waitFor()
  await page.getByRole('button', { name: 'Vorschau zurücknehmen' }).click()
  await confirm(page, 'Vorschau zurücknehmen', 'Die Entwürfe werden verworfen')
  await page.getByText('Zurückgenommen').waitFor()
}

async function enterIssuer(page: Page): Promise<void> {
  for (const [name, value] of Object.entries(ISSUER)) await page.getByRole('textbox', { name, exact: false }).first().fill(value)
  const iban = page.getByRole('textbox', { name: 'IBAN' })
  await iban.fill('DE88370400440532013000')
  await page.getByRole('button', { name: 'Speichern' }).click()
  await page.getByText('muss eine IBAN mit richtiger Prüfziffer sein').waitFor()
  await iban.fill('DE89 3704 0044 0532 0130 00')
  await page.getByRole('button', { name: 'Speichern' }).click()
  await page.getByText('Gespeichert').first().waitFor()
}

/** A customer says how its invoices come; company and address it only reads. */
export async function choosesInvoices(world: PortalWorld, tenantId: string): Promise<void> {
  const path = `/invoice-recipient?tenantId=${tenantId}`
  const address = { number: 'K-1', company: 'Muster GmbH', street: 'Hohe Straße 1', postalCode: '50667', city: 'Köln' }
  assert.equal((await world.product.request('PATCH', path, { ...address, email: 'alt@muster.example' })).status, 200)
  await onPage(world, '/invoices', async (page) => {
    await page.getByRole('heading', { name: 'Noch keine Rechnung' }).waitFor()
    await page.getByRole('link', { name: 'Rechnungsempfänger' }).click()
    assert.ok(await page.getByRole('textbox', { name: 'Firma' }).isDisabled())
    await page.getByRole('textbox', { name: 'E-Mail-Adresse für Rechnungen' }).fill('neu@muster.example')
    await page.getByRole('checkbox', { name: 'Auf Papier' }).check()
    await page.getByRole('button', { name: 'Speichern' }).click()
    await page.getByText('Gespeichert').first().waitFor()
  })
  const { details } = (await world.product.get(path)) as {
    readonly details: { readonly email: string; readonly delivery: readonly string[] }
  }
  assert.deepEqual([details.email, details.delivery], ['neu@muster.example', ['mail', 'paper']])
}
