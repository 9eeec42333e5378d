import assert from 'node:assert/strict'
import { test } from 'node:test'
import { moveOrderOf, NO_MOVE } from './move-order.ts'

const sites = [{ id: 's1', name: 'Zentrale', areaCode: '221' }]
const address = { street: 'Neumarkt', houseNumber: '1', postalCode: '50667', city: 'Köln' }

test('NUM-02: a move keeps the name and the Ortsnetz of the site, and orders nothing before all of the address is there', () => {
  const values = { ...NO_MOVE, ...address, siteId: 's1', wishDate: '2030-03-04' }
  assert.deepEqual(moveOrderOf('c1', sites, values)?.form, {
    ...{ kind: 'move', contractId: 'c1', siteId: 's1', wishDate: '2030-03-04' },
    site: { name: 'Zentrale', areaCode: '221', address },
  })
  for (const missing of [{ siteId: null }, { wishDate: '' }, { street: ' ' }, { city: '' }, { siteId: 'of another' }])
    assert.equal(moveOrderOf('c1', sites, { ...values, ...missing }), undefined)
})
