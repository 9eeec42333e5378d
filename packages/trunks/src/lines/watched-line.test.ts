import assert from 'node:assert/strict'
import { test } from 'node:test'
import { silentLogger } from '@klinke/foundation'
import type { Resolver } from '@klinke/sip'
import { fixedCarrier, World } from '../test-support/world.ts'
import { WatchedLine } from './watched-line.ts'

const [ONE, TWO, THREE] = ['198.51.100.1', '198.51.100.2', '198.51.100.3']

test('that a carrier has other places is told once, and not each time it is looked at or another place of it answers first', async () => {
  const world = new World()
  const one = world.carrierAt(ONE)
  for (const address of [TWO, THREE]) world.carrierAt(address)
  let addresses = [ONE, TWO]
  const resolver: Resolver = {
    resolve: () => Promise.resolve(addresses.map((address) => ({ protocol: 'UDP', remote: { address, port: 5060 } }))),
  }
  const { host: transport, clock, random } = world
  const parts = { userAgent: world.stack.userAgent, transport, resolver, clock, random, logger: silentLogger }
  let changes = 0
  const line = new WatchedLine(fixedCarrier('carrier.example', []), parts, () => void changes++)
  const first = (): string | undefined => line.way()?.targets[0]?.remote.address
  await clock.until(() => line.status().state === 'up')
  await clock.advance(300_000)
  assert.equal(changes, 1)
  one.host.crash()
  await clock.until(() => first() === TWO, 60_000)
  addresses = [TWO, ONE]
  await clock.advance(60_000)
  assert.equal(changes, 1)
  addresses = [TWO, THREE]
  await clock.until(() => changes > 1, 60_000)
  await clock.advance(60_000)
  assert.equal(changes, 2)
  await clock.settled(line.close())
  await world.close()
})
