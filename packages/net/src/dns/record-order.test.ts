import assert from 'node:assert/strict'
import { test } from 'node:test'
import { seededRandom } from '@klinke/foundation'
import { orderSrv } from './record-order.ts'

test('lower priorities come first; among equals the weight is the share of being first', () => {
  const random = seededRandom(9)
  const record = (target: string, priority: number, weight: number) => ({ target, priority, weight, port: 5060 })
  const records = [record('backup', 20, 100), record('large', 10, 75), record('small', 10, 25), record('none', 10, 0)]
  const first = new Map<string, number>()
  for (let draw = 0; draw < 4000; draw++) {
    const order = orderSrv(records, random).map(({ target }) => target)
    assert.equal(order.length, 4)
    assert.equal(order[3], 'backup')
    first.set(order[0] ?? '', (first.get(order[0] ?? '') ?? 0) + 1)
  }
  assert.ok(Math.abs((first.get('large') ?? 0) - 3000) < 150, `large first ${first.get('large')} times`)
  assert.ok(Math.abs((first.get('small') ?? 0) - 1000) < 150, `small first ${first.get('small')} times`)
  assert.ok((first.get('none') ?? 0) < 100, `weight 0 first ${first.get('none')} times`)
})
