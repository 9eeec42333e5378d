import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ChannelLimits } from '@klinke/accounts'
import { ChannelLedger } from './channel-ledger.ts'
import type { AdmissionScope, ChannelDirection, ChannelPlace } from './channel-place.ts'

function place(scope: AdmissionScope, limits: ChannelLimits, id = 'a'): ChannelPlace {
  return { scope, id, tenantId: 'acme', name: id, limits }
}

for (const [what, limits, taken, next, full] of [
  ['both: in and out together', { both: 2 }, ['in', 'out'], 'out', 'both'],
  ['both: room is left', { both: 3 }, ['in', 'out'], 'in', undefined],
  ['in: no more come', { in: 1 }, ['in'], 'in', 'in'],
  ['in: but others leave', { in: 1 }, ['in'], 'out', undefined],
  ['out: no more leave', { out: 1 }, ['out'], 'out', 'out'],
  ['out: but others come', { out: 1 }, ['out'], 'in', undefined],
  ['out and both: the nearer one is named', { out: 1, both: 1 }, ['out'], 'out', 'out'],
  ['none', {}, ['in', 'in', 'out', 'out'], 'out', undefined],
] as const) {
  for (const scope of ['customer', 'trunk', 'link', 'device'] as const) {
    test(`TRK-06, ${scope}, ${what}`, () => {
      const ledger = new ChannelLedger()
      for (const direction of taken) ledger.take(direction, [place(scope, limits)])
      const lease = ledger.take(next, [place(scope, limits)])
      assert.equal(lease.kind === 'full' ? lease.limit : undefined, full)
    })
  }
}

test('a call takes a channel at all its places or at none', () => {
  const ledger = new ChannelLedger()
  const [free, full] = [place('customer', { both: 9 }), place('link', { both: 1 })]
  ledger.take('out', [full])
  assert.equal(ledger.take('out', [free, full]).kind, 'full')
  assert.deepEqual(ledger.inUse('customer', 'a'), { in: 0, out: 0 })
})

test('a channel is free when all who hold it have left, and is given back once', () => {
  const ledger = new ChannelLedger()
  const lease = ledger.take('out', [place('customer', { both: 1 })])
  assert.ok(lease.kind === 'lease')
  const [one, other] = [lease.sit(), lease.sit()]
  one.leave()
  one.leave()
  assert.equal(ledger.inUse('customer', 'a').out, 1)
  other.leave()
  assert.equal(ledger.size, 0)
  const again = ledger.take('out', [place('customer', { both: 1 })])
  assert.equal(again.kind, 'lease')
  other.leave()
  assert.equal(ledger.inUse('customer', 'a').out, 1)
})

test('places of other customers, trunks and devices do not count', () => {
  const ledger = new ChannelLedger()
  ledger.take('out', [place('trunk', { both: 1 }, 'a')])
  const rows: readonly (readonly [AdmissionScope, string])[] = [
    ['trunk', 'b'],
    ['customer', 'a'],
    ['device', 'a'],
  ]
  for (const [scope, id] of rows) assert.equal(ledger.take('out', [place(scope, { both: 1 }, id)]).kind, 'lease')
})

test('each change is told once with what is in use then', () => {
  const told: string[] = []
  const ledger = new ChannelLedger(({ scope, id }, inUse) => void told.push(`${scope} ${id} ${inUse.in}/${inUse.out}`))
  const directions: readonly ChannelDirection[] = ['in', 'out']
  const leases = directions.map((direction) => ledger.take(direction, [place('customer', {})]))
  for (const lease of leases) if (lease.kind === 'lease') lease.sit().leave()
  assert.deepEqual(told, ['customer a 1/0', 'customer a 1/1', 'customer a 0/1', 'customer a 0/0'])
})

test('a channel of whose taking nobody can be told is not taken', () => {
  const ledger = new ChannelLedger(() => {
    throw new Error('watcher')
  })
  assert.throws(() => ledger.take('out', [place('customer', { both: 1 }), place('link', { both: 1 })]), /watcher/)
  assert.equal(ledger.size, 0)
})
