import assert from 'node:assert/strict'
import { test } from 'node:test'
import { buildRequest, type IncomingSubscription, type ResponseOptions } from '@klinke/sip'
import { admits } from '../test-support/admits.ts'
import { SUBSCRIBER } from '../test-support/test-exchange.ts'
import type { Verdict } from './admission.ts'
import { admitSubscription } from './admit-subscription.ts'

const FLOW = {
  id: 'x',
  protocol: 'UDP',
  local: { address: '192.0.2.1', port: 5060 },
  remote: { address: '192.0.2.2', port: 5060 },
} as const

const rows: readonly (readonly [what: string, verdict: Verdict, answer: number | 'nothing'])[] = [
  ['without credentials', { kind: 'challenge', status: 401, headers: [] }, 401],
  ['with wrong ones', { kind: 'reject', status: 403, headers: [] }, 403],
  ['as a carrier', { kind: 'carrier', carrier: { id: 'c' } }, 403],
  ['from who guesses passwords', { kind: 'drop' }, 'nothing'],
]
for (const [what, verdict, answer] of rows) {
  test(`a subscription ${what} is answered ${answer}, and nobody learns of it`, () => {
    const answers: (number | 'nothing')[] = []
    const subscription: IncomingSubscription = {
      request: buildRequest({ method: 'SUBSCRIBE', uri: 'sip:11@x', from: '<sip:10@x>;tag=a', to: '<sip:11@x>', callId: 'x', cseq: 1 }),
      ...{ flow: FLOW, expiresSeconds: 60 },
      accept: () => assert.fail('accepted'),
      reject: (status: number, _options?: ResponseOptions) => void answers.push(status),
      drop: () => void answers.push('nothing'),
    }
    assert.equal(
      admitSubscription(
        admits(() => verdict),
        subscription,
      ),
      undefined,
    )
    assert.deepEqual(answers, [answer])
  })
}

test('who has proved to be an extension may subscribe', () => {
  const verdict: Verdict = { kind: 'extension', subscriber: SUBSCRIBER, headers: [] }
  const request = buildRequest({ method: 'SUBSCRIBE', uri: 'sip:11@x', from: '<sip:10@x>;tag=a', to: '<sip:11@x>', callId: 'x', cseq: 1 })
  const subscription: IncomingSubscription = {
    ...{ request, flow: FLOW, expiresSeconds: 60 },
    ...{ accept: () => assert.fail('accepted'), reject: () => assert.fail('refused'), drop: () => assert.fail('dropped') },
  }
  assert.equal(
    admitSubscription(
      admits(() => verdict),
      subscription,
    ),
    SUBSCRIBER,
  )
})
