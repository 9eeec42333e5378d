/** BIL-04: a flat rate is described twice, for who reads it and for what calls cost: both say the same. */
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { contradictions } from './contradictions.ts'
import { exampleProfiles } from './examples.ts'
import type { ProfileFile } from './profile-file.ts'
import { readProfile } from './read-profile.ts'

let flat: ProfileFile
before(async () => {
  const source = (await exampleProfiles()).find(({ file }) => file === 'flat.yaml')
  flat = readProfile(source?.text ?? '', 'flat.yaml').profile
})

type Tariff = NonNullable<ProfileFile['tariff']>
type Bundle = NonNullable<Tariff['bundles']>[number]

/** Paths of what is wrong once bundles of the flat rate for the fixed network are otherwise. */
function faultsWith(changes: Partial<Bundle>, id = 'flat-fixed'): readonly string[] {
  const { tariff } = flat
  assert.ok(tariff?.bundles)
  const bundles = tariff.bundles.map((bundle) => (bundle.id === id ? { ...bundle, ...changes } : bundle))
  const own = flat.items.findIndex((item) => item.id === 'flat-fixed')
  return contradictions({ ...flat, tariff: { ...tariff, bundles } }).map(({ at }) =>
    at.join('.').replace(`items.${own}.`, 'items.flat-fixed.'),
  )
}

const ROWS: readonly (readonly [what: string, changes: Partial<Bundle>, faults: readonly string[], id?: string])[] = [
  ['nothing', {}, []],
  ['300 minutes instead of 500', { seconds: 18_000 }, ['tariff.bundles.0.seconds']],
  ['no limit', { seconds: null }, ['tariff.bundles.0.seconds']],
  ['another country', { countries: ['DE', 'AT'] }, ['tariff.bundles.0.countries']],
  ['a zone by its name', { zones: ['de-mobile'] }, ['tariff.bundles.0.zones']],
  ['forwarded calls', { origins: ['own', 'forwarded'] }, ['tariff.bundles.0.origins']],
  ['fax', { media: ['voice', 'fax'] }, ['tariff.bundles.0.media']],
  ['one pot for all', { of: 'seats' }, ['tariff.bundles.0.of']],
  ['not for all extensions', { allSeats: false }, ['tariff.bundles.0.allSeats']],
  ['special numbers', { kinds: ['geographic', 'special'] }, ['items.flat-fixed.flat.covers', 'tariff.bundles.0.kinds']],
  ['another item, so that its own has none', { item: 'extension' }, ['items.flat-fixed.flat.covers']],
  ['from five extensions instead of ten', { leastSeats: 5 }, ['tariff.bundles.1.leastSeats'], 'flat-fixed-mobile'],
  ['more minutes mobile', { seconds: 30_000 }, ['tariff.bundles.5.seconds'], 'flat-eu-mobile'],
]
for (const [what, changes, faults, id] of ROWS)
  test(`a flat rate and its bundle: ${what}: ${faults.length === 0 ? 'nothing is wrong' : faults.join(', ')}`, () => {
    assert.deepEqual(faultsWith(changes, id), faults)
  })

test('a fault says how the bundle has to be', () => {
  const { tariff } = flat
  assert.ok(tariff)
  const bundles = (tariff.bundles ?? []).map((bundle) => ({ ...bundle, ...(bundle.id === 'flat-fixed' && { seconds: 60 }) }))
  assert.partialDeepStrictEqual(contradictions({ ...flat, tariff: { ...tariff, bundles } }), [
    { text: { de: 'muss 30000 sein, wie es die Flatrate der Position „flat-fixed“ sagt' } },
  ])
})

test('one rule of rounding holds for a whole profile: its calls are not rounded by another', () => {
  const { tariff } = flat
  assert.ok(tariff)
  const at = (rounding: Tariff['rounding']) =>
    contradictions({ ...flat, tariff: { ...tariff, rounding } }).map((fault) => fault.at.join('.'))
  assert.deepEqual(at({ where: 'call', mode: 'half-up' }), [])
  for (const mode of ['half-even', 'up', 'down'] as const) assert.deepEqual(at({ where: 'line', mode }), ['tariff.rounding.mode'])
})
