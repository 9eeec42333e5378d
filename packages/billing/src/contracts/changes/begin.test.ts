import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day, profileWith } from '../test-support/written-contract.ts'
import { planBegin } from './begin.ts'
import { ContractRuleBroken } from './refusals.ts'

const terms = {
  termMonths: [36, 12, 24],
  layers: [{ name: 'terms', title: { de: 'AGB', en: 'Terms' }, contract: { notice: { months: 3 }, to: 'term-end', renewalMonths: 12 } }],
}
const version = { id: 'v1', file: profileWith([{ id: 'x', price: '1.00' }], { terms }) }
const facts = { today: day('2026-11-22'), newId: () => 'id' }

function begun(customerKind: 'consumer' | 'small-enterprise' | 'enterprise' | undefined, termMonths?: number) {
  const [deed] = planBegin(version, { begins: day('2026-12-01'), termMonths, items: [{ item: 'x', quantity: 1 }], customerKind }, facts)
  return deed?.kind === 'begun' ? deed.termMonths : undefined
}

test('§ 56 (1) TKG: consumers and small enterprises get no first term of more than two years; enterprises what the product sells', () => {
  assert.deepEqual([begun('enterprise'), begun(undefined, 36), begun('consumer'), begun('small-enterprise', 24)], [36, 36, 12, 24])
  assert.throws(
    () => begun('consumer', 36),
    new ContractRuleBroken('contract-not-sold', {
      en: 'Test has terms of 12, 24 months; not of 36.',
      de: 'Test gibt es mit Laufzeiten von 12, 24 Monaten; nicht mit 36.',
    }),
  )
})
