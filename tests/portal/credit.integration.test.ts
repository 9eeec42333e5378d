/** Credit of a customer who pays before calling, as the customer reads it (BIL-09). */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { Chromium } from '@klinke/testbed'
import { PortalWorld } from './support.ts'

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
