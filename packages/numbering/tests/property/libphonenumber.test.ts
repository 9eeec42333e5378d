import assert from 'node:assert/strict'
import { test } from 'node:test'
import { below, type Random, seededRandom } from '@klinke/foundation'
import {
  AREA_CODES,
  type E164,
  isE164,
  NUMBER_RANGES,
  numberFault,
  numberKind,
  parsePublic,
  readableNumber,
  readWritten,
} from '@klinke/numbering'
import { getCountries, getCountryCallingCode, parsePhoneNumberFromString } from 'libphonenumber-js/max'
import { DIFFERENCES } from './differences.ts'
import { type Disagreement, disagreement, google } from './google.ts'

const SEED = 20261121
const GERMAN_NUMBERS = 30_000
const FOREIGN_NUMBERS_PER_COUNTRY = 40
const WRITTEN_NUMBERS = 3_000

function digits(random: Random, count: number): string {
  return Array.from({ length: Math.max(0, count) }, () => below(random, 10)).join('')
}

/** A third behind area codes, a third in the ranges, a third anywhere; of 3 to 15 digits. */
function germanNumber(random: Random, at: number): E164 {
  const prefixes = [
    () => AREA_CODES[below(random, AREA_CODES.length)]?.areaCode,
    () => NUMBER_RANGES[below(random, NUMBER_RANGES.length)]?.prefix,
    () => String(1 + below(random, 9_999)),
  ]
  const prefix = prefixes[at % prefixes.length]?.() ?? ''
  return `+49${prefix}${digits(random, 3 + below(random, 12) - prefix.length)}`
}

function disagreements(): readonly Disagreement[] {
  const random = seededRandom(SEED)
  const found: Disagreement[] = []
  for (let at = 0; at < GERMAN_NUMBERS; at++) {
    const number = germanNumber(random, at)
    const one = disagreement(number, numberKind(number).kind, numberFault(number))
    if (one) found.push(one)
  }
  return found
}

const all = disagreements()

test(`of ${GERMAN_NUMBERS} German numbers, those on which libphonenumber disagrees are all explained`, () => {
  const unexplained = all.filter((one) => !DIFFERENCES.some(({ applies }) => applies(one)))
  assert.deepEqual(unexplained.slice(0, 10), [])
})

for (const { what, applies } of DIFFERENCES) {
  test(`libphonenumber still differs in: ${what}`, () => assert.ok(all.some(applies)))
}

test('numbers of all countries that libphonenumber takes for valid are of the same country here, and can be numbers', () => {
  const random = seededRandom(SEED)
  for (const country of getCountries()) {
    const code = getCountryCallingCode(country)
    if (code === '49') continue
    for (let at = 0; at < FOREIGN_NUMBERS_PER_COUNTRY; at++) {
      const number: E164 = `+${code}${digits(random, 6 + below(random, 6))}`
      const { isValid, region } = google(number)
      if (!isValid || region === undefined) continue
      assert.deepEqual(numberKind(number), { kind: 'foreign', callingCode: code, region }, number)
      assert.equal(numberFault(number), undefined, number)
    }
  }
})

test('every area code of North America is in the same country as at libphonenumber', () => {
  for (let areaCode = 200; areaCode < 1_000; areaCode++) {
    const number: E164 = `+1${areaCode}2345678`
    const { isValid, region } = google(number)
    const kind = numberKind(number)
    if (isValid && region !== undefined) assert.equal(kind.kind === 'foreign' && kind.region, region, number)
  }
})

test('every German area code is as long as libphonenumber writes it', () => {
  for (const { areaCode } of AREA_CODES) {
    const number: E164 = `+49${areaCode}234567`
    assert.equal(readableNumber(number, 'international'), parsePhoneNumberFromString(number)?.formatInternational())
  }
})

/** How people write a German number; libphonenumber reads all of these. */
const WRITINGS: readonly ((national: string) => string)[] = [
  (national) => `+49${national}`,
  (national) => `0049 ${national}`,
  (national) => `0${national}`,
  (national) => `+49 (0) ${national}`,
  (national) => `0${national.slice(0, 4)}/${national.slice(4)}`,
  (national) => `(0${national.slice(0, 4)}) ${national.slice(4, 7)}-${national.slice(7)}`,
  (national) => `tel:+49-${national}`,
]

test('numbers are read alike in every way of writing them', () => {
  const random = seededRandom(SEED)
  for (let at = 0; at < WRITTEN_NUMBERS; at++) {
    const number = germanNumber(random, at)
    if (!isE164(number) || parsePublic(number, undefined).kind !== 'public' || number.length < 11) continue
    for (const writing of WRITINGS) {
      const text = writing(number.slice(3))
      const read = readWritten(text, undefined)
      assert.equal(read.kind === 'number' ? read.number : read.kind, number, text)
      assert.equal(parsePhoneNumberFromString(text, 'DE')?.number, number, text)
    }
  }
})
