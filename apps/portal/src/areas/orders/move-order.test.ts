import assert from 'node:assert/strict'
import { test } from 'node:test'
import { leavesOrtsnetz, moveOrderOf, NO_MOVE } from './move-order.ts'

const sites = [{ id: 's1', name: 'Zentrale', areaCode: '221' }]
const address = { street: 'Neumarkt', houseNumber: '1', postalCode: '50667', city: 'Köln' }
const values = { ...NO_MOVE, ...address, siteId: 's1', wishDate: '2030-03-04' }

test('NUM-02: a move keeps the name and the Ortsnetz of the site, and orders nothing before all of the address is there', () => {
  assert.deepEqual(moveOrderOf('c1', sites, { ...values, quantities: { 'number-ten': 1 } })?.form, {
    ...{ kind: 'move', contractId: 'c1', siteId: 's1', wishDate: '2030-03-04', items: [] },
    site: { name: 'Zentrale', areaCode: '221', address },
  })
  for (const missing of [{ siteId: null }, { wishDate: '' }, { street: ' ' }, { city: '' }, { siteId: 'of another' }])
    assert.equal(moveOrderOf('c1', sites, { ...values, ...missing }), undefined)
})

test('NUM-02: into another Ortsnetz a site takes new numbers along with its order', () => {
  const away = { ...values, areaCode: '030', quantities: { 'number-ten': '1', 'number-single': '' } }
  assert.partialDeepStrictEqual(moveOrderOf('c1', sites, away)?.form, {
    site: { name: 'Zentrale', areaCode: '30', address },
    items: [{ item: 'number-ten', quantity: 1 }],
  })
  assert.deepEqual(
    ['0221', '221', '', '030'].map((areaCode) => leavesOrtsnetz(sites, { siteId: 's1', areaCode })),
    [false, false, false, true],
  )
})
