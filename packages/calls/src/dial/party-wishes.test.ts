import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ringAndTalk, TestExchange, target } from '../test-support/test-exchange.ts'

test('a target has its own session timer, or none, and says whether it wants PRACK; else the profile decides', async () => {
  for (const [wished, seconds, prack] of [
    [{ sessionExpiresSeconds: 900, reliableProvisional: 'required' }, 900, 'required'],
    [{ sessionExpiresSeconds: null, reliableProvisional: 'none' }, undefined, 'none'],
    [{}, 1800, 'supported'],
  ] as const) {
    const exchange = new TestExchange({ flow: ringAndTalk(target('11', wished)) })
    await exchange.call({ offer: 'offer' })
    const { invite } = exchange.phone()
    assert.deepEqual([invite.sessionExpiresSeconds, invite.reliableProvisional], [seconds, prack])
  }
})

for (const [ignoresEarlyMedia, heard] of [
  [true, /^180$/],
  [false, /^183 .*answer/],
] as const) {
  test(`early media of a target is ${ignoresEarlyMedia ? 'replaced by ringing' : 'heard'}`, async () => {
    const exchange = new TestExchange({ flow: ringAndTalk(target('11', { ignoresEarlyMedia })) })
    const caller = await exchange.call({ offer: 'offer' })
    exchange.phone().ring(183, 'answer')
    await exchange.clock.advance(0)
    assert.match(caller.responses.at(-1) ?? '', heard)
  })
}
