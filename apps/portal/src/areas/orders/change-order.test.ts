import assert from 'node:assert/strict'
import { test } from 'node:test'
import { changeOrderOf, changeValuesOf, isLess } from './change-order.ts'

const item = {
  ...{ id: 'i1', item: 'queue', title: { de: 'Warteschlange', en: 'Queue' }, siteId: null, subject: null, quantity: 3, quantities: [] },
  ...{ quantityFrom: 'contract' as const, price: null, follows: null, earliestEnd: null },
}
const contract = { id: 'c1', items: [item] }

test('a change begins with the next month as everything is; what stays as it is orders nothing', () => {
  const values = changeValuesOf(contract, new Date('2026-12-15T12:00:00Z'))
  assert.deepEqual(values, { wishDate: '2027-01-01', endAll: false, takeAway: '', quantities: { i1: 3 } })
  assert.equal(changeOrderOf(contract, values), undefined)
})

test('an order names only what is to be otherwise; the end of all names nothing else', () => {
  const values = { wishDate: '2027-01-01', endAll: false, takeAway: '', quantities: { i1: '2' } }
  assert.deepEqual(changeOrderOf(contract, values)?.form, {
    ...{ kind: 'change', contractId: 'c1', wishDate: '2027-01-01', items: [{ itemId: 'i1', quantity: 2 }], cancel: null },
  })
  assert.partialDeepStrictEqual(changeOrderOf(contract, { ...values, endAll: true })?.form, { items: [], cancel: {} })
})

test('which of those go that there will be fewer of is asked only then, and said line by line', () => {
  const values = { ...changeValuesOf(contract), quantities: { i1: 2 }, takeAway: '300\n\n 301 ' }
  assert.deepEqual([isLess(contract, changeValuesOf(contract)), isLess(contract, values)], [false, true])
  assert.partialDeepStrictEqual(changeOrderOf(contract, values)?.form, { takeAway: ['300', '301'] })
})
