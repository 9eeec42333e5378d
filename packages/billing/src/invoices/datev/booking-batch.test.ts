import assert from 'node:assert/strict'
import { test } from 'node:test'
import { composed } from '../compose.ts'
import type { ChargeLine } from '../line.ts'
import { issuerDetails, type RecipientDetails } from '../party.ts'
import { CALLS, chargeWith, customerWith, ISSUER, OCTOBER } from '../test-support/example.ts'
import { bookingBatch, inWindows1252 } from './booking-batch.ts'

const SETTINGS = issuerDetails.parse({ ...ISSUER, datev: { consultant: 1001, client: 7 } }).datev
assert.ok(SETTINGS)
const BATCH = { from: '2026-11-01', until: '2026-11-30', createdAt: new Date('2026-12-01T08:09:10.123Z') }

function batchOf(charges: readonly ChargeLine[], recipient: Partial<RecipientDetails> = {}): readonly string[] {
  const [content] = composed(customerWith(recipient), OCTOBER, charges)
  assert.ok(content && SETTINGS)
  const number = content.kind === 'invoice' ? 'RE-2026-000001' : 'GS-2026-000001'
  return bookingBatch([{ ...content, number, issuedOn: '2026-11-02', dueOn: '2026-11-16' }], SETTINGS, BATCH).split('\r\n')
}

test('the batch says what it is, whose it is and which days it has', () => {
  const [header = '', columns = ''] = batchOf([chargeWith()])
  assert.equal(
    header,
    '"EXTF";700;21;"Buchungsstapel";13;20261201080910123;;"KL";"";"";1001;7;20260101;4;20261101;20261130;"Rechnungen 20261101-20261130";"";1;0;0;"EUR";;"";;;"";;;"";""',
  )
  assert.equal(columns.split(';').length, 14)
})

const rows: readonly (readonly [
  what: string,
  charges: readonly ChargeLine[],
  recipient: Partial<RecipientDetails>,
  bookings: readonly string[],
])[] = [
  [
    'an invoice: gross in the debit of the customer, against revenue at 19 %',
    [chargeWith(), CALLS],
    { company: 'Müller "Süd"; GmbH' },
    ['39,50;"S";"EUR";;;"";10000;8400;"";0211;"RE-2026-000001";"";;"Müller ""Süd""  GmbH 2026-10"'],
  ],
  [
    'two rates: two bookings',
    [chargeWith(), chargeWith({ tax: 'reduced', quantity: 1, unitMicros: 10_000_000n })],
    { company: 'A', debtorAccount: '12345' },
    [
      '30,35;"S";"EUR";;;"";12345;8400;"";0211;"RE-2026-000001";"";;"A 2026-10"',
      '10,70;"S";"EUR";;;"";12345;8300;"";0211;"RE-2026-000001";"";;"A 2026-10"',
    ],
  ],
  [
    'reverse charge: an account of its own',
    [chargeWith()],
    { company: 'A', treatment: 'reverse-charge-reseller' },
    ['25,50;"S";"EUR";;;"";10000;8337;"";0211;"RE-2026-000001";"";;"A 2026-10"'],
  ],
  [
    'outside the EU: an account of its own',
    [chargeWith()],
    { company: 'A', treatment: 'third-country', country: 'CH' },
    ['25,50;"S";"EUR";;;"";10000;8338;"";0211;"RE-2026-000001";"";;"A 2026-10"'],
  ],
  [
    'a credit note: the other way round',
    [chargeWith({ quantity: -1 })],
    { company: 'A' },
    ['10,12;"H";"EUR";;;"";10000;8400;"";0211;"GS-2026-000001";"";;"A 2026-10"'],
  ],
]
for (const [what, charges, recipient, bookings] of rows) {
  test(what, () => {
    assert.deepEqual(batchOf(charges, recipient).slice(2, -1), bookings)
  })
}

test('DATEV reads Windows-1252: umlauts and the euro sign are one octet, what it does not know is a question mark', () => {
  assert.deepEqual([...inWindows1252('Aü€ł')], [0x41, 0xfc, 0x80, 0x3f])
})
