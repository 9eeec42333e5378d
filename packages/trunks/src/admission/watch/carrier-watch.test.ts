import assert from 'node:assert/strict'
import { test } from 'node:test'
import { CarrierWatch } from './carrier-watch.ts'
import { warningWords } from './warning-words.ts'

function watched() {
  const told: string[] = []
  const watch = new CarrierWatch((warning) => void told.push(warningWords(warning).de))
  const inUse = (calls: number, channels: number | null = 10): void =>
    watch.channelsChanged(
      { scope: 'carrier', id: 'c', tenantId: undefined, name: 'Netz', limits: channels === null ? {} : { both: channels } },
      { in: 1, out: calls - 1 },
    )
  return { told, inUse }
}

test('the operator is told once when a carrier has four fifths of its channels in use, and again only after it was below', () => {
  const { told, inUse } = watched()
  for (const calls of [7, 8, 9, 8, 9, 10]) inUse(calls)
  assert.deepEqual(told, ['8 von 10 Kanälen sind belegt (Carrier „Netz“).'])
  for (const calls of [7, 8]) inUse(calls)
  assert.equal(told.length, 2)
})

test('of a carrier without a limit nobody is told', () => {
  const { told, inUse } = watched()
  inUse(1_000, null)
  assert.deepEqual(told, [])
})
