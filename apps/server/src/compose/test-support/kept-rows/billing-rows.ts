import { randomUUID } from 'node:crypto'
import { ALIVE, AT, id, invoice, of, type Row } from './row.ts'

/** Money: mandates 14 months after the last collection, vouchers eight years, books ten. */
export const BILLING_ROWS: readonly Row[] = [
  // Traffic data: 90 days, or 180 after the dispatch of the invoice of January on 5 February.
  {
    table: 'rated_call',
    values: { usage_id: 'billed', ...rated('2014-01-15', 'rated'), tariff_version_id: id('version'), place: 1_000_000 },
    goes: '2014-08-04',
  },
  { table: 'rated_call', values: { usage_id: 'put-aside', ...rated('2014-01-15', 'put-aside') }, goes: '2014-08-28' },
  { table: 'rated_call', values: { usage_id: 'to be billed', ...rated('2014-01-15', 'rated') } },
  // End of the following year.
  { table: 'invoice_run_customer', values: { run_id: id('run'), ...of, place: 1, name: 'Muster', state: 'issued' }, goes: '2016-01-01' },
  { table: 'rerating_run_customer', values: { run_id: id('rerating'), ...of, place: 1, state: 'kept', work: 0 }, goes: '2016-01-01' },
  {
    table: 'price_mail',
    values: {
      ...{ id: id('price mail'), ...of, notice_id: id('notice'), recipient: 'chefin@example.org', subject: 'Neue Preise', text: 'x' },
      ...{ created_at: AT, not_before: AT, last_error: '550 no such user' },
    },
    goes: '2016-01-01',
  },
  // Fourteen months after the last collection.
  {
    table: 'sepa_mandate',
    values: {
      id: id('mandate'),
      ...of,
      reference: 'M1',
      kind: 'recurring',
      state: 'revoked',
      account_holder: 'Muster',
      iban: 'DE02120300000000202051',
      signed_on: '2014-01-05',
      given_by: 'paper',
      giver_name: 'Chefin',
      last_used_on: '2014-02-20',
      document_key: 'mandate.pdf',
    },
    goes: '2015-04-21',
  },
  // Eight years, and ten.
  { table: 'invoice', values: invoice('invoice', ALIVE), goes: '2023-01-01' },
  {
    table: 'invoice_document',
    values: { id: id('pdf'), ...of, invoice_id: id('invoice'), kind: 'pdf', blob_key: 'invoice.pdf', octets: 1, sha256: 'x' },
    goes: '2023-01-01',
  },
  {
    table: 'invoice_delivery',
    values: { id: id('mail'), ...of, invoice_id: id('invoice'), way: 'mail', address: 'anna@muster.example', state: 'sent' },
    goes: '2023-01-01',
  },
  {
    table: 'billed_calls',
    values: {
      ...{ ...of, month: '2014-01-01', tariff_version_id: id('version'), zone: 'de-fixed', invoice_id: id('invoice') },
      ...{ after_place: 999_999, until_place: 1_000_000 },
    },
    goes: '2023-01-01',
    key: 'invoice_id',
  },
  {
    table: 'bank_file',
    values: {
      id: id('file'),
      kind: 'camt.053',
      message_id: 'x',
      name: 'x',
      sha256: 'x',
      taken_at: '2014-02-21',
      taken_by: 'Amt',
      counts: '{}',
    },
    goes: '2023-01-01',
  },
  {
    table: 'bank_entry',
    values: {
      id: id('entry'),
      bank_file_id: id('file'),
      entry_key: 'x',
      amount_micros: 10_000_000,
      currency: 'EUR',
      booked_on: '2014-02-20',
      payer_name: 'Muster',
      remittance: 'x',
      state: 'matched',
      ...of,
    },
    goes: '2023-01-01',
  },
  {
    table: 'bank_entry',
    values: {
      id: id('unclear'),
      bank_file_id: id('file'),
      entry_key: 'y',
      amount_micros: 10_000_000,
      currency: 'EUR',
      booked_on: '2014-02-20',
      remittance: 'x',
      state: 'unclear',
    },
    goes: '2023-01-01',
  },
  {
    table: 'open_item',
    values: {
      id: id('item'),
      ...of,
      kind: 'invoice',
      number: 'RE-1',
      amount_micros: 10_000_000,
      currency: 'EUR',
      issued_on: '2014-02-05',
      due_on: '2014-02-19',
    },
    goes: '2025-01-01',
  },
  {
    table: 'sepa_batch',
    values: {
      id: id('batch'),
      message_id: 'x',
      made_at: '2014-02-10',
      made_by: 'Amt',
      debits: 1,
      total_micros: 10_000_000,
      currency: 'EUR',
      content: '<xml/>',
      sha256: 'x',
      given_out_at: '2014-02-10',
    },
    goes: '2025-01-01',
  },
  {
    table: 'direct_debit',
    values: {
      id: id('debit'),
      ...of,
      open_item_id: id('item'),
      mandate_id: id('mandate'),
      amount_micros: 10_000_000,
      currency: 'EUR',
      due_on: '2014-02-20',
      attempt: 1,
      state: 'collected',
      batch_id: id('batch'),
      end_to_end_id: 'E1',
      announced_at: AT,
    },
    goes: '2025-01-01',
  },
  {
    table: 'payment_entry',
    values: {
      id: id('payment'),
      ...of,
      open_item_id: id('item'),
      kind: 'debit',
      amount_micros: 10_000_000,
      currency: 'EUR',
      booked_on: '2014-02-20',
      source: 'x',
      noted_by: 'Amt',
    },
    goes: '2025-01-01',
  },
  {
    table: 'prepaid_movement',
    values: {
      id: id('movement'),
      ...of,
      kind: 'top-up',
      from_account: 'cash',
      to_account: 'balance',
      amount_micros: 10_000_000,
      source: 'x',
      noted_by: 'Amt',
      moved_at: AT,
    },
    goes: '2025-01-01',
  },
]

function rated(day: string, outcome: 'rated' | 'put-aside'): Row['values'] {
  const at = `${day}T11:00:00Z`
  const priced = outcome === 'rated' ? { tariff_version_id: randomUUID(), zone: 'de-fixed', currency: 'EUR' } : { reason: 'no-tariff' }
  return {
    ...{ ...of, call_id: outcome, month: '2014-01-01', answered_at: at, ended_at: at, called: '+493012345', billed_number: '+4922155500' },
    ...{ origin: 'own', way: 'carrier', medium: 'voice', outcome, amount_sixtieths: outcome === 'rated' ? 60 : 0, ...priced },
  }
}
