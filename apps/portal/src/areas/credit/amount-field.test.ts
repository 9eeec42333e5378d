import assert from 'node:assert/strict'
import { test } from 'node:test'
import { amountIn } from './amount-field.ts'

for (const [typed, amount] of [
  ['25', '25.00'],
  ['25,5', '25.50'],
  [' 0.01 ', '0.01'],
  ['007,10', '7.10'],
  ['0', undefined],
  ['0,00', undefined],
  ['1,234', undefined],
  ['-5', undefined],
  ['viel', undefined],
  ['', undefined],
] as const)
  test(`an amount typed as "${typed}" is ${amount ?? 'none'}`, () => assert.equal(amountIn(typed)?.amount, amount))
