/** Credit of a customer who pays before calling, as the customer reads it (BIL-09). */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { Chromium } from '@klinke/testbed'
import { complaints } from './axe.ts'
import { faultsOf, PortalWorld, settled } from './support.ts'

const skip = Chromium.missing
let world: PortalWorld

before(async () => {
  if (!skip) world = await PortalWorld.start()
})
after(() => world?.[Symbol.asyncDispose]())

test('BIL-09: a customer sees what was paid in come, and reads why a card does not pay here', { skip }, async () => {
  const { items } = (await world.product.get('/extensions')) as { readonly items: readonly { readonly tenantId: string }[] }
  const tenantId = items[0]?.tenantId
  assert.equal((await world.product.request('PUT', `/prepaid-account?tenantId=${tenantId}`)).status, 200)
  const page = await world.signedIn('tenant')
  await page.goto(world.url('/credit'))
  const amount = page.getByRole('textbox', { name: 'Betrag in Euro' })
  const topUp = page.getByRole('button', { name: 'Aufladen' })
  await amount.fill('viel')
  await topUp.click()
  await page.getByText('Bitte einen Betrag wie 25,00 eingeben.').waitFor()
  // Only demo customers of this installation have the simulator.
  await amount.fill('25,00')
  await topUp.click()
  await page.getByText('Hier nimmt niemand Kartenzahlungen entgegen.').waitFor()
  const paid = { tenantId, amount: { amount: '25.00', currency: 'EUR' }, note: 'Überweisung' }
  assert.equal((await world.product.request('POST', '/prepaid-account/payments', paid)).status, 200)
  const movement = page.getByRole('table', { name: 'Bewegungen' }).locator('tbody tr')
  await movement.waitFor()
  assert.match((await movement.textContent()) ?? '', /Aufladung\+25,00/)
  await page.getByText('25,00', { exact: false }).first().waitFor()
  await page.context().close()
})

test('BIL-09: a demo customer is topped up over the port for cards, and says when it wants to be warned', {
  skip,
}, async () => {
  const made = await world.product.request('POST', '/tenants', { name: 'Guthaben-Demo', sipDomain: 'guthaben.example.org', demo: true })
  assert.equal(made.status, 201, await made.clone().text())
  const { id: tenantId } = (await made.json()) as { readonly id: string }
  const page = await world.signedIn('operator')
  const faults = faultsOf(page)
  await page.goto(world.url('/credit'))
  await page.getByRole('combobox', { name: 'Kunde' }).click()
  await page.getByRole('option', { name: 'Guthaben-Demo' }).click()
  await page.getByRole('button', { name: 'Guthaben einrichten' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Guthaben einrichten' }).click()
  const amount = page.getByRole('region', { name: 'Aufladen' }).getByRole('textbox', { name: 'Betrag in Euro' })
  // Cents tell the simulator what to do: 13 are declined.
  await amount.fill('20,13')
  await page.getByRole('button', { name: 'Aufladen' }).click()
  await page.getByText('Die Zahlung wurde abgelehnt. Es wurde nichts gutgeschrieben.').waitFor()
  await page.getByRole('link', { name: 'Zum Guthaben' }).click()
  await amount.fill('20,00')
  await page.getByRole('button', { name: 'Aufladen' }).click()
  await page.getByText(/^20,00\s€ wurden gutgeschrieben\.$/).waitFor()
  await page.getByRole('link', { name: 'Zum Guthaben' }).click()
  const movements = page.getByRole('table', { name: 'Bewegungen' }).locator('tbody tr')
  await movements.filter({ hasText: '+20,00' }).waitFor()
  assert.equal(await movements.count(), 1, 'what was declined is not there')
  const below = page.getByRole('textbox', { name: 'Warnen unter (Euro)' })
  assert.equal(await below.inputValue(), '5,00')
  await below.fill('7,50')
  await page.getByRole('button', { name: 'Speichern' }).click()
  await page.getByText('Gespeichert').waitFor()
  const account = (await world.product.get(`/prepaid-account?tenantId=${tenantId}`)) as { readonly warnBelow: { readonly amount: string } }
  assert.equal(account.warnBelow.amount, '7.50')
  await settled(page)
  assert.equal(await complaints(page), '')
  assert.deepEqual(faults, [])
  await page.context().close()
})
