import assert from 'node:assert/strict'
import { test } from 'node:test'
import { at, TARIFF, tariff, timeline } from '../test-support/tariffs.ts'
import { checkVersions, TariffTimeline } from './timeline.ts'

const ROWS: readonly (readonly [
  what: string,
  versions: readonly (readonly [validFrom: string, validUntil?: string | undefined, currency?: string])[],
  faults: readonly string[],
])[] = [
  ['one follows the other to the day', [['2026-01-01', '2026-06-30'], ['2026-07-01']], []],
  ['the next one ends one without an end', [['2026-01-01'], ['2026-07-01']], []],
  ['their order does not matter', [['2026-07-01'], ['2026-01-01', '2026-06-30']], []],
  ['a day between them', [['2026-01-01', '2026-06-29'], ['2026-07-01']], ['version-gap']],
  ['both hold on a day', [['2026-01-01', '2026-07-01'], ['2026-07-01']], ['version-overlap']],
  ['both begin on a day', [['2026-01-01'], ['2026-01-01']], ['version-overlap']],
  ['another currency', [['2026-01-01'], ['2026-07-01', undefined, 'CHF']], ['other-currency']],
]

for (const [what, versions, faults] of ROWS)
  test(`versions of a tariff: ${what}: ${faults.join() || 'nothing is wrong'}`, () => {
    const data = versions.map(([validFrom, validUntil, currency = 'EUR']) => ({
      ...{ validFrom, currency },
      ...(validUntil !== undefined && { validUntil }),
    }))
    assert.deepEqual(
      checkVersions(data).map(({ kind }) => kind),
      faults,
    )
  })

test('a version holds from the midnight of its first day to that after its last, in its time zone', () => {
  const tariffs = timeline({ validUntil: '2026-06-30' }, { validFrom: '2026-07-01' })
  const versionAt = (text: string): string | undefined => tariffs.at(at(text))?.id
  assert.equal(versionAt('2025-12-31T23:59:59.999'), undefined)
  assert.equal(versionAt('2026-01-01T00:00'), 'v1')
  assert.equal(versionAt('2026-06-30T23:59:59.999'), 'v1')
  assert.equal(versionAt('2026-07-01T00:00'), 'v2')
  assert.equal(TARIFF.timeZone, 'Europe/Berlin')
})

test('a customer who changes tariffs has each in its time only', () => {
  const [old, other] = [tariff({}), tariff({ priceAt: 'split' })]
  const changeMs = at('2026-03-01T00:00')
  const tariffs = new TariffTimeline([
    { id: 'other', tariff: other, fromMs: changeMs, untilMs: at('2026-05-01T00:00') },
    { id: 'old', tariff: old, untilMs: changeMs },
  ])
  assert.equal(tariffs.at(changeMs - 1)?.id, 'old')
  assert.equal(tariffs.at(changeMs)?.id, 'other')
  assert.equal(tariffs.at(at('2026-05-01T00:00')), undefined)
})
