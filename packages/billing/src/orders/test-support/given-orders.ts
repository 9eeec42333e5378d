import assert from 'node:assert/strict'
import type { TestClient } from '@klinke/platform/test-support'
import { eventually } from '@klinke/testbed'
import { exampleProfiles } from '../../catalogue/examples.ts'
import type { Provider } from '../../contracts/test-support/provider.ts'

const ADDRESS = { street: 'Domkloster', houseNumber: '4', postalCode: '50667', city: 'Köln' }

export async function loadProfile(operator: TestClient, name: string): Promise<void> {
  const source = (await exampleProfiles()).find(({ file }) => file === `${name}.yaml`)
  assert.equal((await operator('POST', '/product-profiles', { yaml: source?.text ?? '' })).status, 201)
}

/** The form of an order for a new customer. */
export function newOrderForm(profileId: string, items: readonly object[], more: object = {}) {
  return {
    ...{ kind: 'new', profileId, wishDate: '2026-11-23', sipDomain: `${profileId}.example.org`, items },
    customer: { ...ADDRESS, company: 'Muster GmbH', phone: '+49 221 123450', email: 'rechnung@example.org' },
    administrator: { name: 'Anna Admin', email: 'anna@example.org' },
    site: { name: 'Zentrale', areaCode: '221', address: ADDRESS },
    ...more,
  }
}

/** Gives an order and makes the steps; the answer to the last one. `tenantId`: of a customer who is there. */
export async function orderMade({ operator }: Provider, form: object, steps: readonly string[], tenantId?: string) {
  const given = await operator('POST', '/orders', { form, ...(tenantId === undefined ? {} : { tenantId }) })
  assert.equal(given.status, 201, JSON.stringify(given.body))
  let answer = given
  for (const step of steps) answer = await operator('POST', `/orders/${String(given.body.id)}/steps`, { step })
  return answer
}

/** Days go by, and what happens by itself has happened. */
export async function orderBecomes({ operator, clock }: Provider, id: unknown, state: string): Promise<Readonly<Record<string, unknown>>> {
  let body: Readonly<Record<string, unknown>> = {}
  await eventually(`the order becomes ${state}`, async () => {
    await clock.advance(600_000)
    body = (await operator('GET', `/orders/${String(id)}`)).body
    return body.state === state
  })
  return body
}

/** Puts a thousand numbers into stock, of Köln unless said otherwise. */
export async function stockNumbers({ database }: Provider, of = { e164: '+49221987000', area_code: '221' }): Promise<void> {
  await database.withOperator((tx) =>
    tx
      .tables<{ readonly number_stock: { readonly e164: string; readonly size: number; readonly area_code: string } }>()
      .insertInto('number_stock')
      .values({ ...of, size: 1000 })
      .execute(),
  )
}
