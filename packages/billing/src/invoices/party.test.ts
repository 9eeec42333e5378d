import assert from 'node:assert/strict'
import { test } from 'node:test'
import { issuerDetails } from './party.ts'
import { ISSUER } from './test-support/example.ts'

const rows: readonly (readonly [iban: string, right: boolean])[] = [
  ['DE89 3704 0044 0532 0130 00', true],
  ['de89370400440532013000', true],
  ['DE88370400440532013000', false],
  ['DE8937040044053201300', false],
  ['GB82WEST12345698765432', true],
  ['370400440532013000', false],
]
for (const [iban, right] of rows) {
  test(`IBAN ${iban} is ${right ? 'right' : 'wrong'}`, () => {
    assert.equal(issuerDetails.safeParse({ ...ISSUER, iban }).success, right)
  })
}
