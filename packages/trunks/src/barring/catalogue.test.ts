import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { BarringClass, OutboundZone } from '@klinke/accounts'
import { TENANT } from '../test-support/test-trunks.ts'
import { Barring } from './barring.ts'
import { destinationOf } from './zone.ts'

const barring = new Barring({ rulesOf: () => undefined, isOpen: () => undefined, clock: { epochMs: () => 0 } })
const EXTENSION = { id: 'acme-10', number: '10' }

function decide(number: string, barringClass?: BarringClass) {
  const outbound = barringClass === undefined ? {} : { outbound: { barringClass } }
  const tenant = { ...TENANT, profile: { ...TENANT.profile, ...outbound } }
  return barring.decide({ number, tenant, extension: EXTENSION, byPhone: true })
}

/** Each range of FRD-01 and FRD-05, with a number that begins so. */
const BARRED: readonly (readonly [range: string, number: string])[] = [
  ['0900', '+499002123456'],
  ['09001', '+499001123456'],
  ['09003', '+499003123456'],
  ['09005', '+499005123456'],
  ['09009', '+499009123456'],
  ['0137', '+491371234567'],
  ['0138', '+491381234567'],
  ['012', '+4912345678'],
  ...['181', '182', '183', '184', '185', '186', '187', '188', '189'].map((range) => [`0${range}`, `+49${range}123456`] as const),
  ['0191', '+49191123'],
  ['0192', '+49192123'],
  ['0193', '+49193123'],
  ['118xy', '11833'],
  ['118xy, written in full', '+4911833'],
  ['1180xy', '118000'],
  ['010xy call-by-call', '+4910332211234567'],
  ['0100xy call-by-call', '+49100332211234'],
]
for (const [range, number] of BARRED) {
  test(`FRD-01: ${range} is barred in every class`, () => {
    for (const barringClass of [undefined, 0, 1, 2, 3, 4] as const) {
      const { allowed, rule } = decide(number, barringClass)
      assert.deepEqual([allowed, rule.kind], [false, 'barred-range'])
    }
  })
}

for (const code of ['11822', '11823']) {
  test(`FRD-01: the directory enquiries ${code} are a service like others`, () => {
    assert.deepEqual([decide(code).allowed, decide(code, 1).allowed], [true, false])
  })
}

/** What each zone is, and in which class it begins; class 2 is the default (FRD-02). */
const ZONES: readonly (readonly [what: string, number: string, zone: OutboundZone, from: BarringClass])[] = [
  ['the own area', '+49221987654', 'local', 1],
  ['another area', '+49302312500', 'national', 1],
  ['an area whose code begins as the own one', '+492234567890', 'national', 1],
  ['032', '+493222123456', 'national', 1],
  ['0800', '+498001234567', 'freephone', 1],
  ['international freephone', '+80012345678', 'freephone', 1],
  ['116117', '116117', 'freephone', 1],
  ['115', '115', 'national', 1],
  ['mobile', '+4915112345678', 'mobile', 2],
  ['0180', '+491805123456', 'service', 2],
  ['0700', '+497001234567', 'service', 2],
  ['Austria', '+43158858', 'europe', 2],
  ['Switzerland', '+41443643232', 'europe', 2],
  ['the Isle of Man, which shares +44', '+441624123456', 'europe', 2],
  ['the United States', '+12125550100', 'world', 3],
  ['Turkey', '+902121234567', 'world', 3],
  ['Russia', '+74951234567', 'world', 3],
  ['Inmarsat', '+870773123456', 'networks', 4],
  ['premium numbers without a country', '+979123456789', 'networks', 4],
  ['a country code of nobody', '+999123456789', 'networks', 4],
]
for (const [what, number, zone, from] of ZONES) {
  test(`FRD-02: ${what} is in zone ${zone}, from class ${from} on`, () => {
    assert.equal(destinationOf(number, '221').zone, zone)
    const allowed = ([0, 1, 2, 3, 4] as const).filter((barringClass) => decide(number, barringClass).allowed)
    assert.deepEqual(allowed, [0, 1, 2, 3, 4].slice(from))
    assert.equal(decide(number).allowed, from <= 2)
  })
}

test('a product may give its classes other zones, and bar other ranges', () => {
  const outbound = {
    classZones: { '2': ['local' as const] },
    barredRanges: [{ prefix: '+49221', releasable: true, name: { de: 'Köln', en: 'Cologne' } }],
  }
  const tenant = { ...TENANT, profile: { ...TENANT.profile, outbound } }
  const kinds = ['+49221987654', '+49302312500', '+499001123456'].map((number) => {
    const { allowed, rule } = barring.decide({ number, tenant, extension: EXTENSION, byPhone: true })
    return `${allowed} ${rule.kind}`
  })
  assert.deepEqual(kinds, ['false barred-range', 'false class', 'false class'])
})
