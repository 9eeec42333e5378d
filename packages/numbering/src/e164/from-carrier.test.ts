import assert from 'node:assert/strict'
import { test } from 'node:test'
import { numberFromCarrier } from './from-carrier.ts'

const rows: readonly (readonly [text: string, number: string | undefined])[] = [
  ['+4961311620', '+4961311620'],
  ['004961311620', '+4961311620'],
  ['061311620', '+4961311620'],
  ['4961311620', '+4961311620'],
  ['06131/1620', '+4961311620'],
  ['anonymous', undefined],
  ['1620', undefined],
  ['', undefined],
]

for (const [text, number] of rows) {
  test(`NUM-04: a carrier's "${text}" is ${number ?? 'no number'}`, () => assert.equal(numberFromCarrier(text), number))
}
