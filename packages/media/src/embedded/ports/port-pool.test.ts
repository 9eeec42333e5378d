import assert from 'node:assert/strict'
import { test } from 'node:test'
import { VirtualClock } from '@klinke/testbed'
import { NoMediaPorts } from '../../errors.ts'
import { PortPool, QUARANTINE_MS } from './port-pool.ts'
import { PortRange } from './port-range.ts'

/** A pool whose worker binds when told to. */
function pool(from: number, to: number, refuses: readonly number[] = []) {
  const clock = new VirtualClock()
  const asked: number[] = []
  const range = new PortRange(from, to)
  const made = new PortPool(range, clock, (ports) => asked.push(...ports))
  const bindAll = (): void => {
    for (const port of asked.splice(0)) refuses.includes(port) ? made.refused(port) : made.bound(port)
  }
  return { clock, range, pool: made, bindAll, asked }
}

test('pairs are bound before anyone asks', () => {
  assert.equal(pool(4000, 5000).asked.length, 32)
})

test('a pair is taken without waiting when one is bound, else as soon as one is', async () => {
  const { pool: ports, bindAll } = pool(4000, 5000)
  const early = ports.take()
  bindAll()
  assert.notEqual(await early, await ports.take())
})

test('a port in use elsewhere is skipped', async () => {
  const { pool: ports, bindAll } = pool(4000, 4003, [4000])
  bindAll()
  assert.equal(await ports.take(), 4002)
})

test('when no pair is left, taking one is refused with the range in the sentence', async () => {
  const { pool: ports, bindAll } = pool(4000, 4001)
  bindAll()
  assert.equal(ports.hasPorts, true)
  await ports.take()
  assert.equal(ports.hasPorts, false)
  await assert.rejects(ports.take(), (error: Error) => error instanceof NoMediaPorts && error.message.includes('4000 to 4001'))
})

test('one who waits for a port that turns out to be in use is refused', async () => {
  const { pool: ports, bindAll } = pool(4000, 4001, [4000])
  const waiting = assert.rejects(ports.take(), NoMediaPorts)
  bindAll()
  await waiting
})

test('a pair given back rests before it serves another call', async () => {
  const { pool: ports, bindAll, clock } = pool(4000, 4001)
  bindAll()
  ports.giveBack(await ports.take())
  await assert.rejects(ports.take(), NoMediaPorts)
  await clock.advance(QUARANTINE_MS)
  assert.equal(await ports.take(), 4000)
})

test('a pool that closes returns its pairs to the range', async () => {
  const { pool: ports, bindAll, range } = pool(4000, 4003)
  bindAll()
  await ports.take()
  assert.deepEqual(range.take(9, 0), [])
  ports.close()
  assert.deepEqual(range.take(9, 0), [4000, 4002])
})

test('pairs that a worker was binding when it died return too', () => {
  const { pool: ports, range } = pool(4000, 4003)
  ports.close()
  assert.deepEqual(range.take(9, 0), [4000, 4002])
})
