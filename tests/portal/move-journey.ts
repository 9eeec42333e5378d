/** A site moves into another Ortsnetz: part of operation.integration.test.ts. */
import assert from 'node:assert/strict'
import { eventually } from '@klinke/testbed'
import type { Page } from 'playwright-core'
import { aWorkingDay } from './order-journey.ts'
import type { PortalWorld } from './support.ts'
import { choose } from './things.ts'

const OLD = '+4922198800000'
const NEW = '+4930987000'
const ROUND_WITHIN_MS = 60_000

interface Ordered {
  readonly customer: string | null
  readonly tenantId: string
  readonly contractId: string
}

async function orderOf({ product }: PortalWorld, company: string): Promise<Ordered> {
  const { items } = (await product.get('/orders?kind=new')) as { readonly items: readonly Ordered[] }
  const order = items.find(({ customer }) => customer === company)
  assert.ok(order, company)
  return order
}

/** Of the customer of order-mending-journey.ts; the earliest day, the numbers that end and the need of new ones stand there before anybody clicks (NUM-02). */
export async function movesAway(
  world: PortalWorld,
  onPage: (path: string, work: (page: Page) => Promise<void>) => Promise<void>,
): Promise<void> {
  const { contractId } = await orderOf(world, 'Ostwind GmbH')
  assert.equal((await world.product.request('POST', '/number-stock', { e164: NEW, size: 100 })).status, 201)
  await onPage(`/orders/move/${contractId}`, async (page) => {
    await page.getByText(/Frühestens am \d\d\.\d\d\.\d{4}: Ein Umzug wird 7 Tage vorher gemeldet/).waitFor()
    await choose(page, 'Standort', 'Zentrale (0221)')
    const fields = { 'Neue Vorwahl ohne Null': '030', Straße: 'Torstraße', Hausnummer: '1', Postleitzahl: '10119', Ort: 'Berlin' }
    for (const [name, value] of Object.entries(fields)) await page.getByRole('textbox', { name, exact: true }).fill(value)
    await page.getByText('Rufnummern aus 0221 dürfen nicht in ein anderes Ortsnetz').waitFor()
    await page.getByLabel('Wunschtermin').fill(Temporal.Now.plainDateISO().add({ days: 1 }).toString())
    await page.getByText(/ist zu früh: Ein Umzug wird 7 Tage vorher gemeldet/).waitFor()
    await page.getByText('braucht neue Rufnummern: die aus 0221 bleiben in ihrem Ortsnetz').waitFor()
    await page.getByText(`${OLD}, Block von 100`).waitFor()
    assert.ok(await page.getByRole('button', { name: 'Bestellen' }).isDisabled())
    await page.getByLabel('Wunschtermin').fill(aWorkingDay())
    await page.getByRole('textbox', { name: 'Neuer Block von 100 Rufnummern' }).fill('1')
    await page.getByText('So kann bestellt werden').waitFor()
    await page.getByRole('button', { name: 'Bestellen' }).click()
    for (const step of ['Bonität geprüft', 'Bestätigen', 'Bereitstellen'])
      await page.getByRole('button', { name: step, exact: true }).click()
    await page.getByRole('row', { name: /^Rufnummern des alten Ortsnetzes ablösen ab/ }).waitFor()
    await page.getByRole('row', { name: /^Rufnummern zuteilen \(100\) erledigt/ }).waitFor()
  })
  assert.deepEqual(await ranges(world), { [OLD]: 'active', [NEW]: 'ordered' })
}

/** The day has come while the product was away. */
export async function hasMovedAway(world: PortalWorld): Promise<void> {
  const moved = { [OLD]: 'quarantined', [NEW]: 'active' }
  const isMoved = async (): Promise<boolean> => JSON.stringify(await ranges(world)) === JSON.stringify(moved)
  await eventually('new numbers are in use, and old ones rest', isMoved, { deadlineMs: ROUND_WITHIN_MS })
  const { tenantId } = await orderOf(world, 'Ostwind GmbH')
  const { items } = (await world.product.get(`/extensions?tenantId=${tenantId}`)) as {
    readonly items: readonly { readonly outgoingNumber: string }[]
  }
  assert.deepEqual(
    items.map(({ outgoingNumber }) => outgoingNumber),
    ['+4930987000', '+4930987001', '+4930987002'],
  )
}

async function ranges(world: PortalWorld): Promise<Readonly<Record<string, string>>> {
  const { tenantId } = await orderOf(world, 'Ostwind GmbH')
  const { items } = (await world.product.get(`/number-ranges?tenantId=${tenantId}`)) as {
    readonly items: readonly { readonly e164: string; readonly state: string }[]
  }
  return Object.fromEntries(items.map(({ e164, state }) => [e164, state]))
}
