import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { OrderForm } from './order-form.ts'
import { orderForm } from './order-form.ts'
import { skipOf } from './task-skips.ts'
import type { StoredTask } from './task-store.ts'
import type { OrderTask } from './tasks.ts'

const ADDRESS = { street: 'Domkloster', houseNumber: '4', postalCode: '50667', city: 'Köln' }
const FORM: OrderForm = orderForm.parse({
  ...{ kind: 'new', profileId: 'flat', wishDate: '2026-11-23', sipDomain: 'muster.example.org', items: [{ item: 'base', quantity: 1 }] },
  customer: { ...ADDRESS, company: 'Muster GmbH', phone: '+49 221 123450', email: 'rechnung@example.org' },
  administrator: { name: 'Anna Admin', email: 'anna@example.org' },
  site: { name: 'Zentrale', areaCode: '221', address: ADDRESS },
})

function tasksOf(tasks: readonly OrderTask[], failed: number): readonly StoredTask[] {
  return tasks.map((task, index) => ({
    ...{ position: index + 1, task, due: undefined, doneAt: index + 1 < failed ? new Date(0) : undefined, result: '' },
    ...{ trouble: index + 1 === failed ? { de: 'Geht nicht.', en: 'No.' } : undefined, amendment: undefined, skipped: undefined },
  }))
}

function skipAt(tasks: readonly OrderTask[], failed: number) {
  const stored = tasksOf(tasks, failed)
  const task = stored[failed - 1]
  assert.ok(task)
  return skipOf(task, stored, FORM)
}

test('what nothing stands on may be skipped, and what stays charged says so', () => {
  const skip = skipAt([{ kind: 'site' }, { kind: 'group' }, { kind: 'contract' }], 2)
  assert.equal(skip?.allowed, true)
  assert.match(skip?.words.de ?? '', /wird berechnet/)
})

test('the customer, its limits, its contract and who gets invoices are never skipped', () => {
  for (const kind of ['customer', 'settings', 'recipient', 'limits', 'contract'] as const)
    assert.equal(skipAt([{ kind }], 1)?.allowed, false, kind)
})

test('what something else stands on names that', () => {
  const site = skipAt([{ kind: 'site' }, { kind: 'numbers', size: 10 }, { kind: 'extensions', count: 5 }], 1)
  assert.deepEqual([site?.allowed, site?.words.en], [false, 'On it stands: Assign numbers (10), Create extensions (5).'])
  const login = skipAt([{ kind: 'administrator' }, { kind: 'hand-over' }], 1)
  assert.deepEqual([login?.allowed, login?.words.de], [false, 'Darauf baut noch auf: Zugangsdaten übergeben.'])
})

test('a directory entry stands on the last number only', () => {
  const numbers = { kind: 'numbers', size: 10 } as const
  const entry = { kind: 'directory-entry' } as const
  assert.equal(skipAt([numbers, entry], 1)?.allowed, false)
  assert.equal(skipAt([numbers, numbers, entry], 2)?.allowed, true)
})

test('only what has failed is skipped', () => {
  const tasks = tasksOf([{ kind: 'group' }, { kind: 'queue' }, { kind: 'room' }], 2)
  assert.deepEqual(
    tasks.map((task) => skipOf(task, tasks, FORM)?.allowed),
    [undefined, true, undefined],
  )
})
