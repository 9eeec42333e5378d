import assert from 'node:assert/strict'
import type { Buffer } from 'node:buffer'
import { test } from 'node:test'
import { seededRandom } from '@klinke/foundation'
import { buildCheck, type Check } from '../stun/build-stun.ts'
import { parseStun } from '../stun/parse-stun.ts'
import { hasFingerprint, hasIntegrity, sign } from '../stun/stun-integrity.ts'
import type { StunAddress } from '../stun/stun-message.ts'
import { newIceCredentials } from './credentials.ts'
import {
  CONSENT_EXPIRES_MS,
  type IceEffect,
  type IceEvent,
  type IceLite,
  MAX_CHECKED_ADDRESSES,
  MAX_CHECKS_PER_SECOND,
  newIceLite,
  SELECTED_SILENT_MS,
  stepIceLite,
} from './ice-lite.ts'

const random = seededRandom(7)
const SERVER = newIceCredentials(random)
const BROWSER = newIceCredentials(random)
const WIRED = address('192.0.2.10', 50_000)
const RADIO = address('198.51.100.20', 40_000)

/** An agent, and what it did. */
class Agent {
  state: IceLite = newIceLite(SERVER, BROWSER)
  effects: readonly IceEffect[] = []

  step(event: IceEvent): readonly IceEffect[] {
    ;[this.state, this.effects] = stepIceLite(this.state, event)
    return this.effects
  }

  check(source: StunAddress, nowMs: number, content: Partial<Check> = {}, password = SERVER.password): readonly IceEffect[] {
    return this.step({ kind: 'datagram', packet: sign(request(content), password), source, nowMs })
  }

  /** The kinds of what it did last. */
  get kinds(): string[] {
    return this.effects.map(({ kind }) => kind)
  }
}

test('credentials are as long and as random as ICE asks, in its characters', () => {
  assert.match(SERVER.usernameFragment, /^[A-Za-z0-9+/]{8}$/)
  assert.match(SERVER.password, /^[A-Za-z0-9+/]{24}$/)
  assert.notDeepEqual(SERVER, BROWSER)
})

test('a check is answered with its source address, signed with the own password', () => {
  const agent = new Agent()
  const [sent] = agent.check(WIRED, 0)
  assert.ok(sent?.kind === 'send')
  assert.deepEqual(sent.to, WIRED)
  const response = parseStun(sent.packet)
  assert.ok(response && hasIntegrity(sent.packet, response, SERVER.password) && hasFingerprint(sent.packet, response))
  assert.equal(response.kind, 'binding-success')
  assert.deepEqual(response.mappedAddress, WIRED)
})

for (const [what, change] of [
  ['the wrong password', (agent: Agent) => agent.check(WIRED, 0, {}, BROWSER.password)],
  ['the name of another session', (agent: Agent) => agent.check(WIRED, 0, { username: `${SERVER.usernameFragment}:else` })],
  ['no signature', (agent: Agent) => agent.step({ kind: 'datagram', packet: request({}), source: WIRED, nowMs: 0 })],
] as const) {
  test(`a check with ${what} changes nothing and is not answered`, () => {
    const agent = new Agent()
    assert.deepEqual(change(agent), [])
    assert.equal(agent.state.selected, undefined)
    assert.deepEqual(agent.state.checked, [])
  })
}

test('packets go to the first checked address, and then to the nominated one', () => {
  const agent = new Agent()
  agent.check(RADIO, 0)
  assert.deepEqual(agent.kinds, ['send', 'checked', 'consent', 'selected'])
  agent.check(WIRED, 10)
  assert.deepEqual(agent.state.selected, RADIO)
  agent.check(WIRED, 20, { useCandidate: true })
  assert.deepEqual(agent.state.selected, WIRED)
})

test('of several nominated addresses the one with the higher priority is used', () => {
  const agent = new Agent()
  agent.check(RADIO, 0, { useCandidate: true, priority: 100 })
  agent.check(WIRED, 10, { useCandidate: true, priority: 200 })
  assert.deepEqual(agent.state.selected, WIRED)
  agent.check(RADIO, 20, { useCandidate: true, priority: 100 })
  assert.deepEqual(agent.state.selected, WIRED)
})

test('a browser that moves to a worse network is followed at once by its media', () => {
  const agent = new Agent()
  agent.check(WIRED, 0, { useCandidate: true, priority: 200 })
  agent.check(RADIO, 10, { useCandidate: true, priority: 100 })
  assert.deepEqual(agent.step({ kind: 'media', source: RADIO }), [{ kind: 'selected', address: RADIO }])
})

test('a browser that moves and only listens is followed when its old address has gone silent', () => {
  const agent = new Agent()
  agent.check(WIRED, 0, { useCandidate: true, priority: 200 })
  agent.check(RADIO, SELECTED_SILENT_MS - 1, { useCandidate: true, priority: 100 })
  assert.deepEqual(agent.state.selected, WIRED)
  agent.check(RADIO, SELECTED_SILENT_MS, { useCandidate: true, priority: 100 })
  assert.deepEqual(agent.state.selected, RADIO)
})

test('media from an address that was never checked, or not nominated, changes nothing', () => {
  const agent = new Agent()
  agent.check(WIRED, 0, { useCandidate: true })
  assert.deepEqual(agent.step({ kind: 'media', source: RADIO }), [])
  agent.check(RADIO, 10)
  assert.deepEqual(agent.step({ kind: 'media', source: RADIO }), [])
  assert.deepEqual(agent.state.selected, WIRED)
})

test('consent ends 30 s after the last check and comes back with the next', () => {
  const agent = new Agent()
  agent.check(WIRED, 1000, { useCandidate: true })
  assert.deepEqual(agent.step({ kind: 'tick', nowMs: 1000 + CONSENT_EXPIRES_MS - 1 }), [])
  assert.deepEqual(agent.step({ kind: 'tick', nowMs: 1000 + CONSENT_EXPIRES_MS }), [{ kind: 'consent', given: false }])
  assert.deepEqual(agent.step({ kind: 'tick', nowMs: 2000 + CONSENT_EXPIRES_MS }), [])
  assert.ok(agent.check(WIRED, 90_000).some((effect) => effect.kind === 'consent' && effect.given))
})

test('after a restart only checks with the new credentials count, and packets go to the old address until then', () => {
  const agent = new Agent()
  agent.check(WIRED, 0, { useCandidate: true })
  const [local, remote] = [newIceCredentials(random), newIceCredentials(random)]
  agent.step({ kind: 'restart', local, remote })
  assert.deepEqual(agent.state.selected, WIRED)
  assert.deepEqual(agent.check(RADIO, 10, { useCandidate: true }), [])
  const username = `${local.usernameFragment}:${remote.usernameFragment}`
  agent.check(RADIO, 20, { useCandidate: true, username }, local.password)
  assert.deepEqual(agent.state.selected, RADIO)
})

test('a peer that wants to be controlled too is told of the conflict', () => {
  const [sent, ...more] = new Agent().check(WIRED, 0, { role: 'controlled' })
  assert.ok(sent?.kind === 'send')
  assert.equal(parseStun(sent.packet)?.errorCode, 487)
  assert.deepEqual(more, [])
})

test('a flood of checks is answered up to a limit, and after a second again', () => {
  const agent = new Agent()
  let answered = 0
  for (let i = 0; i < 2 * MAX_CHECKS_PER_SECOND; i++) answered += agent.check(WIRED, 5).filter(({ kind }) => kind === 'send').length
  assert.equal(answered, MAX_CHECKS_PER_SECOND)
  assert.equal(agent.check(WIRED, 1100).length, 1)
})

test('the addresses kept are bounded, and the one silent for longest goes', () => {
  const agent = new Agent()
  for (let port = 1; port <= MAX_CHECKED_ADDRESSES; port++) agent.check(address('192.0.2.1', port), port)
  agent.check(address('192.0.2.1', 1), 50)
  agent.check(RADIO, 60)
  assert.equal(agent.state.checked.length, MAX_CHECKED_ADDRESSES)
  const ports = agent.state.checked.map(({ address: { port } }) => port)
  assert.ok(ports.includes(1) && !ports.includes(2))
})

function address(host: string, port: number): StunAddress {
  return { addressFamily: 'IPv4', address: host, port }
}

function request(content: Partial<Check>): Buffer {
  const username = `${SERVER.usernameFragment}:${BROWSER.usernameFragment}`
  return buildCheck({ username, priority: 1000, role: 'controlling', useCandidate: false, ...content }, random)
}
