import assert from 'node:assert/strict'
import { test } from 'node:test'
import { COMPONENTS, type PublicStatus } from '@klinke/accounts'
import { silentLogger } from '@klinke/foundation'
import type { Database } from '@klinke/platform'
import { VirtualClock } from '@klinke/testbed'
import { StatusCache } from './status-cache.ts'
import { statusHtml } from './status-html.ts'
import { overall, statusJson } from './status-json.ts'

const days = [
  { day: '2026-11-20', outageMinutes: null, kind: 'not-measured' },
  { day: '2026-11-21', outageMinutes: null, kind: 'no-service' },
  { day: '2026-11-22', outageMinutes: 0, kind: 'measured' },
  { day: '2026-11-23', outageMinutes: 45, kind: 'measured' },
] as const
const STATUS: PublicStatus = {
  at: new Date('2026-11-23T12:00:00Z'),
  components: COMPONENTS.map((component) => ({ component, state: component === 'upstream' ? 'down' : 'works', days })),
  incidents: [
    {
      ...{ id: '1', title: { de: 'Ausfall <b>', en: 'Outage <b>' }, components: ['upstream'], endedAt: null },
      ...{
        beganAt: new Date('2026-11-23T11:00:00Z'),
        news: [{ text: { de: 'Wir suchen.', en: 'Looking.' }, at: new Date('2026-11-23T11:05:00Z') }],
      },
    },
  ],
  maintenance: [],
}

test('the status page says in both languages what is disturbed, and what people wrote is text', () => {
  const german = statusHtml({ status: STATUS, isOld: false }, 'de', 'abc')
  assert.match(german, /<html lang="de">/)
  assert.match(german, /Es gibt eine Störung/)
  assert.match(german, /Ausfall &lt;b&gt;/)
  assert.match(german, /<rect class="b"[^>]*><title>23\.11\.2026: 45 min/)
  assert.match(
    german,
    /<rect class="n"[^>]*><title>20\.11\.2026: nicht gemessen[\s\S]*<rect class="n"[^>]*><title>21\.11\.2026: keine Betriebszeit/,
  )
  assert.doesNotMatch(german, /<script|https?:\/\/|style="/)
  assert.match(statusHtml({ status: STATUS, isOld: true }, 'en', 'abc'), /There is a fault[\s\S]*the last one known/)
  assert.match(statusHtml(undefined, 'en', 'abc'), /cannot be read/)
})

test('for programs the status has the fields that are for everybody, and no others', () => {
  const shown = JSON.stringify(statusJson({ status: STATUS, isOld: false }))
  assert.match(shown, /"state":"disturbed"/)
  const secret = { status: { ...STATUS, maintenance: [{ ...window, customers: ['secret'], madeBy: 'secret' }] }, isOld: false }
  assert.doesNotMatch(JSON.stringify(statusJson(secret)), /secret/)
  assert.equal(overall({ ...STATUS, components: [] }), 'not-measured')
})

const window = {
  ...{ title: { de: 'A', en: 'A' }, text: { de: '', en: '' }, components: ['portal'] as const },
  ...{ from: new Date(0), until: new Date(1) },
}

test('however many look, the database is read once in a while; when it is away the last known state is shown', async () => {
  const clock = new VirtualClock()
  let reads = 0
  let isAway = false
  const withOperator: Database['withOperator'] = () => {
    reads++
    return isAway ? Promise.reject(new Error('away')) : Promise.reject(new Error('not asked for'))
  }
  const cache = new StatusCache({ database: { withOperator }, clock, logger: silentLogger })
  const all = await Promise.all(Array.from({ length: 1_000 }, () => cache.get()))
  assert.equal(reads, 1)
  assert.ok(all.every((one) => one === undefined))
  isAway = true
  await cache.get()
  assert.equal(reads, 1, 'a failure is not asked again at once either')
  await clock.advance(15_000)
  await cache.get()
  assert.equal(reads, 2)
})
