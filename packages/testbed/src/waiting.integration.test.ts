import assert from 'node:assert/strict'
import { test } from 'node:test'
import { eventually, within } from './waiting.ts'

test('what does not happen is named when its deadline has passed', async () => {
  await assert.rejects(within(20, 'the end of the call', new Promise(() => undefined)), /the end of the call did not happen within 20 ms/)
})

test('what happens in time is given, and its failure too', async () => {
  assert.equal(await within(1_000, 'an answer', Promise.resolve(7)), 7)
  await assert.rejects(within(1_000, 'an answer', Promise.reject(new Error('refused'))), /refused/)
})

test('what nobody tells is asked for until it is there', async () => {
  let asked = 0
  assert.equal(await eventually('the third time', () => ++asked === 3 && asked), 3)
})

test('what never comes fails with what there is instead', async () => {
  const never = eventually('a call', () => undefined, { deadlineMs: 30, shown: () => ({ calls: [] }) })
  await assert.rejects(never, /a call did not happen within 30 ms; instead: \{\s+"calls": \[\]/)
})

test('a question that is never answered fails too', async () => {
  await assert.rejects(
    eventually('a call', () => new Promise<boolean>(() => undefined), { deadlineMs: 20 }),
    /an answer about: a call did not happen within 20 ms/,
  )
})
