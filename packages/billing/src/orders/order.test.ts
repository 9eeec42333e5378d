import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isBinding, ORDER_STATES, ORDER_STEPS, OrderStepImpossible, possibleSteps, step } from './order.ts'

test('ORD-01: an order goes from ordered to deleted, and ends before that by a refusal or a cancellation', () => {
  const way = ['check', 'confirm', 'provision', 'activate', 'terminate', 'delete'] as const
  assert.equal(
    way.reduce<(typeof ORDER_STATES)[number]>((state, made) => step(state, made), 'ordered'),
    'deleted',
  )
  assert.equal(step('ordered', 'refuse'), 'refused')
  assert.equal(step('confirmed', 'cancel'), 'cancelled')
})

test('every other step is refused, and says in both languages what is possible', () => {
  const edges = ORDER_STATES.flatMap((state) =>
    ORDER_STEPS.flatMap((made) => {
      try {
        return [`${state} ${made} ${step(state, made)}`]
      } catch (error) {
        assert.ok(error instanceof OrderStepImpossible)
        assert.match(error.german ?? '', /gehört kein Schritt/)
        return []
      }
    }),
  )
  assert.equal(edges.length, 11)
})

test('what has begun to be set up is not cancelled, nor is a change that the contract has', () => {
  const [open, done] = [{ doneAt: undefined }, { doneAt: new Date(0) }]
  assert.equal(isBinding({ state: 'confirmed', kind: 'new' }, [open]), false)
  assert.equal(isBinding({ state: 'confirmed', kind: 'new' }, [done, open]), true)
  assert.equal(isBinding({ state: 'confirmed', kind: 'change' }, [open]), true)
  assert.equal(isBinding({ state: 'checked', kind: 'change' }, []), false)
  const renumber = { task: { kind: 'renumber' } }
  assert.equal(isBinding({ state: 'confirmed', kind: 'move' }, [done, { ...open, ...renumber }]), false, 'its numbers have not changed')
  assert.equal(isBinding({ state: 'confirmed', kind: 'move' }, [done, { ...done, ...renumber }]), true)
  assert.deepEqual(possibleSteps('confirmed'), ['provision', 'cancel'])
  assert.deepEqual(possibleSteps('confirmed', true), ['provision'])
})

test('ORD-06: where the product checks no credit an order is confirmed at once', () => {
  assert.equal(step('ordered', 'confirm', false), 'confirmed')
  assert.throws(() => step('ordered', 'confirm'), OrderStepImpossible)
  assert.deepEqual(possibleSteps('ordered', false, false), ['check', 'refuse', 'confirm', 'cancel'])
  assert.throws(() => step('confirmed', 'confirm', false), OrderStepImpossible)
})
