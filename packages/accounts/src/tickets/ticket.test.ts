import assert from 'node:assert/strict'
import { test } from 'node:test'
import { afterStep, possibleSteps, TICKET_STATES, TICKET_STEPS, TicketStepImpossible } from './ticket.ts'

const ALLOWED: Readonly<Record<string, string>> = {
  ...{ 'open pause': 'waiting', 'open resolve': 'resolved', 'waiting resume': 'open', 'waiting resolve': 'resolved' },
  ...{ 'resolved close': 'closed', 'resolved reopen': 'open', 'closed reopen': 'open' },
}

for (const state of TICKET_STATES)
  for (const step of TICKET_STEPS) {
    const next = ALLOWED[`${state} ${step}`]
    test(`SLA-04: a ticket that is ${state} ${next === undefined ? 'cannot' : 'can'} ${step}`, () => {
      if (next === undefined) assert.throws(() => afterStep(state, step), TicketStepImpossible)
      else assert.equal(afterStep(state, step), next)
      assert.equal(possibleSteps(state, 'operator').includes(step), next !== undefined)
    })
  }

test('SLA-02: only the operator stops the clock', () => {
  assert.deepEqual(
    TICKET_STATES.map((state) => possibleSteps(state, 'customer')),
    [['resolve'], ['resolve'], ['close', 'reopen'], ['reopen']],
  )
})
