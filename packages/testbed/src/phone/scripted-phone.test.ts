import assert from 'node:assert/strict'
import { test } from 'node:test'
import { seededRandom } from '@klinke/foundation'
import { assertNothingLeft } from '../leaks.ts'
import { type LinkConditions, LOSSY_LINK, PERFECT_LINK } from '../network/conditions.ts'
import { SeededNetwork } from '../network/seeded-network.ts'
import { VirtualClock } from '../virtual-clock.ts'
import type { CallState } from './scripted-call.ts'
import { type PhoneScript, ScriptedPhone } from './scripted-phone.ts'

/** Two phones that call each other directly: each has the other for its server. */
function setUp(script: PhoneScript, conditions: LinkConditions = PERFECT_LINK, seed = 1) {
  const clock = new VirtualClock()
  const random = seededRandom(seed)
  const network = new SeededNetwork(clock, random, conditions)
  const phone = (address: string, username: string, server: string, does: PhoneScript): ScriptedPhone => {
    const account = {
      username,
      password: 'unused',
      domain: server,
      server: { protocol: 'UDP' as const, remote: { address: server, port: 5060 } },
    }
    return new ScriptedPhone(network.host(address), clock, random, account, does)
  }
  const anna = phone('192.0.2.1', 'anna', '192.0.2.2', { kind: 'ring' })
  const bea = phone('192.0.2.2', 'bea', '192.0.2.1', script)
  const nothingLeft = () => assertNothingLeft(clock, { 'of Anna': () => anna.unfinished, 'of Bea': () => bea.unfinished })
  return { clock, network, anna, bea, nothingLeft }
}

test('a phone answers by its script and hangs up by it', async () => {
  const { clock, anna, bea, nothingLeft } = setUp({ kind: 'answer', afterMs: 3000, hangUpAfterMs: 10_000 })
  const call = anna.call('bea')
  await clock.until(() => call.state.kind === 'talking')
  assert.ok(clock.nowMs() >= 3000)
  assert.equal(bea.calls[0]?.peer, 'anna')
  assert.deepEqual(await clock.settled(call.over), { kind: 'ended', by: 'remote' })
  assert.deepEqual(bea.calls[0]?.state, { kind: 'ended', by: 'local' })
  await nothingLeft()
})

test('hold and resume are answered with the matching direction', async () => {
  const { clock, anna, nothingLeft } = setUp({ kind: 'answer', afterMs: 10 })
  const call = anna.call('bea')
  await clock.until(() => call.state.kind === 'talking')
  assert.equal((await clock.settled(call.hold())).kind, 'answered')
  assert.match(call.remoteSdp ?? '', /a=recvonly/)
  await clock.settled(call.resume())
  assert.match(call.remoteSdp ?? '', /a=sendrecv/)
  call.hangUp()
  await clock.settled(call.over)
  await nothingLeft()
})

test('a phone declines by its script', async () => {
  const { clock, anna, nothingLeft } = setUp({ kind: 'reject', afterMs: 500, status: 486 })
  assert.deepEqual(await clock.settled(anna.call('bea').over), { kind: 'failed', status: 486 })
  await nothingLeft()
})

test('a caller gives up while it rings', async () => {
  const { clock, anna, bea, nothingLeft } = setUp({ kind: 'ring' })
  const call = anna.call('bea')
  await clock.until(() => call.state.kind === 'ringing')
  call.hangUp()
  assert.deepEqual(await clock.settled(call.over), { kind: 'failed', status: 487 })
  assert.deepEqual(bea.calls[0]?.state, { kind: 'failed', status: 487 })
  await nothingLeft()
})

test('two hundred seeded runs over a bad line end every call at both phones and leave nothing', async () => {
  for (let seed = 0; seed < 200; seed++) {
    const { clock, network, anna, bea, nothingLeft } = setUp({ kind: 'answer', afterMs: 20 * (seed % 7) }, LOSSY_LINK, seed)
    const call = anna.call('bea')
    clock.after(25 * (seed % 11), () => call.hangUp())
    await clock.settled(call.over)
    await nothingLeft().catch((error: unknown) => assert.fail(`seed ${seed}: ${String(error)}\n${network.trace}`))
    const states: readonly CallState['kind'][] = bea.calls.map(({ state }) => state.kind)
    assert.ok(
      states.length <= 1 && states.every((kind) => kind === 'ended' || kind === 'failed'),
      `seed ${seed}: ${states}\n${network.trace}`,
    )
  }
})
