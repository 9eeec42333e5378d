import assert from 'node:assert/strict'
import { test } from 'node:test'
import { changeOf, valuesOf } from './change.ts'

const item = (id: string, quantity: number) => ({
  ...{
    id,
    item: id,
    title: { de: id, en: id },
    siteId: null,
    subject: null,
    quantity,
    quantities: [],
    price: null,
    quantityFrom: 'contract' as const,
    follows: null,
    earliestEnd: null,
  },
})
const CONTRACT = { items: [item('a', 12), item('b', 1)] }

test('only what is to be otherwise is sent, and what is added', () => {
  const values = { ...valuesOf(CONTRACT, new Date(2026, 10, 22)), item: 'queue', quantity: 2 }
  assert.equal(values.from, '2026-12-01')
  assert.deepEqual(changeOf(CONTRACT, { ...values, quantities: { a: 10, b: 1 }, reason: ' Kulanz ' }), {
    ...{ from: '2026-12-01', reason: 'Kulanz' },
    items: [
      { itemId: 'a', quantity: 10 },
      { item: 'queue', quantity: 2 },
    ],
  })
})

test('where nothing is otherwise, the server is asked about what is there', () => {
  assert.deepEqual(changeOf(CONTRACT, valuesOf(CONTRACT, new Date(2026, 11, 31))), {
    from: '2027-01-01',
    items: [{ itemId: 'a', quantity: 12 }],
  })
})
