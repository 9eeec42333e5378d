import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Problem } from '../../../api/problem.ts'
import type { Draft, Flow } from '../graph/flow.ts'
import { Autosave, type Saving } from './autosave.ts'

const draft = (start: string): Draft => ({ graph: { start, blocks: [] }, layout: {}, examples: [] })

/** A server that takes what is stored, or says no as it is told to; time passes by `elapse`. */
function world() {
  const sent: string[] = []
  const told: Saving['kind'][] = []
  const refusals: Problem[] = []
  let due: (() => void) | undefined
  const store = ({ graph }: Draft, revision: number): Promise<Flow> => {
    sent.push(`${graph.start} on ${revision}`)
    const refusal = refusals.shift()
    if (refusal !== undefined) return Promise.reject(refusal)
    return Promise.resolve({
      ...{ id: 'f', tenantId: 't', name: 'n', number: null, draft: graph, published: null, version: null, examples: [], layout: {} },
      ...{ revision: revision + 1, problems: [] },
    })
  }
  const later = (work: () => void): (() => void) => {
    due = work
    return () => {
      due = undefined
    }
  }
  const autosave = new Autosave({ store, later, stored: () => undefined, told: ({ kind }) => told.push(kind) }, 1)
  const elapse = async (): Promise<void> => {
    due?.()
    await autosave.flush()
  }
  return { autosave, sent, told, refusals, elapse }
}

test('changes in a row are stored once, the last of them', async () => {
  const { autosave, sent, elapse } = world()
  for (const start of ['a', 'b', 'c']) autosave.change(draft(start))
  assert.deepEqual(sent, [])
  await elapse()
  assert.deepEqual(sent, ['c on 1'])
  assert.equal(autosave.isBehind, false)
})

test('each change goes out from what the server has answered before', async () => {
  const { autosave, sent, elapse } = world()
  autosave.change(draft('a'))
  await elapse()
  autosave.change(draft('b'))
  await elapse()
  assert.deepEqual(sent, ['a on 1', 'b on 2'])
})

test('what is drawn while something is being stored is stored after it', async () => {
  const { autosave, sent } = world()
  autosave.change(draft('a'))
  const first = autosave.flush()
  await Promise.resolve()
  assert.deepEqual(sent, ['a on 1'])
  autosave.change(draft('b'))
  assert.equal(await first, true)
  await autosave.flush()
  assert.deepEqual(sent, ['a on 1', 'b on 2'])
})

test('when somebody else was faster nothing is stored until it is said which draft counts', async () => {
  const { autosave, sent, told, refusals } = world()
  refusals.push(new Problem('flow-changed', 409, {}))
  autosave.change(draft('a'))
  assert.equal(await autosave.flush(), false)
  assert.equal(told.at(-1), 'conflict')
  assert.equal(autosave.isBehind, true)
  assert.equal(await autosave.goOnFrom(7, draft('a')), true)
  assert.deepEqual(sent, ['a on 1', 'a on 7'])
  assert.equal(told.at(-1), 'saved')
})

test('the other draft is taken: nothing is sent', async () => {
  const { autosave, sent, refusals } = world()
  refusals.push(new Problem('flow-changed', 409, {}))
  autosave.change(draft('a'))
  await autosave.flush()
  assert.equal(await autosave.goOnFrom(7, undefined), true)
  assert.deepEqual(sent, ['a on 1'])
  assert.equal(autosave.isBehind, false)
})

test('while the server cannot be reached it is tried again by itself, and nothing is lost', async () => {
  const { autosave, sent, told, refusals, elapse } = world()
  refusals.push(new Problem('unreachable', 0, {}))
  autosave.change(draft('a'))
  assert.equal(await autosave.flush(), false)
  assert.equal(told.at(-1), 'refused')
  await elapse()
  assert.deepEqual(sent, ['a on 1', 'a on 1'])
  assert.equal(told.at(-1), 'saved')
})
