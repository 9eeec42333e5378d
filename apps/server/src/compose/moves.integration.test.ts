/** A site that moves into another Ortsnetz, with the exchange that there is: its phones are reached and seen by new numbers from the day on. */
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import type { Clock } from '@klinke/foundation'
import { systemClock } from '@klinke/platform'
import type { TestClient, TestCluster } from '@klinke/platform/test-support'
import { type WholeApi, wholeApi, wholeCluster } from '../every-route/test-support/whole-api.ts'

const wall = systemClock()
/** What the calendar of orders is ahead of the wall's. */
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
const HOUR_MS = 3_600_000

interface Task {
  readonly kind: string
  readonly result: string
  readonly due: string | null
}

interface Ordered {
  readonly id: string
  readonly state: string
  readonly contractId: string
  readonly tenantId: string
  readonly tasks: readonly Task[]
}

async function ordered(form: object): Promise<Ordered> {
  const given = await operator('POST', '/orders', { form })
  assert.equal(given.status, 201, JSON.stringify(given.body))
  let answer = given
  for (const step of ['check', 'confirm', 'provision']) {
    answer = await operator('POST', `/orders/${String(given.body.id)}/steps`, { step })
    assert.equal(answer.status, 200, JSON.stringify(answer.body))
  }
  return answer.body as Readonly<Record<string, unknown>> & Ordered
}

test('NUM-02: on the day of the move extensions and groups are reached and seen by numbers of the new Ortsnetz, with the same last digits; old ones rest', async () => {
  const yaml = await readFile(join(import.meta.dirname, '../../../../profiles/flat.yaml'), 'utf8')
  assert.equal((await operator('POST', '/product-profiles', { yaml })).status, 201)
  for (const e164 of ['+4922198700', '+4930987000'])
    assert.equal((await operator('POST', '/number-stock', { e164, size: 100 })).status, 201)
  const items = Object.entries({ base: 1, extension: 3, group: 1, 'number-ten': 1 }).map(([item, quantity]) => ({ item, quantity }))
  const first = await ordered({
    ...{ kind: 'new', profileId: 'flat', wishDate: nextTuesday(1), sipDomain: 'umzug.example.org', items },
    customer: { ...ADDRESS, company: 'Umzug GmbH', phone: '+49 221 123450', email: 'rechnung@umzug.example.org' },
    administrator: { name: 'Anna Admin', email: 'anna@umzug.example.org' },
    site: { name: 'Zentrale', areaCode: '221', address: ADDRESS },
  })
  const { tenantId, contractId } = first
  const list = async <Item>(path: string) => (await operator('GET', `${path}?tenantId=${tenantId}&limit=200`)).body.items as readonly Item[]
  const siteId = first.tasks.find(({ kind }) => kind === 'site')?.result
  const [group] = await list<{ id: string }>('/ring-groups')
  const destination = { kind: 'group', targetId: group?.id }
  assert.equal((await operator('PATCH', '/numbers/+4922198707', { destination })).status, 200)

  const berlin = { name: 'Zentrale', areaCode: '30', address: { ...ADDRESS, postalCode: '10115', city: 'Berlin' } }
  const form = { kind: 'move', contractId, siteId, site: berlin, wishDate: nextTuesday(2) }
  const faults = async (items: readonly object[]) =>
    JSON.stringify((await operator('POST', '/orders/preview', { form: { ...form, items } })).body.faults)
  assert.match(await faults([{ item: 'number-single', quantity: 1 }]), /hat 1 neue Rufnummern, und 4 aus 0221 sind in Gebrauch/)
  assert.equal(await faults([{ item: 'number-ten', quantity: 1 }]), '[]')
  const moved = await ordered({
    ...form,
    items: [{ item: 'number-ten', quantity: 1 }],
  })
  assert.equal(moved.state, 'confirmed')
  assert.equal(moved.tasks.find(({ kind }) => kind === 'renumber')?.due, nextTuesday(2))
  const outgoing = async () => (await list<{ outgoingNumber: string | null }>('/extensions')).map((each) => each.outgoingNumber)
  assert.deepEqual(await outgoing(), ['+4922198700', '+4922198701', '+4922198702'], 'nothing changes before the day')

  assert.equal(moved.tasks.find(({ kind }) => kind === 'numbers')?.result, '+4930987000', 'it is known before')
  // Whoever gave the move up there would keep the new numbers coming, and 110 would look for Köln in Berlin.
  const later = { from: nextTuesday(3), areaCode: '30', address: berlin.address }
  for (const answer of [await operator('POST', `/sites/${siteId}/move`, later), await operator('DELETE', `/sites/${siteId}/move`)])
    assert.deepEqual([answer.status, answer.body.type], [409, 'urn:klinke:problem:move-ordered'], JSON.stringify(answer.body))
  aheadMs = Temporal.PlainDate.from(nextTuesday(2)).toZonedDateTime('Europe/Berlin').epochMilliseconds - wall.epochMs() + HOUR_MS
  const done = await operator('POST', `/orders/${moved.id}/steps`, { step: 'provision' })
  assert.deepEqual([done.status, done.body.state], [200, 'active'], JSON.stringify(done.body))
  assert.deepEqual(await outgoing(), ['+4930987000', '+4930987001', '+4930987002'])
  const numbers = await list<{ e164: string; state: string; destination: object | null; extensionNumber: string | null }>('/numbers')
  const at = (e164: string) => numbers.find((each) => each.e164 === e164)
  assert.deepEqual([at('+4930987001')?.extensionNumber, at('+4930987001')?.state], ['11', 'active'])
  assert.deepEqual(at('+4930987007')?.destination, destination)
  assert.deepEqual([at('+4922198701')?.destination, at('+4922198701')?.state], [null, 'quarantined'])
  const [site] = (await operator('GET', `/sites?tenantId=${tenantId}`)).body.items as { areaCode: string }[]
  assert.equal(site?.areaCode, '30')
})

/** A Tuesday in so many weeks that is no holiday; else the day after. */
function nextTuesday(weeks: number): string {
  const now = Temporal.Instant.fromEpochMilliseconds(wall.epochMs()).toZonedDateTimeISO('Europe/Berlin').toPlainDate()
  const day = now.add({ days: 7 * weeks - now.dayOfWeek + 2 + 7 })
  return day.add({ days: ['01-01', '05-01', '10-03', '12-25', '12-26'].includes(day.toString().slice(5)) ? 1 : 0 }).toString()
}
