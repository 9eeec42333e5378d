import assert from 'node:assert/strict'
import { test } from 'node:test'
import { microsFromDecimal } from '@klinke/rating'
import { raised } from './raised.ts'

const ROWS: readonly (readonly [price: string, percent: string, places: number, after: string])[] = [
  ['0.1252', '5', 4, '0.1315'], // 0.13146
  ['0.1252', '5', 6, '0.13146'],
  ['0.0151', '-10', 4, '0.0136'], // 0.01359
  ['0.0150', '3.3333', 4, '0.0155'], // 0.015499995
  ['0.05', '10', 2, '0.06'], // 0.055: half up
  ['1.00', '0', 2, '1.00'],
  ['2.00', '-100', 2, '0.00'],
  ['0,0151', '5', 4, '0,0151'],
]

for (const [price, percent, places, after] of ROWS)
  test(`${price} changed by ${percent} per cent to ${places} places is ${after}`, () => {
    assert.equal(raised(price, { percent: microsFromDecimal(percent) ?? 0n, places }), after)
  })
