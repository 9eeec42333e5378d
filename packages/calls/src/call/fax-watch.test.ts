import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CallFlow } from '../dial-plan.ts'
import { refused } from '../outcome.ts'
import { TestExchange, target } from '../test-support/test-exchange.ts'
import type { Call } from './call.ts'

const MENU = { tenantId: 'customer', extensionId: undefined, number: '70', displayName: 'Menu' }
const PROMPT = { kind: 'files', files: ['/hello'], repeat: 1 } as const
const ASK = { maxDigits: 1, firstDigitSeconds: 5, interDigitSeconds: 2, prompt: PROMPT } as const

async function led(flow: CallFlow) {
  const exchange = new TestExchange({ flow })
  const caller = await exchange.call({ offer: 'offer' })
  const [media] = exchange.media.sessions
  assert.ok(media)
  const sendsCallingTone = async (): Promise<void> => {
    media.events.send({ kind: 'calling-tone', endpoint: 'caller' })
    await exchange.settle()
  }
  return { exchange, caller, media, sendsCallingTone }
}

const rows: readonly (readonly [what: string, says: (call: Call) => Promise<unknown>])[] = [
  ['something is played', (call) => call.play(PROMPT)],
  ['keys are asked for', (call) => call.collect(ASK)],
]
for (const [what, says] of rows) {
  test(`a fax machine that calls while ${what} is led elsewhere, once`, async () => {
    const went: string[] = []
    const flow: CallFlow = async (call) => {
      await call.answer(MENU)
      return call.unlessFax(
        async () => {
          await says(call)
          went.push('on')
          return refused('busy', 486)
        },
        async () => {
          went.push('to the fax')
          await call.play(PROMPT)
          went.push('heard out')
          return refused('busy', 486)
        },
      )
    }
    const { exchange, media, sendsCallingTone } = await led(flow)
    assert.ok(media.log.includes('listen caller calling-tone'))
    await sendsCallingTone()
    await sendsCallingTone()
    media.playbacks.at(-1)?.end('finished')
    await exchange.settle()
    assert.deepEqual(went, ['to the fax', 'heard out'])
    assert.ok(exchange.records.calls[0]?.ended?.route.some(({ step }) => step === 'fax-tone'))
  })
}

test('the innermost who asks is told, and who has ceased to ask is not', async () => {
  const went: string[] = []
  const fax = (name: string) => () => {
    went.push(name)
    return Promise.resolve(refused('busy', 486))
  }
  const says = async (call: Call, name: string) => {
    await call.play(PROMPT)
    went.push(name)
    return refused('busy', 486)
  }
  const flow: CallFlow = async (call) => {
    await call.answer(MENU)
    return call.unlessFax(async () => {
      await call.unlessFax(() => says(call, 'inner'), fax('inner fax'))
      return says(call, 'outer')
    }, fax('outer fax'))
  }
  const { exchange, media, sendsCallingTone } = await led(flow)
  media.playbacks.at(-1)?.end('finished')
  await exchange.settle()
  await sendsCallingTone()
  assert.deepEqual(went, ['inner', 'outer fax'])
})

test('nobody listens for it where nobody has asked, nor while parties are rung', async () => {
  const plain = await led(async (call) => {
    await call.answer(MENU)
    await call.play(PROMPT)
    return call.over
  })
  assert.ok(!plain.media.log.some((line) => line.startsWith('listen')))
  const ringing = await led((call, exchange) =>
    call.unlessFax(
      async () => {
        await exchange.ring(call, [target('11')])
        return refused('busy', 486)
      },
      () => Promise.reject(new Error('nothing was said')),
    ),
  )
  await ringing.sendsCallingTone()
  assert.equal(ringing.caller.final, undefined)
})

test('what parties are offered in a call that carries a fax is marked so', async () => {
  const { media } = await led(async (call, exchange) => {
    call.carriesFax = true
    await exchange.ring(call, [target('11')])
    return refused('busy', 486)
  })
  assert.equal(media.profileOf('called-1')?.fax, true)
})
