/** An order that stops half-way goes on with something amended, and without what cannot be had: part of operation.integration.test.ts. */
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { aWorkingDay } from './order-journey.ts'
import type { PortalWorld } from './support.ts'
import { choose } from './things.ts'

const ADDRESS = { street: 'Domkloster', houseNumber: '4', postalCode: '50667', city: 'Köln' }

type OnPage = (path: string, work: (page: Page) => Promise<void>) => Promise<void>

/** Two blocks of a hundred that the stock does not have: the operator names one, and leaves the other out. */
export async function mendsOrder({ product }: PortalWorld, onPage: OnPage): Promise<void> {
  const form = {
    ...{ kind: 'new', profileId: 'flat', wishDate: aWorkingDay(), sipDomain: 'ostwind.telefon.example' },
    customer: { ...ADDRESS, company: 'Ostwind GmbH', phone: '+49 221 123450', email: 'buero@ostwind.example' },
    administrator: { name: 'Olga Ost', email: 'olga@ostwind.example' },
    site: { name: 'Zentrale', areaCode: '221', address: ADDRESS },
    items: Object.entries({ base: 1, extension: 3, 'number-hundred': 2 }).map(([item, quantity]) => ({ item, quantity })),
  }
  const given = await product.request('POST', '/orders', { form })
  assert.equal(given.status, 201, await given.clone().text())
  const { id } = (await given.json()) as { readonly id: string }
  for (const step of ['check', 'confirm']) assert.equal((await product.request('POST', `/orders/${id}/steps`, { step })).status, 200)
  await onPage(`/orders/${id}`, async (page) => {
    await page.getByRole('button', { name: 'Bereitstellen', exact: true }).click()
    await page
      .getByText(/Im Vorrat ist kein freier Bereich/)
      .first()
      .waitFor()
    await page.getByRole('button', { name: 'Berichtigen' }).click()
    const amendment = page.getByRole('form', { name: 'Berichtigen' })
    await amendment.getByRole('textbox', { name: /^Erste Rufnummer/ }).fill('+4922198800000')
    await amendment.getByRole('button', { name: 'Berichtigen und noch einmal versuchen' }).click()
    await amendment.getByText('Bitte ausfüllen').waitFor()
    await amendment.getByRole('textbox', { name: 'Grund' }).fill('Block vom Vorlieferanten')
    await amendment.getByRole('button', { name: 'Berichtigen und noch einmal versuchen' }).click()
    await amendment.waitFor({ state: 'detached' })

    await page.getByRole('button', { name: 'Überspringen' }).click()
    const skipping = page.getByRole('form', { name: 'Überspringen' })
    await skipping.getByText('Es bleibt bestellt und wird berechnet').waitFor()
    await skipping.getByRole('textbox', { name: 'Grund' }).fill('Zweiter Block folgt im Januar')
    await skipping.getByRole('button', { name: 'Diese Aufgabe überspringen' }).click()
    await page.getByText(/^bereitgestellt/).waitFor()
    await page.getByRole('row', { name: /übersprungen Zweiter Block folgt im Januar/ }).waitFor()
    const history = page.getByRole('region', { name: 'Verlauf' })
    await history.getByRole('row', { name: /Aufgabe berichtigt.*Block vom Vorlieferanten/ }).waitFor()
    await history.getByRole('row', { name: /Aufgabe übersprungen.*Zweiter Block folgt im Januar/ }).waitFor()
  })
  const { tasks, tenantId } = (await product.get(`/orders/${id}`)) as {
    readonly tenantId: string
    readonly tasks: readonly { readonly kind: string; readonly result: string }[]
  }
  assert.deepEqual(
    tasks.flatMap(({ kind, result }) => (kind === 'numbers' ? [result] : [])),
    ['+4922198800000', ''],
  )
  const { items } = (await product.get(`/audit-log?tenantId=${tenantId}&limit=200`)) as {
    readonly items: readonly { readonly subject: string }[]
  }
  assert.ok(items.some(({ subject }) => subject === 'product_order_task'))
}

/** Comfort installs three forwardings and no fourth; it is charged by its choice (ORD-05). */
export async function choosesInstallation(world: PortalWorld, page: Page): Promise<void> {
  const yaml = await readFile(join(import.meta.dirname, '../../profiles/quota.yaml'), 'utf8')
  const loaded = await world.product.request('POST', '/product-profiles', { yaml })
  assert.ok([201, 409].includes(loaded.status), await loaded.text())
  const fill = async (fields: Readonly<Record<string, string>>): Promise<void> => {
    for (const [name, value] of Object.entries(fields)) await page.getByRole('textbox', { name, exact: true }).fill(value)
  }
  const next = () => page.getByRole('button', { name: 'Weiter' }).click()
  await fill({ Firma: 'Westwind GmbH', Straße: 'Domkloster', Hausnummer: '4', Postleitzahl: '50667', Ort: 'Köln' })
  await fill({ Telefon: '+49 221 123450', 'E-Mail': 'buero@westwind.example', 'SIP-Domain': 'westwind.telefon.example' })
  await next()
  await fill({ 'Name des Standorts': 'Zentrale', 'Vorwahl ohne Null': '221' })
  await fill({ 'Name der Administratorin oder des Administrators': 'Wilma West', 'E-Mail für die Einladung': 'wilma@westwind.example' })
  await next()
  await choose(page, 'Produkt', 'Telefonanlage mit Kontingent')
  await page.getByLabel('Wunschtermin').fill(aWorkingDay())
  await fill({ 'Grundpreis mit 10 Nebenstellen': '1', Nebenstelle: '10' })
  await choose(page, 'Installation', 'Komfort')
  await page
    .getByText(/249,00.*höchstens 3 Rufgruppen, 3 Weiterleitungen, 2 Fax-zu-Mail-Anschlüsse, 2 Softclients, 60 Minuten Einweisung/)
    .waitFor()
  await page.getByText('spätestens ab dem 3. Werktag nach der Übergabe').waitFor()
  await fill({ Weiterleitungen: '4', 'Minuten Einweisung': '60' })
  await page.getByText(/Monatlich 79,00.*einmalig 249,00/).waitFor()
  await next()
  await page.getByText('„Komfort“ umfasst höchstens 3 Weiterleitungen, bestellt sind 4').waitFor()
  assert.ok(await page.getByRole('button', { name: 'Bestellen' }).isDisabled())
  await page.getByRole('button', { name: 'Zurück' }).click()
  await fill({ Weiterleitungen: '3' })
  await next()
  await page.getByText('So kann bestellt werden').waitFor()
  await page.getByRole('row', { name: /^Installation Komfort 1 249,00/ }).waitFor()
  await page.getByRole('button', { name: 'Bestellen' }).click()
  for (const step of ['Bonität geprüft', 'Bestätigen', 'Bereitstellen']) await page.getByRole('button', { name: step, exact: true }).click()
  await page.getByText(/^bereitgestellt/).waitFor()
  await page.getByText(/Berechnet wird ab der ersten Nutzung, spätestens ab dem \d\d\.\d\d\.\d{4}/).waitFor()
}
