/** Which number of the world costs what in the reference services: none is without a price, and nothing but area codes is fixed network (BIL-02, BIL-04). */
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { below, type Random, seededRandom } from '@klinke/foundation'
import { AREA_CODES, COUNTRIES, countryOf, countryRangeOf, NUMBER_RANGES, type RangeUse } from '@klinke/numbering'
import { matchOf, readTariff, type Tariff, type Zone } from '@klinke/rating'
import { parsePhoneNumberFromString } from 'libphonenumber-js/max'
import { GERMAN_MOBILE } from '../rated-calls/tariff-books.ts'
import { dataOf } from '../rated-calls/tariff-file.ts'
import { exampleProfiles } from './examples.ts'
import { readProfile } from './read-profile.ts'

const PROFILES = ['channels', 'flat', 'quota', 'trunks'] as const

let tariffs: ReadonlyMap<string, Tariff>
before(async () => {
  const read = (await exampleProfiles()).map(({ file, text }) => readProfile(text, file).profile)
  tariffs = new Map(
    read.flatMap(({ profile, tariff, validFrom }) => {
      if (tariff === undefined) return []
      const made = readTariff(dataOf({ ...tariff, validFrom }), GERMAN_MOBILE)
      assert.ok(made.ok, profile)
      return [[profile, made.value] as const]
    }),
  )
})

function zoneOf(profile: string, number: string): Zone {
  const tariff = tariffs.get(profile)
  assert.ok(tariff, profile)
  const zone = matchOf(tariff, number)?.zone
  assert.ok(zone, `${profile}: ${number} has no zone`)
  return zone
}

/** First digits of all that can be dialled: of each country and territory, and all others of three digits. */
const DIALLED = [
  ...COUNTRIES.flatMap(({ prefixes }) => prefixes),
  ...Array.from({ length: 900 }, (_, index) => String(index + 100)),
  ...NUMBER_RANGES.map(({ prefix }) => `49${prefix}`),
]

for (const profile of PROFILES)
  test(`BIL-03: ${profile} has a price for every number of the world, or somebody else bills it`, () => {
    for (const digits of DIALLED) {
      const { isSeparate, prices } = zoneOf(profile, `+${digits}`)
      assert.ok(isSeparate || prices.length > 0, digits)
    }
  })

const MOBILE: ReadonlySet<RangeUse> = new Set(['mobile'])
/** 0310 and 0311 tell by whose network one is connected. */
const FREE: ReadonlySet<RangeUse> = new Set(['freephone', 'social-value', 'emergency', 'test'])
const SEPARATE: ReadonlySet<RangeUse> = new Set(['premium', 'directory', 'innovative', 'call-by-call'])

for (const profile of PROFILES)
  test(`BIL-02, BIL-04: in ${profile} no German range but area codes is fixed network; 116xyz costs nothing; 0900, 118 and 012 are billed by others`, () => {
    for (const { prefix, use } of NUMBER_RANGES) {
      const { kind, isSeparate, prices } = zoneOf(profile, `+49${prefix}`)
      const expected = MOBILE.has(use) ? 'mobile' : FREE.has(use) ? 'freephone' : 'special'
      assert.deepEqual([prefix, kind, isSeparate], [prefix, expected, SEPARATE.has(use)])
      if (FREE.has(use))
        assert.deepEqual(
          prices.map(({ microsPerMinute, setUp }) => microsPerMinute + setUp),
          [0n],
          prefix,
        )
    }
    for (const { areaCode } of AREA_CODES) assert.equal(zoneOf(profile, `+49${areaCode}2345`).id, 'de-fixed', areaCode)
  })

const SPECIAL_FROM_MICROS = 32_800n
test('BIL-02: no special number of flat costs less than 0.0328', () => {
  for (const { kind, id, prices } of tariffs.get('flat')?.zones.values() ?? [])
    if (kind === 'special') for (const { microsPerMinute } of prices) assert.ok(microsPerMinute >= SPECIAL_FROM_MICROS, id)
})

/** Germany is above. */
const ABROAD = 'BG DK EE FI FR GR GB IE IT HR LV LI LT LU MT NL NO PL PT RO SE CH SK SI ES CZ HU CY'.split(' ')
const TRIED = 1_500
/** 01 5xx xxxx in Dublin and 15xx xxxxxx, which costs more and is not dialled from abroad, differ by their length alone. */
const DUBLIN = '+3531'
/** They belong to the numbering plans of Finland and Norway. */
const TERRITORIES: Readonly<Record<string, string>> = { AX: 'FI', SJ: 'NO' }

for (const region of ABROAD)
  test(`BIL-04: of numbers of ${region}, flat tells the mobile network and special numbers from the fixed one, as libphonenumber does`, () => {
    const told = new Set<string>()
    for (const number of numbersOf(region)) {
      const parsed = parsePhoneNumberFromString(number)
      if (parsed?.isValid() !== true || parsed.number !== number || number.startsWith(DUBLIN)) continue
      const country = TERRITORIES[parsed.country ?? ''] ?? parsed.country
      const { kind, country: priced } = zoneOf('flat', number)
      const expected = country === region ? kindOf(parsed.getType()) : undefined
      if (expected === undefined) continue
      told.add(expected)
      assert.equal(kind === 'freephone' ? 'special' : kind, expected, `${number} ${parsed.getType()}`)
      if (expected !== 'special') assert.equal(priced, region, number)
    }
    assert.ok(told.has('mobile'), [...told].join())
  })

/** Undefined: libphonenumber does not tell either. */
function kindOf(type: string | undefined): string | undefined {
  switch (type) {
    case 'MOBILE':
      return 'mobile'
    case 'FIXED_LINE':
      return 'geographic'
    case 'FIXED_LINE_OR_MOBILE':
    // Of a mobile number, with more digits.
    case 'VOICEMAIL':
    case undefined:
      return undefined
    default:
      return 'special'
  }
}

/** With each two first digits so many as with any other. */
function* numbersOf(region: string): Generator<string> {
  const random = seededRandom(20_261_122)
  const [code = ''] = countryOf(region)?.prefixes ?? []
  const { minDigits = 0, maxDigits = 0 } = countryRangeOf(`+${code}`) ?? {}
  for (let at = 0; at < TRIED; at++) {
    const length = Math.max(2, minDigits) + below(random, maxDigits - minDigits + 1)
    yield `+${code}${String(at % 100).padStart(2, '0')}${digits(random, length - 2)}`
  }
}

function digits(random: Random, count: number): string {
  return Array.from({ length: count }, () => below(random, 10)).join('')
}
