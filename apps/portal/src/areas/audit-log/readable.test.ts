import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fieldTexts } from './field-texts.ts'
import { fieldInWords, type Reading, valueInWords } from './readable.ts'
import { valueTexts } from './value-texts.ts'

const german = (texts: Readonly<Record<string, { readonly de: string }>>) =>
  Object.fromEntries(Object.entries(texts).map(([key, { de }]) => [key, de]))
const READING: Reading = { fields: german(fieldTexts), values: german(valueTexts), dateTime: (moment) => `am ${moment.slice(0, 10)}` }

test('a field is told in words, whichever way the server writes it; entries of lists are counted', () => {
  assert.equal(fieldInWords(['settings', 'ringSeconds'], READING), 'Einstellungen › Klingelzeit (s)')
  assert.equal(fieldInWords(['outgoing_number'], READING), 'Gezeigte Rufnummer')
  assert.equal(fieldInWords(['settings', 'forwardings', '2', 'when'], READING), 'Einstellungen › Weiterleitungen › 2 › Wann')
  assert.equal(fieldInWords(['something_new'], READING), 'something new')
})

test('values are told in words: yes and no, choices, moments, lists, nothing', () => {
  const said = [true, 'no-answer', '2026-11-21T15:55:21Z', ['de', 'en'], null, undefined, [], 20].map((value) =>
    valueInWords(value, READING),
  )
  assert.deepEqual(said, ['ja', 'wenn niemand abnimmt', 'am 2026-11-21', 'Deutsch, Englisch', '–', '–', '–', '20'])
})
