import assert from 'node:assert/strict'
import { test } from 'node:test'
import { TariffTimeline } from '../tariff/timeline.ts'
import { FLAT, leg, rate, TARIFF, tariff, timeline } from '../test-support/tariffs.ts'
import { DECLINED_REASONS, FREE_REASONS, RATING_FAULTS, type Rating } from './rating.ts'
import { ratingWords } from './rating-words.ts'

const bundles = [{ ...FLAT, seconds: 60 }]
const held = tariff({
  bundles,
  zones: TARIFF.zones.map((zone) => (zone.id === 'de-fixed' ? { ...zone, name: { de: 'Festnetz', en: 'Fixed' } } : zone)),
})
const tariffs = new TariffTimeline([{ id: 'v1', tariff: held }])
const words = (rating: Rating): readonly string[] => ratingWords(rating, () => held).map(({ de }) => de)

test('a price is explained by zone, prefix, minutes, bundles, and why a bundle gave no more', () => {
  const rating = rate(leg(), tariffs, { extensions: 1, bundles: [{ bundle: 'flat', seats: 1 }] })
  assert.deepEqual(words(rating), [
    'Festnetz (Vorwahl +49).',
    '120 s zu 0,0151 EUR je Minute, davon 60 s aus „Festnetz-Flat“.',
    '„Festnetz-Flat“ ist aufgebraucht.',
  ])
})

test('there are words in both languages for every reason', () => {
  const rating = rate(leg(), timeline())
  assert.equal(rating.outcome, 'rated')
  const all: readonly Rating[] = [
    ...FREE_REASONS.map((reason) => ({ outcome: 'free', reason, seconds: 0 }) as const),
    ...RATING_FAULTS.map((fault) => ({ outcome: 'put-aside', fault }) as const),
    ...(rating.outcome === 'rated' ? DECLINED_REASONS.map((why) => ({ ...rating, declined: [{ bundle: 'flat', why }] })) : []),
  ]
  for (const each of all)
    for (const { de, en } of ratingWords(each, () => undefined)) assert.ok(de.endsWith('.') && en.endsWith('.') && de !== en)
})

test('a call that somebody else bills, a service by the call and a new mobile prefix say so', () => {
  assert.deepEqual(words(rate(leg({ called: '+499001' }), tariffs)).slice(0, 1), [
    'premium (Vorwahl +49900). Abgerechnet von einem Dritten.',
  ])
  assert.deepEqual(words(rate(leg({ called: '+4918031' }), tariffs)).slice(1), ['120 s zu 0,00 EUR je Minute, einmalig 0,06 EUR.'])
  const inherited = new TariffTimeline([{ id: 'v1', tariff: tariff({}, [{ prefix: '+337', country: 'FR' }]) }])
  assert.deepEqual(words(rate(leg({ called: '+3371' }), inherited)).slice(0, 1), [
    'fr-mobile (neue Mobilfunkvorwahl +337, Preis des Landes).',
  ])
})

test('nothing is said of the price of what somebody else bills', () => {
  assert.equal(words(rate(leg({ called: '+499001' }), tariffs)).length, 1)
})
