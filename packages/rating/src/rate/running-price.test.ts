import assert from 'node:assert/strict'
import { test } from 'node:test'
import { at, timeline } from '../test-support/tariffs.ts'
import { runningPrice } from './running-price.ts'

const ROWS: readonly (readonly [called: string, price: { readonly microsPerSecond: bigint; readonly setUp: bigint } | undefined])[] = [
  // 15,100 a minute are 251⅔ a second.
  ['+493012345', { microsPerSecond: 252n, setUp: 0n }],
  ['+4918031', { microsPerSecond: 0n, setUp: 60_000n }],
  ['+499001', undefined],
  ['+1555', undefined],
]

for (const [called, price] of ROWS)
  test(`a running call to ${called} ${price === undefined ? 'has no known price' : `uses up ${price.microsPerSecond} micro-units a second`}`, () => {
    assert.deepEqual(runningPrice(called, '+4922112345', at('2026-11-23T10:00'), timeline()), price)
  })
