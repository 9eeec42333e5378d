import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { Chromium } from '@klinke/testbed'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { complaints } from './axe.ts'
import { billCalls } from './billed-calls.ts'
import { type FurnishedOrders, furnishOrders } from './furnish-orders.ts'
import { ADMINISTRATOR_PAGES, type CheckedPage, OPERATOR_PAGES, USER_PAGES } from './pages.ts'
import { furnishPayments } from './payment-journey.ts'
import { PortalWorld, settled, walkTo } from './support.ts'
import { furnishTariffs } from './tariff-journey.ts'

/** Both languages, both colour schemes, a desk and a phone. */
const LOOKS: readonly (readonly [name: string, BrowserContextOptions])[] = [
  ['German, light', { locale: 'de-DE', colorScheme: 'light' }],
  ['English, dark, on a phone', { locale: 'en-GB', colorScheme: 'dark', viewport: { width: 390, height: 844 } }],
]
const ROLES: readonly (readonly ['tenant' | 'operator' | 'user', readonly CheckedPage[]])[] = [
  ['tenant', ADMINISTRATOR_PAGES],
  ['operator', OPERATOR_PAGES],
  ['user', USER_PAGES],
]

const skip = Chromium.missing
let world: PortalWorld
let extension = ''
let flow = ''
let trunk = ''
let fixedTrunk = ''
let carrier = ''
let order = ''
let invoice = ''
let orders: FurnishedOrders | undefined

before(async () => {
  if (skip) return
  world = await PortalWorld.start()
  const { items } = (await world.product.get('/extensions')) as {
    readonly items: readonly { readonly id: string; readonly number: string }[]
  }
  extension = items.find(({ number }) => number === '10')?.id ?? ''
  flow = await aFlow()
  trunk = await aTrunk({ name: 'Anlage', product: 'basic' })
  fixedTrunk = await aTrunk({ name: 'SBC', product: 'extended-link', places: [{ host: '192.0.2.7' }] })
  carrier = await aCarrier()
  order = await anOrder()
  await furnishPayments(world)
  invoice = await anInvoice()
  await furnishTariffs(world)
  await aTicket()
  const { items: extensions } = (await world.product.get('/extensions')) as { readonly items: readonly { readonly tenantId: string }[] }
  orders = await furnishOrders(world, extensions[0]?.tenantId ?? '')
})
after(() => world?.[Symbol.asyncDispose]())

for (const [look, options] of LOOKS) {
  // axe is written into the page, which the portal's own policy forbids. Nothing moves: a colour halfway through a fade has no contrast.
  const context = { ...options, bypassCSP: true, reducedMotion: 'reduce' } as const
  test(`axe finds nothing at the door: ${look}`, { skip }, async () => {
    const page = await world.visitor(context)
    await page.goto(world.url('/'))
    await page.locator('input[type=email]').waitFor()
    assert.equal(await complaints(page), '')
    await page.locator('main button[type=button]').last().click()
    assert.equal(await complaints(page), '')
    await page.goto(world.url('/invitation#token'))
    await settled(page)
    assert.equal(await complaints(page), '')
    await page.context().close()
  })

  test(`axe finds nothing in the description of the API, nor in an operation that is opened: ${look}`, { skip }, async () => {
    const page = await world.visitor(context)
    await page.goto(world.url('/api/docs'))
    await page
      .getByRole('heading', { level: 1, name: options.locale === 'de-DE' ? 'REST-API von Klinke' : 'The REST API of Klinke' })
      .waitFor()
    const section = page.getByRole('heading', { name: /^webhooks/i })
    await section.waitFor()
    await page.getByRole('heading', { name: options.locale === 'de-DE' ? /^Nebenstellen/ : /^extensions/ }).waitFor()
    assert.equal(await complaints(page), '')
    await section.getByRole('button').first().click()
    await page.locator('.opblock-summary-control').first().press('Enter')
    await page.locator('.opblock-body').first().waitFor()
    assert.equal(await complaints(page), '')
    await page.context().close()
  })

  for (const [role, pages] of ROLES) {
    let page: Page | undefined
    for (const { name, path, open } of pages) {
      test(`axe finds nothing on the page "${name}" of the role ${role}: ${look}`, { skip }, async () => {
        page ??= await world.signedIn(role, context)
        await walkTo(
          page,
          path
            .replace('{extension}', extension)
            .replace('{flow}', flow)
            .replace('{trunk}', trunk)
            .replace('{fixedTrunk}', fixedTrunk)
            .replace('{carrier}', carrier)
            .replace('{order}', order)
            .replace('{invoice}', invoice)
            .replace(/\{(contract|ownOrder|stoppedOrder|porting|entry)\}/, (_all, name: keyof FurnishedOrders) => orders?.[name] ?? ''),
        )
        await settled(page)
        await open?.(page)
        await settled(page)
        assert.equal(await complaints(page), '')
        assert.ok(await page.evaluate('document.documentElement.scrollWidth <= innerWidth'), 'the page is wider than the screen')
      })
    }
    after(() => page?.context().close())
  }
}

/** One with calls, to which the customer has objected, so that it sees them. */
async function anInvoice(): Promise<string> {
  const { invoiceId } = await billCalls(world)
  const text = 'Diese Verbindungen kenne ich nicht.'
  const answer = await world.product.request('POST', `/invoices/${invoiceId}/objections`, { text })
  assert.equal(answer.status, 200, await answer.text())
  return invoiceId
}

/** A fault whose time to repair runs, with something said. */
async function aTicket(): Promise<void> {
  const { items } = (await world.product.get('/extensions')) as { readonly items: readonly { readonly tenantId: string }[] }
  const tenantId = items[0]?.tenantId
  await world.product.request('PATCH', `/tenants/${tenantId}`, { profile: { repair: { hours: 8, compensation: true } } })
  const report = { affected: 'Zentrale', since: '2026-11-02T08:00:00+01:00', checked: ['power', 'internet'] }
  const fault = { tenantId, kind: 'fault', severity: 'outage', subject: 'Keine Gespräche', text: 'Nichts geht.', report }
  const answer = await world.product.request('POST', '/tickets', fault)
  assert.equal(answer.status, 201, await answer.text())
}

/** A published flow whose draft differs, with an example. */
async function aFlow(): Promise<string> {
  const { items } = (await world.product.get('/extensions')) as { readonly items: readonly { readonly tenantId: string }[] }
  const draft = {
    start: 'menue',
    blocks: [
      { id: 'menue', kind: 'menu', prompt: 'queue-welcome', keys: { 1: 'zentrale' }, timedOut: 'menue' },
      { id: 'zentrale', kind: 'destination', to: { kind: 'operator' } },
    ],
  }
  const call = { caller: 'anonymous', at: '2026-11-16T10:00:00Z', keys: ['1'] }
  const examples = [{ name: 'Eins', call, expected: { end: 'led' } }]
  const body = { tenantId: items[0]?.tenantId, name: 'Barrierefrei', draft, examples }
  const created = (await (await world.product.request('POST', '/flows', body)).json()) as { readonly id: string }
  await world.product.request('POST', `/flows/${created.id}/publish`, {})
  const changed = [
    { ...draft.blocks[0], retries: 1 },
    { id: 'allein', kind: 'hang-up' },
  ]
  await world.product.request('PATCH', `/flows/${created.id}`, { draft: { ...draft, blocks: [...changed] } })
  return created.id
}

async function aTrunk(what: object): Promise<string> {
  const { items } = (await world.product.get('/extensions')) as { readonly items: readonly { readonly tenantId: string }[] }
  const sold = await world.product.request('POST', '/customer-trunks', { tenantId: items[0]?.tenantId, channels: 10, ...what })
  return ((await sold.json()) as { readonly id: string }).id
}

/** The first one, with a price. */
async function aCarrier(): Promise<string> {
  const { items } = (await world.product.get('/carriers')) as { readonly items: readonly { readonly id: string }[] }
  const id = items[0]?.id ?? ''
  await world.product.request('PATCH', `/carriers/${id}/prices`, { rates: [{ prefix: '+43', microsPerMinute: 12_300 }] })
  return id
}

/** A number of the customer is traced, and the report asked for. */
async function anOrder(): Promise<string> {
  const { items } = (await world.product.get('/extensions')) as { readonly items: readonly { readonly tenantId: string }[] }
  const now = Date.now()
  const times = { validFrom: new Date(now).toISOString(), validUntil: new Date(now + 86_400_000).toISOString() }
  const [calledNumber] = world.product.demo.numbers
  const body = { tenantId: items[0]?.tenantId, calledNumber, reason: 'Drohanrufe', requestReference: 'F-17', ...times }
  return ((await (await world.product.request('POST', '/trace-orders', body)).json()) as { readonly id: string }).id
}
