import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import type { Clock } from '@klinke/foundation'
import { systemClock } from '@klinke/platform'
import type { TestClient, TestCluster } from '@klinke/platform/test-support'
import { eventually } from '@klinke/testbed'
import { type WholeApi, wholeApi, wholeCluster } from '../every-route/test-support/whole-api.ts'

const wall = systemClock()
/** What the calendar of billing is ahead of the wall's. */
let aheadMs = 0
const clock: Clock = {
  nowMs: () => wall.nowMs(),
  epochMs: () => wall.epochMs() + aheadMs,
  after: (delayMs, wake) => wall.after(delayMs, wake),
}

let cluster: TestCluster
let whole: WholeApi
let operator: TestClient

before(async () => {
  cluster = await wholeCluster()
  whole = await wholeApi(cluster, clock)
  operator = await whole.api.client({ kind: 'operator' })
})
after(async () => {
  await whole[Symbol.asyncDispose]()
  await cluster[Symbol.asyncDispose]()
})

const ADDRESS = { street: 'Domkloster', houseNumber: '4', postalCode: '50667', city: 'Köln' }
const ISSUER = {
  ...{ name: 'Klinke Telefonie GmbH', street: 'Hohe Straße 1', postalCode: '50667', city: 'Köln', country: 'DE', vatId: 'DE123456789' },
  ...{ contactName: 'Rechnungsstelle', phone: '+49 221 123450', email: 'rechnung@klinke.example', iban: 'DE89 3704 0044 0532 0130 00' },
}

/** The first day of the next month but one that may be wished for. */
function wishDay(): Temporal.PlainDate {
  let day = Temporal.Now.plainDateISO('Europe/Berlin').with({ day: 1 }).add({ months: 2 })
  const isHoliday = () => ['01-01', '05-01', '10-03'].includes(day.toString().slice(5)) || (day.month === 4 && day.day < 8)
  while (day.dayOfWeek > 5 || isHoliday()) day = day.add({ days: 1 })
  return day
}

/** The lines of the only invoice of a month as they would be issued, and nothing is. */
async function preview(month: string): Promise<readonly string[]> {
  const begun = await operator('POST', '/invoice-runs', { month })
  assert.equal(begun.status, 202, JSON.stringify(begun.body))
  const run = `/invoice-runs/${String(begun.body.id)}`
  await eventually('the preview', async () => (await operator('GET', run)).body.state === 'drafted')
  const { items = [] } = (await operator('GET', `/invoices?state=draft&runId=${String(begun.body.id)}`)).body
  assert.equal(items.length, 1)
  const { lines, net } = (await operator('GET', `/invoices/${String(items[0]?.id)}`)).body
  const shown = lines as readonly { readonly text: { readonly de: string }; readonly amount: string }[]
  const cents = shown.reduce((sum, { amount }) => sum + Math.round(Number(amount) * 100), 0)
  assert.equal((net as { amount: string }).amount, (cents / 100).toFixed(2))
  assert.equal((await operator('POST', `${run}/undo`)).status, 200)
  return shown.map(({ text, amount }) => `${text.de.split(' (')[0]}: ${amount}`).toSorted()
}

test('ORD-01, BIL-07: the preview of the invoice has what was ordered, to the cent: set-up once, then each month', async () => {
  const yaml = await readFile(join(import.meta.dirname, '../../../../profiles/flat.yaml'), 'utf8')
  assert.equal((await operator('POST', '/product-profiles', { yaml })).status, 201)
  assert.equal((await operator('PATCH', '/invoice-issuer', ISSUER)).status, 200)
  assert.equal((await operator('POST', '/number-stock', { e164: '+4922198700', size: 100 })).status, 201)
  const wish = wishDay()
  const form = {
    ...{ kind: 'new', profileId: 'flat', wishDate: wish.toString(), sipDomain: 'muster.example.org' },
    customer: { ...ADDRESS, company: 'Muster GmbH', phone: '+49 221 123450', email: 'rechnung@muster.example.org' },
    administrator: { name: 'Anna Admin', email: 'anna@muster.example.org' },
    site: { name: 'Zentrale', areaCode: '221', address: ADDRESS },
    items: [
      ...[
        { item: 'base', quantity: 1 },
        { item: 'extension', quantity: 5 },
        { item: 'channel', quantity: 2 },
      ],
      ...[
        { item: 'group', quantity: 1 },
        { item: 'number-ten', quantity: 1 },
      ],
    ],
  }
  const ordered = await operator('POST', '/orders', { form })
  assert.equal(ordered.status, 201, JSON.stringify(ordered.body))
  for (const step of ['check', 'confirm', 'provision']) {
    const made = await operator('POST', `/orders/${String(ordered.body.id)}/steps`, { step })
    assert.equal(made.status, 200, JSON.stringify(made.body))
  }
  // The first month counts from the day of the order on: whole cents, half ones up.
  const days = wish.daysInMonth
  const partOf = (cents: number) => (Math.floor((2 * cents * (days - wish.day + 1) + days) / (2 * days)) / 100).toFixed(2)
  const later = wish.with({ day: 1 }).add({ months: 2, days: 2 }).toZonedDateTime('Europe/Berlin')
  aheadMs = later.epochMilliseconds - wall.epochMs()
  const jobs = whole.billing.begin()
  try {
    const month = (after: number) => wish.with({ day: 1 }).add({ months: after }).toString().slice(0, 7)
    const first = await preview(month(0))
    const second = await preview(month(1))
    const once = ['Anlage mit 10 Sprachkanälen: 199.00', 'Neuer Block von 10 Rufnummern: 29.90']
    const begun = [`Nebenstelle: ${partOf(4250)}`, `Rufgruppe: ${partOf(490)}`, `Weiterer Sprachkanal: ${partOf(780)}`]
    assert.deepEqual(first, [...once, ...begun].toSorted())
    // 5 × 8.50, 1 × 4.90, 2 × 3.90. What no invoice has asked for yet stands on the next one.
    const full = ['Nebenstelle: 42.50', 'Rufgruppe: 4.90', 'Weiterer Sprachkanal: 7.80']
    assert.deepEqual(second, [...once, ...begun, ...full].toSorted())
  } finally {
    for (const job of jobs) await job.close('the test is over')
  }
})
