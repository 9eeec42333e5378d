import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { Chromium, eventually } from '@klinke/testbed'
import type { Page } from 'playwright-core'
import { faultsOf, PortalWorld } from './support.ts'
import { CONTENT, confirm } from './things.ts'

const skip = Chromium.missing
let world: PortalWorld

before(async () => {
  if (!skip) world = await PortalWorld.start()
})
after(() => world?.[Symbol.asyncDispose]())

interface Named {
  readonly id: string
  readonly name: string
}

async function named<Found extends Named>(path: '/tenants' | '/carriers', name: string): Promise<Found | undefined> {
  const { items } = (await world.product.get(path)) as { readonly items: readonly Found[] }
  return items.find((item) => item.name === name)
}

async function onPage(path: string, work: (page: Page) => Promise<void>): Promise<void> {
  const page = await world.signedIn('operator')
  const faults = faultsOf(page)
  await page.goto(world.url(path))
  await work(page)
  assert.deepEqual(faults, [])
  await page.context().close()
}

test('a customer is created, found, worked for, and deleted only with its name typed', { skip }, () =>
  onPage('/customers', async (page) => {
    await page.getByRole('link', { name: 'Kunden anlegen' }).click()
    await page.getByRole('textbox', { name: 'Name' }).fill('Nordwind KG')
    await page.getByRole('textbox', { name: 'Vorwahl' }).fill('0221')
    const domain = page.getByRole('textbox', { name: 'SIP-Domain' })
    await domain.fill(world.product.demo.sip.domain)
    await page.getByRole('button', { name: 'Anlegen' }).click()
    await page.getByText('Bitte 2 bis 5 Ziffern').waitFor()
    await page.getByRole('textbox', { name: 'Vorwahl' }).fill('221')
    await page.getByRole('button', { name: 'Anlegen' }).click()
    await eventually('the domain is taken', async () => (await domain.getAttribute('aria-invalid')) === 'true')
    await domain.fill('nordwind.telefon.example')
    await page.getByRole('button', { name: 'Anlegen' }).click()
    await page.getByRole('heading', { name: 'Nordwind KG' }).waitFor()
    const { id = '' } = (await named('/tenants', 'Nordwind KG')) ?? {}
    await world.product.request('POST', '/extensions', { tenantId: id, number: '20', name: 'Empfang' })

    await page.getByRole('button', { name: 'Für diesen Kunden arbeiten' }).click()
    await page.getByRole('link', { name: '20', exact: true }).waitFor()
    await page.getByRole('link', { name: 'Kunden', exact: true }).click()
    await page.getByRole('searchbox', { name: 'Suchen' }).fill('nordw')
    await page.getByRole('link', { name: 'Nordwind KG' }).click()

    await page.locator(CONTENT).getByRole('button', { name: 'Löschen', exact: true }).click()
    const dialog = page.getByRole('dialog', { name: 'Kunden „Nordwind KG“ löschen?' })
    await dialog.getByText('Nebenstellen: 1').waitFor()
    const name = dialog.getByRole('textbox', { name: 'Tippen Sie zur Bestätigung' })
    await name.fill('Nordwind')
    await dialog.getByRole('button', { name: 'Endgültig löschen' }).click()
    await dialog.getByText('Genau so: Nordwind KG').waitFor()
    assert.notEqual(await named('/tenants', 'Nordwind KG'), undefined)
    await name.fill('Nordwind KG')
    await dialog.getByRole('button', { name: 'Endgültig löschen' }).click()
    await eventually('it is gone', async () => (await named('/tenants', 'Nordwind KG')) === undefined)
    await page.getByRole('heading', { name: 'Kunden', exact: true }).waitFor()
  }),
)

interface Carrier extends Named {
  readonly priority: number
  readonly authentication: unknown
}

test('a carrier is created, changed without its password, and deleted', { skip }, () =>
  onPage('/carriers', async (page) => {
    await page.getByRole('link', { name: 'Carrier anlegen' }).click()
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Netz Nord')
    await page.getByRole('textbox', { name: 'Server' }).fill('127.0.0.9')
    await page.getByRole('textbox', { name: 'SIP-Benutzername' }).fill('nord')
    await page.getByRole('button', { name: 'Anlegen' }).click()
    await page.getByText('Bitte ausfüllen').waitFor()
    await page.getByRole('textbox', { name: 'SIP-Passwort' }).fill('geheim-genug')
    await page.getByRole('button', { name: 'Anlegen' }).click()
    await page.getByRole('link', { name: 'Netz Nord' }).click()
    await page.getByRole('textbox', { name: 'Rang' }).fill('900')
    await page.getByRole('button', { name: 'Speichern' }).click()
    await page.getByText('Gespeichert').waitFor()
    assert.partialDeepStrictEqual(await named<Carrier>('/carriers', 'Netz Nord'), {
      ...{ priority: 900, host: '127.0.0.9', port: null },
      authentication: { kind: 'registration', username: 'nord' },
    })
    await page.locator(CONTENT).getByRole('button', { name: 'Löschen', exact: true }).click()
    await confirm(page, 'Löschen', 'Netz Nord')
    await eventually('it is gone', async () => (await named('/carriers', 'Netz Nord')) === undefined)
  }),
)

test('the audit log tells who has changed what, with the values before and after', { skip }, async () => {
  const customer = (await world.product.get('/tenants')) as { readonly items: readonly Named[] }
  const { id = '', name = '' } = customer.items[0] ?? {}
  await onPage(`/customers/${id}`, async (page) => {
    const field = page.getByRole('textbox', { name: 'Name' })
    await field.fill('Umbenannt AG')
    await page.getByRole('button', { name: 'Speichern' }).click()
    await page.getByText('Gespeichert').waitFor()
    await page.getByRole('link', { name: 'Änderungsprotokoll' }).click()
    await page.getByRole('button', { name: 'Einzelheiten' }).first().click()
    const row = page.getByRole('dialog').getByRole('row', { name: 'Umbenannt AG' })
    await row.getByRole('cell', { name, exact: true }).waitFor()
  })
})
