import assert from 'node:assert/strict'
import { test } from 'node:test'
import { VirtualClock } from '@klinke/testbed'
import { QueueProbe } from './queue-probe.ts'

function setUp(): { clock: VirtualClock; probe: QueueProbe; sent: Buffer[] } {
  const clock = new VirtualClock()
  const sent: Buffer[] = []
  return { clock, sent, probe: new QueueProbe(clock, (bytes) => void sent.push(Buffer.from(bytes))) }
}

/** Sends a probe that comes back after `delayMs`. */
async function measure({ clock, probe, sent }: ReturnType<typeof setUp>, delayMs: number): Promise<void> {
  await clock.advance(50)
  probe.messageCame()
  await clock.advance(delayMs)
  assert.equal(probe.isBack(sent.at(-1) ?? Buffer.alloc(0)), true)
}

test('the delay is how long a datagram of its own was on its way', async () => {
  const made = setUp()
  await measure(made, 130)
  assert.equal(made.probe.delayMs(), 130)
  await measure(made, 2)
  assert.equal(made.probe.delayMs(), 2)
})

test('a probe that is still on its way counts with its age', async () => {
  const made = setUp()
  await measure(made, 2)
  await made.clock.advance(50)
  made.probe.messageCame()
  await made.clock.advance(400)
  assert.equal(made.probe.delayMs(), 400)
})

test('without messages nothing is sent, and what was measured is forgotten', async () => {
  const made = setUp()
  await measure(made, 700)
  assert.equal(made.probe.delayMs(), 700)
  await made.clock.advance(1_000)
  assert.equal(made.probe.delayMs(), 0)
  assert.equal(made.sent.length, 1)
  assert.equal(made.clock.pending, 0)
})

test('messages one after the other cost one probe in 50 ms', async () => {
  const { clock, probe, sent } = setUp()
  for (let i = 0; i < 1000; i++) {
    probe.messageCame()
    probe.isBack(sent.at(-1) ?? Buffer.alloc(0))
    await clock.advance(1)
  }
  assert.equal(sent.length, 20)
})

test('a probe thrown away by a full queue counts as a second', async () => {
  const made = setUp()
  await measure(made, 2)
  await made.clock.advance(50)
  made.probe.messageCame()
  await made.clock.advance(1_001)
  assert.equal(made.probe.delayMs(), 1_000)
})

test('where probes never come back nothing is measured and no more are sent', async () => {
  const { clock, probe, sent } = setUp()
  for (let i = 0; i < 10; i++) {
    probe.messageCame()
    await clock.advance(500)
    assert.equal(probe.delayMs(), 0)
    await clock.advance(2_000)
  }
  assert.equal(sent.length, 3)
})

test('nobody else can pass for the probe', async () => {
  const { probe, sent } = setUp()
  probe.messageCame()
  assert.equal(probe.isBack(Buffer.alloc(16)), false)
  const [own = Buffer.alloc(0)] = sent
  assert.equal(probe.isBack(Buffer.concat([own, Buffer.alloc(1)])), false)
  assert.equal(probe.isBack(own), true)
  assert.equal(probe.isBack(own), false)
})
