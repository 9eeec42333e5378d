import assert from 'node:assert/strict'
import { test } from 'node:test'
import { freePort, giveBack } from './free-port.ts'

const COUNT = 50

test('ports are given once, and those that were given back only when there are no others', async () => {
  const taken: number[] = []
  await assert.rejects(async () => {
    for (;;) taken.push(await freePort(COUNT))
  }, /No 50 free ports/)
  for (const port of taken) assert.ok(taken.every((other) => other === port || Math.abs(other - port) >= COUNT))
  const [longestAgo, later] = [taken.at(0) ?? 0, taken.at(1) ?? 0]
  giveBack(longestAgo, COUNT)
  giveBack(later, COUNT)
  const again = await freePort(COUNT)
  assert.ok(Math.abs(again - longestAgo) < COUNT, `${again} instead of ${longestAgo}`)
})
