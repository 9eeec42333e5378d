import assert from 'node:assert/strict'
import { test } from 'node:test'
import { seededRandom, silentLogger } from '@klinke/foundation'
import { type Flow, makeHeaders, type SipRequest } from '@klinke/sip'
import { LoadShedding } from './load-shedding.ts'

const FLOW: Flow = { id: 'f', protocol: 'UDP', local: { address: '192.0.2.1', port: 5060 }, remote: { address: '192.0.2.2', port: 5060 } }
const LIMITS = { shedAboveMs: 200, shedAllAboveMs: 350, resumeBelowMs: 50, retryAfterSeconds: 5 }

function request(method: string, user = '11', headers: readonly (readonly [string, string])[] = []): SipRequest {
  return { kind: 'request', method, uri: `sip:${user}@demo.example`, headers: makeHeaders(headers), body: new Uint8Array() }
}

function setUp(): { load: { delayMs: number }; shedding: LoadShedding; said: string[] } {
  const load = { delayMs: 0 }
  const said: string[] = []
  const shedding = new LoadShedding({
    queueDelayMs: () => load.delayMs,
    isEmergency: ({ uri }) => uri.startsWith('sip:112@'),
    random: seededRandom(1),
    logger: { ...silentLogger, warn: (message) => void said.push(message), info: (message) => void said.push(message) },
    limits: LIMITS,
  })
  return { load, shedding, said }
}

const SIGNED = [['Authorization', 'Digest …']] as const

const ROWS: readonly (readonly [what: string, asked: SipRequest, delayMs: number, isRefused: boolean])[] = [
  ['a new call in quiet times', request('INVITE'), 20, false],
  ['a new call while messages wait', request('INVITE'), 200, true],
  ['a registration while messages wait', request('REGISTER'), 200, true],
  ['a call whose caller has answered a challenge', request('INVITE', '11', SIGNED), 200, false],
  ['the same when messages wait for almost T1', request('INVITE', '11', SIGNED), 350, true],
  ['a call to 112, however long messages wait', request('INVITE', '112'), 10_000, false],
  ['the keep-alive of a carrier', request('OPTIONS'), 10_000, false],
  ['a message', request('MESSAGE'), 10_000, false],
]

for (const [what, asked, delayMs, isRefused] of ROWS) {
  test(`${what} is ${isRefused ? 'refused' : 'taken'}`, () => {
    const { load, shedding } = setUp()
    load.delayMs = delayMs
    const seconds = shedding.busySeconds(asked, FLOW)
    assert.equal(seconds !== undefined, isRefused)
    assert.equal(shedding.refused, isRefused ? 1 : 0)
  })
}

test('once late, calls are refused until hardly anything waits, so that it does not go to and fro', () => {
  const { load, shedding, said } = setUp()
  const takes = [20, 199, 200, 150, 50, 49, 150].map((delayMs) => {
    load.delayMs = delayMs
    return shedding.busySeconds(request('INVITE'), FLOW) === undefined
  })
  assert.deepEqual(takes, [true, true, false, false, false, true, true])
  assert.deepEqual(said, [
    'too much to do: new calls and registrations are refused for the time being',
    'new calls and registrations are taken again',
  ])
})

test('those who are refused come back spread over some seconds', () => {
  const { load, shedding } = setUp()
  load.delayMs = 300
  const seconds = new Set(Array.from({ length: 200 }, () => shedding.busySeconds(request('REGISTER'), FLOW)))
  assert.deepEqual([...seconds].sort(), [10, 5, 6, 7, 8, 9])
})
