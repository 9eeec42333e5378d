/** An invoice with calls of the month that is over: made by the product's own tariff, rating and run, of calls that its database is given. */
import assert from 'node:assert/strict'
import { eventually } from '@klinke/testbed'
import { inDatabaseOf } from '../product-database.ts'
import type { PortalWorld } from './support.ts'

export interface BilledCalls {
  readonly tenantId: string
  readonly invoiceId: string
  readonly number: string
  /** `2026-10` */
  readonly month: string
}

const ISSUER = {
  ...{ name: 'Klinke Telefonie GmbH', street: 'Hohe Straße 1', postalCode: '50667', city: 'Köln', country: 'DE', vatId: 'DE123456789' },
  ...{ contactName: 'Rechnungsstelle', phone: '+49 221 123450', email: 'rechnung@klinke.example', iban: 'DE89370400440532013000' },
}
const RECIPIENT = { number: 'K-7', company: 'Muster GmbH', street: 'Hohe Straße 1', postalCode: '50667', city: 'Köln', delivery: [] }
/** Per started minute, ten free minutes to fixed lines. */
const TARIFF = {
  ...{ validFrom: '2026-01-01', currency: 'EUR', timeZone: 'Europe/Berlin', priceAt: 'start', free: ['on-net', 'enum'] },
  rounding: { where: 'line', mode: 'half-up' },
  increment: { firstSeconds: 60, thenSeconds: 60 },
  zones: [
    { id: 'de-fixed', name: { de: 'Festnetz', en: 'Fixed' }, kind: 'geographic', country: 'DE', prices: [{ perMinute: '0.0151' }] },
    { id: 'de-mobile', name: { de: 'Mobilfunk', en: 'Mobile' }, kind: 'mobile', country: 'DE', prices: [{ perMinute: '0.1252' }] },
  ],
  prefixes: [
    { prefix: '+49', zone: 'de-fixed' },
    { prefix: '+49151', zone: 'de-mobile' },
  ],
  bundles: [
    {
      ...{ id: 'quota', name: { de: 'Freiminuten', en: 'Free minutes' }, zones: ['de-fixed'], seconds: 600, of: 'customer' },
      ...{ origins: ['own'], media: ['voice'] },
    },
  ],
}
/** A call to a fixed line that the bundle pays a part of, two to mobile phones, and one to a line for people in need. */
const CALLS: readonly (readonly [called: string, seconds: number])[] = [
  ['+493012345678', 700],
  ['+4915112345678', 90],
  ['+4915187654321', 30],
  ['+49116016', 200],
]

/** The customer pays by direct debit, so that the invoice announces it. */
export async function billCalls(world: PortalWorld): Promise<BilledCalls> {
  const month = Temporal.Now.plainDateISO('Europe/Berlin').subtract({ months: 1 }).toString().slice(0, 7)
  const tenantId = await demoCustomer(world)
  await done(world, 'PATCH', '/invoice-issuer', ISSUER)
  await done(world, 'PATCH', `/invoice-recipient?tenantId=${tenantId}`, RECIPIENT)
  await giveTariff(world, tenantId)
  await callsWereMade(world, tenantId, month)
  await done(world, 'POST', '/rated-calls/rerate', { tenantId, month, apply: true })
  const revoke = await giveMandate(world, tenantId)
  const { id: runId } = (await done(world, 'POST', '/invoice-runs', { month })) as { readonly id: string }
  await eventually('the preview', async () => (await stateOf(world, runId)) === 'drafted')
  await done(world, 'POST', `/invoice-runs/${runId}/issue`, {})
  await eventually('the invoices', async () => (await stateOf(world, runId)) === 'issued')
  await revoke()
  const { items } = (await world.product.get(`/invoices?runId=${runId}&tenantId=${tenantId}`)) as {
    readonly items: readonly { readonly id: string; readonly number: string }[]
  }
  const [invoice] = items
  assert.ok(invoice, 'no invoice was issued')
  return { tenantId, invoiceId: invoice.id, number: invoice.number, month }
}

async function demoCustomer(world: PortalWorld): Promise<string> {
  const { items } = (await world.product.get('/tenants?limit=200')) as {
    readonly items: readonly { readonly id: string; readonly sipDomain: string }[]
  }
  return items.find(({ sipDomain }) => sipDomain === world.product.demo.sip.domain)?.id ?? ''
}

async function done(world: PortalWorld, method: string, path: string, body: unknown): Promise<unknown> {
  const answer = await world.product.request(method, path, body)
  const text = await answer.text()
  assert.ok(answer.ok, `${method} ${path}: ${answer.status} ${text}`)
  return JSON.parse(text)
}

async function stateOf(world: PortalWorld, runId: string): Promise<string> {
  return ((await world.product.get(`/invoice-runs/${runId}`)) as { readonly state: string }).state
}

async function giveTariff(world: PortalWorld, tenantId: string): Promise<void> {
  const { id: tariffId } = (await done(world, 'POST', '/tariffs', { name: 'Minutentarif' })) as { readonly id: string }
  await done(world, 'POST', `/tariffs/${tariffId}/versions`, TARIFF)
  const given = { validFrom: '2026-01-01', tariffId, extensions: 1, bundles: [{ bundle: 'quota', seats: 1 }] }
  await done(world, 'PATCH', `/customer-tariffs?tenantId=${tenantId}`, given)
}

/** They wait for a price as calls do that no tariff could rate. */
async function callsWereMade(world: PortalWorld, tenantId: string, month: string): Promise<void> {
  const tenthMs = Date.parse(`${month}-10T10:00:00Z`)
  await inDatabaseOf(world.product, async (client) => {
    for (const [index, [called, seconds]] of CALLS.entries()) {
      const answeredAt = new Date(tenthMs + index * 3_600_000)
      await client.query(
        `INSERT INTO klinke.rated_call (usage_id, tenant_id, call_id, month, answered_at, ended_at, called, billed_number, origin, way, medium, outcome, reason)
         VALUES ($1, $2, $1, $3, $4, $5, $6, '+4922155500', 'own', 'carrier', 'voice', 'put-aside', 'no-tariff')`,
        [`billed/${index}`, tenantId, `${month}-01`, answeredAt, new Date(answeredAt.getTime() + seconds * 1_000), called],
      )
    }
  })
}

/** The customer gives a mandate, unless there is one; what is given here is revoked by what this gives, so that pages look as before. */
async function giveMandate(world: PortalWorld, tenantId: string): Promise<() => Promise<void>> {
  await done(world, 'PUT', '/sepa-creditor', {
    ...{ name: 'Nordwind Telefonie GmbH', creditorId: 'DE98ZZZ09999999999', iban: 'DE02120300000000202051' },
  })
  const { items } = (await world.product.get(`/sepa-mandates?tenantId=${tenantId}`)) as {
    readonly items: readonly { readonly state: string }[]
  }
  if (items.some(({ state }) => state === 'active' || state === 'used')) return async () => undefined
  const page = await world.signedIn('tenant')
  const mandate = JSON.stringify(JSON.stringify({ accountHolder: 'Müller & Söhne', iban: 'AT022050302101023600' }))
  const sent = `{ method: 'POST', headers: { 'content-type': 'application/json' }, body: ${mandate} }`
  const { id } = await page.evaluate<{ readonly id: string }>(`fetch('/api/v1/sepa-mandates', ${sent}).then((answer) => answer.json())`)
  await page.context().close()
  return async () => {
    await done(world, 'POST', `/sepa-mandates/${id}/revoke`, {})
  }
}
