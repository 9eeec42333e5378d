import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Contract } from '../contracts/contract.ts'
import { orderTerms } from './order-terms.ts'
import { carriersOf, type FileOf, storageOf } from './totals.ts'

const GB = 1024 ** 3
const day = (text: string) => Temporal.PlainDate.from(text)

/** Flat sells providers and includes none, quota only includes one, packages do both; channels sell storage. */
const FILES: Readonly<Record<string, ReturnType<FileOf>>> = {
  flat: file(0, [{ item: 'thing', makes: 'own-carriers' }]),
  quota: file(1, []),
  packages: file(1, [{ item: 'thing', makes: 'own-carriers' }]),
  channels: file(0, [{ item: 'thing', makes: 'storage', gigabytes: 10 }], 20 * GB),
  roomy: file(0, [], 50 * GB),
}

function file(ownCarriers: number, provisions: readonly object[], storageBytes?: number): ReturnType<FileOf> {
  return { orders: orderTerms.parse({ provisions }), settings: { ownCarriers, ...(storageBytes && { storageBytes }) } }
}

function contract(profile: string, quantity: number, until?: string): Contract {
  const begins = day('2026-01-01')
  const prices = [{ from: begins, versionId: profile }]
  return {
    ...{ id: profile, tenantId: 'customer', profile, currency: 'EUR', begins, term: undefined, oneOffs: [], versions: prices },
    cancellation: until === undefined ? undefined : { eventId: 'notice', until: day(until), reason: undefined },
    items: [{ id: 'thing', item: 'thing', siteId: undefined, subject: undefined, quantities: [{ from: begins, quantity }], prices }],
  }
}

const ENDED = '2026-05-31'
const CARRIERS: readonly (readonly [why: string, contracts: readonly Contract[], carriers: number | undefined])[] = [
  ['what one product includes is had beside what another sells', [contract('flat', 2), contract('quota', 0)], 3],
  ['what has ended takes only what was booked with it', [contract('flat', 1, ENDED), contract('quota', 0)], 1],
  ['what has ended includes nothing any more', [contract('packages', 2, ENDED), contract('flat', 1)], 1],
  ['what was cancelled is had until its last day', [contract('packages', 2, '2026-06-01'), contract('flat', 1)], 4],
  ['where nothing is sold nobody has booked any', [contract('quota', 0)], undefined],
  ['who has no contract any more is left as it is', [contract('packages', 2, ENDED)], undefined],
]
for (const [why, contracts, carriers] of CARRIERS)
  test(`TRK-12: ${why}`, () =>
    assert.equal(carriersOf({ fileOf: (id) => FILES[id] ?? assert.fail(id), contracts, wanted: [], on: day('2026-06-01') }), carriers))

test('REC-01: further storage is beside the most that any running product includes', () => {
  const room = (...contracts: readonly Contract[]) =>
    storageOf({ fileOf: (id) => FILES[id] ?? assert.fail(id), contracts, wanted: [], on: day('2026-06-01') })
  assert.equal(room(contract('channels', 1), contract('roomy', 0)), 60 * GB)
  assert.equal(room(contract('channels', 1), contract('roomy', 0, ENDED)), 30 * GB)
  assert.equal(room(contract('roomy', 0)), undefined)
})
