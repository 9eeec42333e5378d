import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sepaReference, sepaText } from './sepa-text.ts'

const rows: readonly (readonly [text: string, written: string])[] = [
  ['Müller & Söhne GmbH', 'Mueller + Soehne GmbH'],
  ['Weiß Straßenbau – Köln', 'Weiss Strassenbau - Koeln'],
  ['Café “Łódź” №7', 'Cafe Lodz 7'],
  ['<b>x</b>', 'b x /b'],
  ['  viel   Platz ', 'viel Platz'],
]
for (const [text, written] of rows) {
  test(`${JSON.stringify(text)} stands in a payment file as ${JSON.stringify(written)}`, () => assert.equal(sepaText(text, 70), written))
}

test('a text is cut at the length of its field, and does not end in a space there', () => {
  assert.equal(sepaText('Nordwind Telefonie', 9), 'Nordwind')
})

test('a reference neither begins nor ends with a slash, nor has two in a row', () => {
  assert.equal(sepaReference('//RE//2026/1/', 35), 'RE/2026/1')
})
