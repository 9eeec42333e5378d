import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Language } from '@klinke/platform'
import { type PromptId, promptText, recordedPrompts } from '../catalogue.ts'
import { digitsPrompts, type NumberForm, numberPrompts } from './numbers.ts'
import { spelledPrompts, streetPrompts } from './spelled.ts'
import { counted, dateTimePrompts, durationPrompts, positionPrompts, timePrompts } from './times.ts'

/** As it is spoken. */
function said(ids: readonly PromptId[], language: Language): string {
  return ids.map((id) => promptText(id, language)).join(' ')
}

const NUMBERS: readonly (readonly [number: number, de: string, en: string])[] = [
  [0, 'null', 'zero'],
  [1, 'eins', 'one'],
  [7, 'sieben', 'seven'],
  [16, 'sechzehn', 'sixteen'],
  [17, 'siebzehn', 'seventeen'],
  [20, 'zwanzig', 'twenty'],
  [21, 'einundzwanzig', 'twenty one'],
  [30, 'dreißig', 'thirty'],
  [99, 'neunundneunzig', 'ninety nine'],
  [100, 'ein hundert', 'one hundred'],
  [101, 'ein hundert eins', 'one hundred and one'],
  [121, 'ein hundert einundzwanzig', 'one hundred and twenty one'],
  [200, 'zwei hundert', 'two hundred'],
  [1000, 'ein tausend', 'one thousand'],
  [1001, 'ein tausend eins', 'one thousand and one'],
  [1100, 'ein tausend ein hundert', 'one thousand one hundred'],
  [21_000, 'einundzwanzig tausend', 'twenty one thousand'],
  [101_000, 'ein hundert ein tausend', 'one hundred and one thousand'],
  [
    999_999,
    'neun hundert neunundneunzig tausend neun hundert neunundneunzig',
    'nine hundred and ninety nine thousand nine hundred and ninety nine',
  ],
]
for (const [number, de, en] of NUMBERS) {
  test(`${number} is "${de}", "${en}"`, () => {
    assert.equal(said(numberPrompts(number, 'de'), 'de'), de)
    assert.equal(said(numberPrompts(number, 'en'), 'en'), en)
  })
}

const FORMS: readonly (readonly [number: number, form: NumberForm, de: string])[] = [
  [1, 'ein', 'ein'],
  [1, 'eine', 'eine'],
  [1, 'einen', 'einen'],
  [101, 'eine', 'ein hundert eine'],
  [21, 'eine', 'einundzwanzig'],
]
for (const [number, form, de] of FORMS) {
  test(`${number} before a word that wants "${form}" is "${de}"`, () => {
    assert.equal(said(numberPrompts(number, 'de', form), 'de'), de)
  })
}

for (const number of [-1, 1.5, 1_000_000, Number.NaN]) {
  test(`${number} cannot be said`, () => {
    assert.throws(() => numberPrompts(number, 'de'), RangeError)
  })
}

const NOW = Date.parse('2026-11-21T12:00:00Z')
const MOMENTS: readonly (readonly [at: string, de: string, en: string])[] = [
  ['2026-11-21T08:30:00Z', 'heute um neun Uhr dreißig', 'today at nine thirty A. M.'],
  ['2026-11-20T20:05:00Z', 'gestern um einundzwanzig Uhr fünf', 'yesterday at nine oh five P. M.'],
  ['2026-11-22T00:00:00Z', 'morgen um ein Uhr', "tomorrow at one o'clock A. M."],
  ['2026-11-18T23:01:00Z', 'am Donnerstag um null Uhr eins', 'on Thursday at twelve oh one A. M.'],
  ['2026-11-14T11:00:00Z', 'am vierzehnten November um zwölf Uhr', "on the fourteenth of November at twelve o'clock P. M."],
  ['2026-07-31T10:00:00Z', 'am einunddreißigsten Juli um zwölf Uhr', "on the thirty first of July at twelve o'clock P. M."],
  ['2026-03-03T11:15:00Z', 'am dritten März um zwölf Uhr fünfzehn', 'on the third of March at twelve fifteen P. M.'],
  [
    '2025-10-07T11:15:00Z',
    'am siebten Oktober zwei tausend fünfundzwanzig um dreizehn Uhr fünfzehn',
    'on the seventh of October twenty twenty five at one fifteen P. M.',
  ],
]
for (const [at, de, en] of MOMENTS) {
  test(`${at} is "${de}" in Berlin, "${en}"`, () => {
    const moment = { epochMs: Date.parse(at), nowMs: NOW, timeZone: 'Europe/Berlin' }
    assert.equal(said(dateTimePrompts(moment, 'de'), 'de'), de)
    assert.equal(said(dateTimePrompts(moment, 'en'), 'en'), en)
  })
}

test('every minute of a day can be said', () => {
  const times = Array.from({ length: 1440 }, (_, minute) => said(timePrompts(Math.floor(minute / 60), minute % 60, 'de'), 'de'))
  assert.equal(new Set(times).size, 1440)
})

const DURATIONS: readonly (readonly [seconds: number, de: string, en: string])[] = [
  [1, 'eine Sekunde', 'one second'],
  [59, 'neunundfünfzig Sekunden', 'fifty nine seconds'],
  [60, 'eine Minute', 'one minute'],
  [150, 'zwei Minuten', 'two minutes'],
  [3600, 'eine Stunde', 'one hour'],
  [7260, 'zwei Stunden und eine Minute', 'two hours and one minute'],
]
for (const [seconds, de, en] of DURATIONS) {
  test(`${seconds} s are "${de}", "${en}"`, () => {
    assert.equal(said(durationPrompts(seconds, 'de'), 'de'), de)
    assert.equal(said(durationPrompts(seconds, 'en'), 'en'), en)
  })
}

const POSITIONS: readonly (readonly [position: number, de: string, en: string])[] = [
  [1, 'Sie sind der nächste Anrufer.', 'You are the next caller.'],
  [2, 'Sie sind auf Platz zwei der Warteschlange.', 'You are second in the queue.'],
  [22, 'Sie sind auf Platz zweiundzwanzig der Warteschlange.', 'You are twenty second in the queue.'],
  [120, 'Sie sind auf Platz ein hundert zwanzig der Warteschlange.', 'You are caller number one hundred and twenty in the queue.'],
]
for (const [position, de, en] of POSITIONS) {
  test(`place ${position} is "${de}", "${en}"`, () => {
    assert.equal(said(positionPrompts(position, 'de'), 'de'), de)
    assert.equal(said(positionPrompts(position, 'en'), 'en'), en)
  })
}

test('one message and many', () => {
  assert.equal(said(counted(1, 'vm-new-message', 'vm-new-messages', 'de'), 'de'), 'eine neue Nachricht')
  assert.equal(said(counted(2, 'vm-new-message', 'vm-new-messages', 'de'), 'de'), 'zwei neue Nachrichten')
})

test('a telephone number is read digit by digit, and what is no digit is left out', () => {
  assert.equal(said(digitsPrompts('+49 (221) *0#'), 'de'), 'plus vier neun zwei zwei eins Stern null Raute')
})

test('whatever is composed is recorded', () => {
  for (const language of ['de', 'en'] as const) {
    const recorded = new Set(recordedPrompts(language))
    const composed = [
      ...Array.from({ length: 1200 }, (_, number) => numberPrompts(number, language)),
      ...Array.from({ length: 120 }, (_, position) => positionPrompts(position, language)),
      ...Array.from({ length: 400 }, (_, day) =>
        dateTimePrompts({ epochMs: NOW - day * 86_400_000, nowMs: NOW, timeZone: 'UTC' }, language),
      ),
    ].flat()
    assert.deepEqual(
      composed.filter((id) => promptText(id, language) !== '' && !recorded.has(id)),
      [],
    )
  }
})

for (const [name, de] of [
  ['Köln', 'K O Umlaut L N'],
  ['Groß-Gerau', 'G R O Eszett Bindestrich G E R A U'],
  ['12 a', 'eins zwei A'],
  ['Orléans, 3.', 'O R L E A N S drei'],
  ['!?', ''],
] as const)
  test(`${name} is spelled "${de}"`, () => assert.equal(said(spelledPrompts(name), 'de'), de))

for (const [street, de] of [
  ['Neumarkt', 'N E U Markt'],
  ['Lange Straße', 'L A N G E Straße'],
  ['Abc-Str.', 'A B C Straße'],
  ['Ring', 'Ring'],
  ['Am Tor', 'A M T O R'],
] as const)
  test(`the street ${street} is said "${de}"`, () => assert.equal(said(streetPrompts(street, 'de'), 'de'), de))

test('an English voice spells the whole street', () => {
  assert.equal(said(streetPrompts('Am Hof', 'en'), 'en'), 'A M H O F')
})
