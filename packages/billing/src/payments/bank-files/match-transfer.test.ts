import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Claim, Claims } from './match-transfer.ts'

const EURO = 1_000_000n
const claim = (id: string, tenantId: string, number: string, euro: bigint): Claim => ({
  ...{
    id,
    tenantId,
    number,
    openMicros: euro * EURO,
    currency: 'EUR',
    customerNumber: { acme: '10001', beta: '10002' }[tenantId] ?? '10003',
  },
  kind: 'invoice',
})
const CLAIMS = new Claims([
  claim('a1', 'acme', 'RE-2026-0017', 100n),
  claim('a2', 'acme', 'RE-2026-0018', 40n),
  claim('b1', 'beta', 'RE-2026-0019', 100n),
  claim('b2', 'beta', 'RE-2026-001', 7n),
  claim('b3', 'beta', 'RE-2026-0020', 100n),
  claim('c1', 'gamma', 'RE-2026-0021', 50n),
  { ...claim('c2', 'gamma', 'RE-2026-0021-M2', 5n), kind: 'dunning-fee', feeOf: 'RE-2026-0021' },
  { ...claim('c3', 'gamma', 'RE-2026-0021-M3', 6n), kind: 'dunning-fee', feeOf: 'RE-2026-0021' },
  { ...claim('c4', 'gamma', 'RE-2026-0021-RL1', 12n), kind: 'return-fee', feeOf: 'RE-2026-0021' },
  claim('c5', 'gamma', 'RE-2026-0022', 0n),
  { ...claim('c6', 'gamma', 'RE-2026-0022-M2', 7n), kind: 'dunning-fee', feeOf: 'RE-2026-0022' },
])

const rows: readonly (readonly [text: string, euro: bigint, outcome: string])[] = [
  ['Rechnung RE-2026-0017 vom 1.11.', 100n, 'a1:100'],
  ['RE 2026 0017', 100n, 'a1:100'],
  ['RE2026-00 17 danke', 100n, 'a1:100'],
  ['re-2026-0017, re-2026-0018', 140n, 'a1:100 a2:40'],
  ['RE-2026-0017', 30n, 'a1:30'],
  ['RE-2026-0017', 101n, 'amount-differs'],
  ['RE-2026-0017 RE-2026-0018', 120n, 'amount-differs'],
  ['RE-2026-0017 RE-2026-0019', 200n, 'several-customers'],
  ['RE-2026-001', 7n, 'b2:7'],
  ['RE-2026-00177', 100n, 'nothing-named'],
  ['Kundennummer 10001', 40n, 'a2:40'],
  ['KdNr. 10001', 140n, 'a1:100 a2:40'],
  ['10001', 77n, 'amount-differs'],
  ['Kunde 10002', 100n, 'amount-differs'],
  ['RE-2026-0021', 50n, 'c1:50'],
  ['RE-2026-0021 mit Mahngebühren', 61n, 'c1:50 c2:5 c3:6'],
  ['RE-2026-0021 samt Rücklastschrift', 73n, 'c1:50 c2:5 c3:6 c4:12'],
  ['RE-2026-0021', 55n, 'amount-differs'],
  ['RE-2026-0021, RE-2026-0021-M2', 55n, 'c1:50 c2:5'],
  ['RE-2026-0022', 7n, 'c6:7'],
  ['Vielen Dank', 40n, 'nothing-named'],
  ['', 100n, 'nothing-named'],
]
for (const [text, euro, outcome] of rows) {
  test(`a transfer of ${euro} € with the text ${JSON.stringify(text)} is ${outcome}`, () => {
    assert.equal(inWords(text, { amountMicros: euro * EURO }), outcome)
  })
}

test('another currency is never taken for euros', () => assert.equal(inWords('RE-2026-0017', { currency: 'USD' }), 'other-currency'))

test('what could have been booked already is looked at by somebody', () =>
  assert.equal(inWords('RE-2026-0017', { isSure: false }), 'no-bank-reference'))

test('an invoice that is named counts more than the customer who is named beside it', () => {
  assert.equal(inWords('Kunde 10002 RE-2026-0020', {}), 'b3:100')
})

test('an invoice that was paid is not paid again: somebody looks at the second transfer', () => {
  const claims = new Claims([claim('a1', 'acme', 'RE-1', 100n)])
  const transfer = {
    key: 'k',
    isSure: true,
    amountMicros: 100n * EURO,
    currency: 'EUR',
    bookedOn: '2026-11-20',
    ...NOBODY,
    remittance: 'RE-1',
  }
  const first = claims.match(transfer)
  claims.settle(first.kind === 'matched' ? first.shares : [])
  assert.deepEqual(claims.match(transfer), { kind: 'unclear', why: 'amount-differs', tenantId: 'acme' })
})

function inWords(
  remittance: string,
  other: { readonly amountMicros?: bigint; readonly currency?: string; readonly isSure?: boolean },
): string {
  const transfer = {
    key: 'k',
    isSure: true,
    amountMicros: 100n * EURO,
    currency: 'EUR',
    bookedOn: '2026-11-20',
    ...NOBODY,
    remittance,
    ...other,
  }
  const match = CLAIMS.match(transfer)
  return match.kind === 'unclear' ? match.why : match.shares.map(({ claimId, micros }) => `${claimId}:${micros / EURO}`).join(' ')
}

const NOBODY = { payerName: undefined, payerIban: undefined }
