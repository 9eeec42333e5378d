import assert from 'node:assert/strict'
import { test } from 'node:test'
import { accountOf, groupedIban, veiledIban } from './account.ts'

const rows: readonly (readonly [iban: string, bic: string, outcome: string])[] = [
  ['DE02 1203 0000 0000 2020 51', 'BYLADEM1001', 'DE02120300000000202051 BYLADEM1001'],
  ['de02120300000000202051', '', 'DE02120300000000202051'],
  ['AT02 2050 3021 0102 3600', 'spihat22', 'AT022050302101023600 SPIHAT22'],
  ['DE03120300000000202051', '', 'iban-invalid'],
  ['DE0212030000000020205', '', 'iban-invalid'],
  ['DE20120300000000202051', '', 'iban-invalid'],
  ['DE02120300000000202O51', '', 'iban-invalid'],
  ['', '', 'iban-invalid'],
  ['BR1800360305000010009795493C1', '', 'iban-outside-sepa'],
  ['DE02120300000000202051', 'BYLADEM', 'bic-invalid'],
  ['DE02120300000000202051', '1YLADEM1001', 'bic-invalid'],
]
for (const [iban, bic, outcome] of rows) {
  test(`BIL-08: the account ${JSON.stringify(iban)} with the BIC ${JSON.stringify(bic)} is ${outcome}`, () => {
    const account = accountOf(iban, bic)
    assert.equal(account.ok ? [account.value.iban, account.value.bic ?? ''].join(' ').trim() : account.error, outcome)
  })
}

test('an IBAN is shown in groups of four, or with its middle left out', () => {
  assert.equal(groupedIban('DE02120300000000202051'), 'DE02 1203 0000 0000 2020 51')
  assert.equal(veiledIban('DE02120300000000202051'), 'DE02 … 2051')
})
