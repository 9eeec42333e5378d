/** Orders, a porting and a directory entry that pages can be looked at with: for accessibility.integration.test.ts. */
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { aWorkingDay } from './order-journey.ts'
import type { PortalWorld } from './support.ts'

const ADDRESS = { street: 'Domkloster', houseNumber: '4', postalCode: '50667', city: 'Köln' }

/** Ids by the names that paths have for them. */
export interface FurnishedOrders {
  /** Of the demo customer. */
  readonly contract: string
  /** That changes it. */
  readonly ownOrder: string
  /** That cannot be set up: the stock has no block for it. */
  readonly stoppedOrder: string
  readonly porting: string
  readonly entry: string
}

/** `tenantId`: of the demo customer. */
export async function furnishOrders({ product }: PortalWorld, tenantId: string): Promise<FurnishedOrders> {
  const made = async (path: string, body: object, status = 201): Promise<string> => {
    const answer = await product.request('POST', path, body)
    assert.equal(answer.status, status, `POST ${path}: ${await answer.clone().text()}`)
    return ((await answer.json()) as { readonly id: string }).id
  }
  await made('/product-profiles', { yaml: await readFile(join(import.meta.dirname, '../../profiles/flat.yaml'), 'utf8') })
  const wishDate = aWorkingDay()
  const items = Object.entries({ base: 1, extension: 3, 'number-hundred': 1 }).map(([item, quantity]) => ({ item, quantity }))
  const contract = await made('/contracts', { tenantId, profileId: 'flat', begins: wishDate, items: items.slice(0, 2) })
  const more = [{ item: 'extension', quantity: 2 }]
  const ownOrder = await made('/orders', { form: { kind: 'change', contractId: contract, wishDate, items: more } })
  const form = {
    ...{ kind: 'new', profileId: 'flat', wishDate, sipDomain: 'axe.telefon.example', items },
    customer: { ...ADDRESS, company: 'Axe GmbH', phone: '+49 221 123450', email: 'buero@axe.example' },
    administrator: { name: 'Anna Axe', email: 'anna@axe.example' },
    site: { name: 'Zentrale', areaCode: '221', address: ADDRESS },
  }
  const stoppedOrder = await made('/orders', { form })
  for (const step of ['check', 'confirm', 'provision']) await product.request('POST', `/orders/${stoppedOrder}/steps`, { step })
  const holder = { name: 'Axe GmbH', ...ADDRESS }
  const number = { tenantId, number: '+4922155500', businessCase: 'VA-RRNP', carrier: 'DEU.ANDERER', holder, wishedFor: wishDate }
  const porting = await made('/portings', number)
  const { items: numbers } = (await product.get(`/numbers?tenantId=${tenantId}`)) as {
    readonly items: readonly { readonly e164: string }[]
  }
  const path = `/directory-entries/proposal?tenantId=${tenantId}&subscriberNumber=${encodeURIComponent(numbers[0]?.e164 ?? '')}`
  const entry = await made('/directory-entries', { ...((await product.get(path)) as object), tenantId, address: ADDRESS })
  return { contract, ownOrder, stoppedOrder, porting, entry }
}
