/** How the operator enters an order and leads it on until everything is there: part of operation.integration.test.ts. */
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { systemClock, systemRandom } from '@klinke/platform'
import { eventually, RtpEcho, ScriptedPhone, WebSocketHost } from '@klinke/testbed'
import type { Page } from 'playwright-core'
import type { PortalWorld } from './support.ts'
import { choose } from './things.ts'

const CUSTOMER = {
  ...{ Firma: 'Südwind GmbH', Straße: 'Domkloster', Hausnummer: '4', Postleitzahl: '50667', Ort: 'Köln' },
  ...{ Telefon: '+49 221 123450', 'E-Mail': 'buero@suedwind.example', 'SIP-Domain': 'suedwind.telefon.example' },
}
const SITE = {
  ...{ 'Name des Standorts': 'Zentrale', 'Vorwahl ohne Null': '221' },
  ...{ 'Name der Administratorin oder des Administrators': 'Sina Süd', 'E-Mail für die Einladung': 'sina@suedwind.example' },
}
const ITEMS = { Nebenstelle: '3', 'Anlage mit 10 Sprachkanälen': '1', 'Neuer Block von 10 Rufnummern': '1' }

/** Enters an order of the profile "flat", checks its price, and provisions it. */
export async function entersOrder(world: PortalWorld, page: Page): Promise<void> {
  const yaml = await readFile(join(import.meta.dirname, '../../profiles/flat.yaml'), 'utf8')
  const loaded = await world.product.request('POST', '/product-profiles', { yaml })
  assert.ok([201, 409].includes(loaded.status), await loaded.text())
  await page.getByRole('link', { name: 'Rufnummernvorrat' }).first().click()
  const first = page.getByRole('textbox', { name: 'Erste Rufnummer' })
  await first.fill('0221 98700050')
  await page.getByRole('button', { name: 'Anlegen' }).click()
  await eventually('a block begins with its first number', async () => (await first.getAttribute('aria-invalid')) === 'true')
  await first.fill('0221 98700000')
  await page.getByRole('button', { name: 'Anlegen' }).click()
  await page.getByRole('rowheader', { name: '+4922198700000' }).waitFor()
  await page.goto(world.url('/orders'))
  await page.getByRole('link', { name: 'Bestellung aufnehmen' }).first().click()
  await page.getByRole('button', { name: 'Weiter' }).click()
  await fill(page, CUSTOMER)
  await page.getByRole('button', { name: 'Weiter' }).click()
  await fill(page, SITE)
  await page.getByRole('button', { name: 'Weiter' }).click()
  await choose(page, 'Produkt', 'Telefonanlage mit Flatrates')
  await page.getByLabel('Wunschtermin').fill(aWorkingDay())
  await fill(page, ITEMS)
  // 3 × 8.50; 199 for the set-up and 29.90 for the block.
  await page.getByText(/Monatlich 25,50.*einmalig 228,90/).waitFor()
  await page.getByRole('button', { name: 'Weiter' }).click()
  await page.getByText('So kann bestellt werden').waitFor()
  await page.getByRole('button', { name: 'Bestellen' }).click()
  await page.getByRole('textbox', { name: 'Ergebnis oder Grund' }).fill('Auskunft ohne Befund')
  for (const step of ['Bonität geprüft', 'Bestätigen', 'Bereitstellen']) await page.getByRole('button', { name: step, exact: true }).click()
  await page.getByText('Auskunft ohne Befund').waitFor()
  await page.getByText(/^bereitgestellt/).waitFor()
  const { items } = (await world.product.get('/orders?limit=1')) as {
    readonly items: readonly { readonly tenantId: string; readonly contractId: string }[]
  }
  const tenantId = items[0]?.tenantId ?? ''
  const { items: extensions } = (await world.product.get(`/extensions?tenantId=${tenantId}`)) as {
    readonly items: readonly { readonly id: string; readonly outgoingNumber: string }[]
  }
  assert.deepEqual(
    extensions.map(({ outgoingNumber }) => outgoingNumber),
    ['+4922198700000', '+4922198700001', '+4922198700002'],
  )
  await registersPhone(world, extensions[0]?.id ?? '')
  const month = Temporal.PlainDate.from(aWorkingDay()).with({ day: 1 }).add({ months: 1 }).toString().slice(0, 7)
  const { items: charges } = (await world.product.get(`/contracts/${items[0]?.contractId ?? ''}/charges?month=${month}`)) as {
    readonly items: readonly { readonly kind: string; readonly amount: { readonly amount: string } }[]
  }
  const monthly = charges.filter(({ kind }) => kind === 'recurring').map(({ amount }) => amount.amount)
  assert.deepEqual(
    monthly.filter((amount) => Number(amount) !== 0),
    ['25.50'],
  )
  await movesSite(world, page, items[0]?.contractId ?? '')
}

/** Orders a move of the new customer's site to another address of the same Ortsnetz (NUM-02). */
async function movesSite(world: PortalWorld, page: Page, contractId: string): Promise<void> {
  await page.goto(world.url(`/orders/move/${contractId}`))
  await choose(page, 'Standort', 'Zentrale (0221)')
  await page.getByLabel('Wunschtermin').fill(aWorkingDay())
  await fill(page, { Straße: 'Neumarkt', Hausnummer: '1', Postleitzahl: '50667', Ort: 'Köln' })
  await page.getByText('So kann bestellt werden').waitFor()
  await page.getByRole('button', { name: 'Bestellen' }).click()
  await page
    .getByText('Eingegangen')
    .or(page.getByText(/^eingegangen/))
    .first()
    .waitFor()
  const { items } = (await world.product.get('/orders?limit=1')) as { readonly items: readonly { readonly kind: string }[] }
  assert.equal(items[0]?.kind, 'move')
}

/** A telephone of the new customer signs on with the account that it is given, and with no other password. */
async function registersPhone({ product }: PortalWorld, extensionId: string): Promise<void> {
  const answer = await product.request('POST', `/extensions/${extensionId}/sip-account`)
  assert.equal(answer.status, 200)
  const { sipUsername, sipPassword } = (await answer.json()) as { readonly sipUsername: string; readonly sipPassword: string }
  await using echo = await RtpEcho.start()
  const registration = async (password: string): Promise<number> => {
    await using host = await WebSocketHost.connect(product.demo.sip.ws, echo.port)
    const account = { username: sipUsername, password, domain: CUSTOMER['SIP-Domain'], server: host.server }
    const phone = new ScriptedPhone(host, systemClock(), systemRandom(), account)
    const status = await phone.register()
    phone.close()
    return status
  }
  assert.equal(await registration(`${sipPassword}x`), 401)
  assert.equal(await registration(sipPassword), 200)
}

async function fill(page: Page, fields: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, value] of Object.entries(fields)) await page.getByRole('textbox', { name, exact: true }).fill(value)
}

/** In two weeks: a Tuesday, which is a holiday of all Länder seldom; then the day after. */
export function aWorkingDay(): string {
  const now = Temporal.Now.plainDateISO()
  const tuesday = now.add({ days: 14 - now.dayOfWeek + 2 })
  const isHoliday = ['01-01', '05-01', '10-03', '12-25', '12-26'].includes(tuesday.toString().slice(5))
  return tuesday.add({ days: isHoliday ? 1 : 0 }).toString()
}
