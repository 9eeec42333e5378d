import assert from 'node:assert/strict'
import { test } from 'node:test'
import { WorkerGroups } from './worker-groups.ts'

test('a group stays on its worker until its last session is closed', () => {
  const groups = new WorkerGroups<string>()
  groups.enter('tenant', 'first')
  groups.enter('tenant', 'first')
  groups.leave('tenant', 'first')
  assert.equal(groups.workerOf('tenant'), 'first')
  groups.leave('tenant', 'first')
  assert.equal(groups.workerOf('tenant'), undefined)
})

test('a group of a dead worker begins anew, and its old sessions do not count for the new worker', () => {
  const groups = new WorkerGroups<string>()
  groups.enter('tenant', 'dead')
  groups.forget('dead')
  groups.enter('tenant', 'living')
  groups.leave('tenant', 'dead')
  assert.equal(groups.workerOf('tenant'), 'living')
})
