import assert from 'node:assert/strict'
import { test } from 'node:test'
import { contractTerms } from '../catalogue/terms.ts'
import { contractNotice } from './contract-notice.ts'
import { contractOf } from './fold.ts'
import { begun, day, written } from './test-support/written-contract.ts'

const title = { de: 'Anlage', en: 'PBX' }
const rule = { notice: { months: 3 }, to: 'term-end', renewalMonths: 3 }
const terms = contractTerms.parse({ termMonths: [12], layers: [{ name: 'order-form', title, contract: rule }] })

function said(today: string, customerKind?: 'consumer', months = 12, until?: string) {
  const end = until === undefined ? [] : [['2026-01-01', { kind: 'cancelled', until: day(until) }] as const]
  const history = written([['2026-01-01', begun('2026-01-01', 'v1', months)], ...end])
  const contract = contractOf({ ...history, customerKind }) ?? assert.fail()
  return contractNotice(contract, { title, terms }, day(today))?.de
}

const BEGUN = 'Vertrag „Anlage“: Beginn am 01.01.2026, Ende der Mindestlaufzeit am 31.12.2026.'

test('§ 4 TKTransparenzV: an invoice says begin, end of the first term, notice and the last day for it', () => {
  assert.equal(
    said('2026-05-04'),
    `${BEGUN} Kündigungsfrist 3 Monate: Geht Ihre Kündigung nicht bis zum 30.09.2026 ein, verlängert sich der Vertrag stillschweigend.`,
  )
  assert.equal(
    said('2026-10-04'),
    `${BEGUN} Kündigungsfrist 3 Monate: Er endet frühestens am 31.03.2027, wenn Ihre Kündigung bis zum 31.12.2026 eingeht, und verlängert sich sonst stillschweigend.`,
  )
})

test('§ 56 (3) TKG: consumers are told that the contract goes on, how to prevent it, and that they may end it then', () => {
  assert.equal(
    said('2026-05-04', 'consumer'),
    `${BEGUN} Kündigungsfrist 1 Monat: Geht Ihre Kündigung nicht bis zum 30.11.2026 ein, verlängert sich der Vertrag stillschweigend. Danach können Sie ihn jederzeit mit einem Monat Frist kündigen.`,
  )
  assert.equal(
    said('2027-02-10', 'consumer'),
    `${BEGUN} Sie können ihn jederzeit mit einer Frist von 1 Monat kündigen, frühestens zum 10.03.2027.`,
  )
})

test('what has been given notice to says its end; terms of a month, and contracts that are over, say nothing', () => {
  assert.equal(said('2026-05-04', undefined, 12, '2026-12-31'), `${BEGUN} Er ist gekündigt und endet am 31.12.2026.`)
  assert.equal(said('2027-01-04', undefined, 12, '2026-12-31'), undefined)
  assert.equal(said('2026-01-04', undefined, 1), undefined)
})
