import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { PaperCall, PaperPlayback } from '@klinke/testbed'
import type { CallFlow } from '../dial-plan.ts'
import { talked } from '../outcome.ts'
import { TestExchange, target } from '../test-support/test-exchange.ts'
import { TransferWorld } from '../transfer/test-support/transfer-world.ts'
import type { Call } from './call.ts'
import type { Collected } from './collect.ts'

const QUEUE = { tenantId: 'customer', extensionId: undefined, number: '70', displayName: 'Queue' }
const PROMPT = { kind: 'files', files: ['/hello'], repeat: 1 } as const
const ASK = { maxDigits: 3, terminator: '#', firstDigitSeconds: 5, interDigitSeconds: 2 } as const

async function led(flow: CallFlow, call: PaperCall = { offer: 'offer' }) {
  const exchange = new TestExchange({ flow })
  const caller = await exchange.call(call)
  const [media] = exchange.media.sessions
  assert.ok(media)
  const press = (keys: string, by: 'telephone-event' | 'inband' = 'telephone-event'): void => {
    for (const digit of keys) media.events.send({ kind: 'dtmf', endpoint: 'caller', digit, durationMs: 100, by })
  }
  const playing = (): PaperPlayback => {
    const playback = media.playbacks.at(-1)
    assert.ok(playback)
    return playback
  }
  return { exchange, caller, media, press, playing }
}

test('a call is answered by the exchange itself, once, and recorded in the name of what answers', async () => {
  const { exchange, caller, media } = await led(async (call) => {
    await call.answer(QUEUE)
    await call.answer(target('11').party)
    return call.over
  })
  assert.deepEqual(caller.responses, ['200 answer to offer'])
  assert.deepEqual(media.log, ['answer-here caller'])
  caller.session.hangUp()
  await exchange.settle()
  assert.equal(exchange.records.calls[0]?.answered?.answeredBy.number, '70')
  assert.deepEqual(exchange.records.causes, ['hung-up-by-caller'])
})

test('a caller without an offer gets ours in the 2xx; one that never answers it cannot be heard', async () => {
  const flow: CallFlow = async (call) => {
    await call.answer(QUEUE)
    return call.over
  }
  const good = await led(flow, {})
  good.caller.session.ack('its answer')
  await good.exchange.settle()
  assert.equal(good.media.log.at(-1), 'accept caller its answer')
  const bad = await led(flow, {})
  bad.caller.session.ack()
  await bad.exchange.settle()
  assert.deepEqual(bad.exchange.records.causes, ['error'])
})

test('what is played before the answer is heard as early media, and the answer is the same description (LAW-08)', async () => {
  const { exchange, caller, playing } = await led(async (call, on) => {
    assert.equal(await call.earlyMedia(), true)
    await call.play(PROMPT)
    const answered = await on.ring(call, [target('11')])
    return answered.kind === 'answered' ? on.converse(call, answered.leg) : answered
  })
  assert.deepEqual(caller.responses, ['183 answer to offer'])
  playing().end('finished')
  await exchange.settle()
  const phone = exchange.phone()
  assert.equal(phone.invite.offer, 'own offer to called-1')
  assert.deepEqual(playing().source, { kind: 'signal', signal: 'ringback' })
  phone.ring()
  phone.answer('answer of 11')
  await exchange.settle()
  assert.deepEqual(caller.responses, ['183 answer to offer', '200 answer to offer'])
  assert.deepEqual(exchange.media.sessions[0]?.log.slice(-2), ['accept called-1 answer of 11', 'connect caller called-1'])
})

test('music goes on while agents are rung one after the other, and ends with the conversation', async () => {
  const music = { kind: 'files', files: ['/music'], repeat: 'forever' } as const
  const { exchange, media } = await led(async (call, on) => {
    await call.answer(QUEUE)
    await call.startPlaying(music)
    for (const agent of ['11', '12']) {
      const answered = await on.ring(call, [target(agent)])
      if (answered.kind === 'answered') return on.converse(call, answered.leg)
    }
    return talked('hung-up-by-called')
  })
  exchange.phone(0).refuse(486)
  await exchange.settle()
  exchange.phone(1).answer('answer of 12')
  await exchange.settle()
  assert.equal(media.playbacks.length, 1)
  assert.equal(media.log.at(-1), 'connect caller called-2')
})

test('a caller hears what is asked for while it rings', async () => {
  const { caller, playing } = await led(async (call, on) =>
    on.ring(call, [target('11')], { callerHears: PROMPT }).then(() => talked('error')),
  )
  assert.deepEqual(caller.responses, ['183 answer to offer'])
  assert.deepEqual(playing().source, PROMPT)
})

const inputs: readonly (readonly [what: string, keys: string, digits: string, ended: Collected['ended']])[] = [
  ['as many keys as asked for', '1234', '123', 'complete'],
  ['the terminator', '12#', '12', 'complete'],
  ['the terminator alone', '#', '', 'complete'],
  ['no further key', '1', '1', 'timeout'],
  ['no key at all', '', '', 'timeout'],
]
for (const [what, keys, digits, ended] of inputs) {
  test(`asking for keys ends with ${what}`, async () => {
    let collected: Collected | undefined
    const { exchange, press } = await led(async (call) => {
      await call.answer(QUEUE)
      collected = await call.collect(ASK)
      return call.over
    })
    press(keys)
    await exchange.clock.advance(5000)
    assert.deepEqual(collected, { digits, ended })
  })
}

test('the first key ends the prompt; the time for it begins when the prompt has been heard', async () => {
  const results: Collected[] = []
  const { exchange, press, playing } = await led(async (call) => {
    await call.answer(QUEUE)
    for (let i = 0; i < 2; i++) results.push(await call.collect({ ...ASK, prompt: PROMPT }))
    return call.over
  })
  await exchange.clock.advance(60_000)
  press('1')
  await exchange.settle()
  assert.equal(await playing().ended, 'stopped')
  press('23')
  await exchange.settle()
  assert.deepEqual(results, [{ digits: '123', ended: 'complete' }])
  playing().end('finished')
  await exchange.clock.advance(4999)
  assert.equal(results.length, 1)
  await exchange.clock.advance(1)
  assert.deepEqual(results[1], { digits: '', ended: 'timeout' })
})

test('keys typed ahead count, unless they are forgotten', async () => {
  const results: Collected[] = []
  const { exchange, press, playing } = await led(async (call) => {
    await call.answer(QUEUE)
    await call.play(PROMPT)
    results.push(await call.collect(ASK))
    await call.play(PROMPT)
    call.principal.digits.forget()
    results.push(await call.collect(ASK))
    return call.over
  })
  press('12#')
  await exchange.settle()
  playing().end('finished')
  await exchange.settle()
  press('34#')
  await exchange.settle()
  playing().end('finished')
  await exchange.clock.advance(5000)
  assert.deepEqual(results, [
    { digits: '12', ended: 'complete' },
    { digits: '', ended: 'timeout' },
  ])
})

test('a key that comes by two ways is pressed once; the same key twice by one way is pressed twice', async () => {
  let keys = ''
  const { exchange, caller, press } = await led(async (call) => {
    await call.answer(QUEUE)
    for await (const key of call.principal.digits) keys += key
    return call.over
  })
  press('5')
  press('5', 'inband')
  await caller.session.sendRequest('INFO', 'Signal=5')
  press('5')
  await exchange.clock.advance(600)
  await caller.session.sendRequest('INFO', 'Signal=5')
  await exchange.settle()
  assert.equal(keys, '555')
})

test('a caller that hangs up ends what is played, asked and recorded', async () => {
  let rejected = 0
  const { exchange, caller, media } = await led(async (call) => {
    await call.answer(QUEUE)
    await call.record({ of: [call.principal], path: '/r.wav', channels: 'mixed', maxSeconds: 60 })
    await Promise.allSettled([call.play(PROMPT), call.collect(ASK)].map((work) => work.catch(() => rejected++)))
    return call.over
  })
  caller.session.hangUp()
  await exchange.settle()
  assert.equal(rejected, 2)
  assert.equal((await media.recordings[0]?.ended)?.reason, 'stopped')
  assert.equal(exchange.clock.pending, 0)
})

test('a file that cannot be played is said in the call, which goes on', async () => {
  const { exchange, caller, media, playing } = await led(async (call) => {
    await call.answer(QUEUE)
    assert.equal(await call.play(PROMPT), 'failed')
    return call.over
  })
  media.events.send({ kind: 'playback-failed', endpoint: 'caller', file: '/hello', why: 'not found' })
  playing().end('failed')
  await exchange.settle()
  caller.session.hangUp()
  await exchange.settle()
  assert.deepEqual(exchange.records.steps(), ['playback-failed'])
})

test('a target that must accept the call by key wins when it does; a mailbox that answers does not', async () => {
  const confirm = { prompt: PROMPT, key: '1', withinSeconds: 5 }
  let call: Call | undefined
  const { exchange, caller, media } = await led(async (begun, on) => {
    call = begun
    const answered = await on.ring(begun, [target('11', { confirm }), target('12', { confirm })])
    return answered.kind === 'answered' ? on.converse(begun, answered.leg) : answered
  })
  const [mailbox, mobile] = [exchange.phone(0), exchange.phone(1)]
  mailbox.answer('mailbox')
  await exchange.settle()
  assert.equal(caller.final, undefined)
  media.playbacks.at(-1)?.end('finished')
  await exchange.clock.advance(5000)
  assert.equal(mailbox.session.over, true)
  mobile.answer('mobile')
  await exchange.settle()
  media.events.send({ kind: 'dtmf', endpoint: call?.legs[1]?.endpoint.id ?? '', digit: '1', durationMs: 100, by: 'telephone-event' })
  await exchange.settle()
  assert.equal(caller.final, 200)
  assert.equal(media.log.at(-1), 'connect caller called-2')
  caller.session.hangUp()
  await exchange.settle()
  assert.equal(mobile.session.over, true)
  assert.equal(exchange.clock.pending, 0)
})

test('while one target is asked, another may answer: the one that is asked is let go', async () => {
  const confirm = { prompt: PROMPT, key: '1', withinSeconds: 5 }
  const { exchange, caller } = await led(async (begun, on) => {
    const answered = await on.ring(begun, [target('11', { confirm }), target('12')])
    return answered.kind === 'answered' ? on.converse(begun, answered.leg) : answered
  })
  exchange.phone(0).answer('mobile')
  await exchange.settle()
  exchange.phone(1).answer('desk')
  await exchange.settle()
  assert.equal(caller.final, 200)
  assert.equal(exchange.phone(0).session.over, true)
  caller.session.hangUp()
  await exchange.settle()
  assert.equal(exchange.clock.pending, 0)
})

test('who takes the place of a party that is asked for keys is asked anew, and its keys count', async () => {
  let collected: Collected | undefined
  const world = await TransferWorld.talking({
    dialled: () => undefined,
    flows: {
      '70': async (call) => {
        await call.answer(QUEUE)
        collected = await call.collect({ ...ASK, prompt: PROMPT })
        return call.over
      },
    },
  })
  const first = await world.dial('12', { uri: 'sip:70@customer.example' })
  const second = await world.dial('12', { replaced: { kind: 'session', session: first.session } })
  assert.deepEqual([second.final, first.session.over], [200, true])
  const session = world.exchange.media.sessions.find(({ playbacks, closed }) => playbacks.length > 0 && !closed)
  assert.deepEqual(
    session?.playbacks.map(({ endpoint, source }) => [endpoint, source]),
    [
      ['caller', PROMPT],
      ['joined-1', PROMPT],
    ],
  )
  for (const digit of '12#') session?.events.send({ kind: 'dtmf', endpoint: 'joined-1', digit, durationMs: 100, by: 'telephone-event' })
  await world.settle()
  assert.deepEqual(collected, { digits: '12', ended: 'complete' })
})

test('a question that cannot be heard, for its file is gone, is a beep: the caller knows that it may press a key', async () => {
  const asked: Collected[] = []
  const { exchange, playing, press } = await led(async (call) => {
    await call.answer(QUEUE)
    asked.push(await call.collect({ ...ASK, prompt: PROMPT }))
    return talked('hung-up-by-called')
  })
  playing().end('failed')
  await exchange.settle()
  assert.deepEqual(playing().source, { kind: 'signal', signal: 'beep' })
  press('7#')
  await exchange.settle()
  assert.deepEqual(asked, [{ digits: '7', ended: 'complete' }])
})
