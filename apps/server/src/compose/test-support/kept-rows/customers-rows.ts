import { ENDED, HELD, id, invoice, type Row, started } from './row.ts'

function agreement(name: string, tenant_id: string): Row['values'] {
  return {
    ...{ id: id(`agreement ${name}`), tenant_id, version: '1', language: 'de', accepted_by: 'Chefin', position: 'Geschäftsführerin' },
    ...{ login_name: 'Chefin', address: '192.0.2.1', accepted_at: '2014-02-01', blob_key: `agreement/${name}`, sha256: 'x' },
  }
}

/** Customers: one whose contract ended in June 2014, one that is held by an open porting until May 2016. */
export const CUSTOMER_ROWS: readonly Row[] = [
  { table: 'tenant', values: { id: ENDED }, goes: '2016-01-01' },
  {
    table: 'login',
    values: { id: id('of ended'), tenant_id: ENDED, email: 'weg@ended.example', name: 'Weg', kind: 'tenant' },
    goes: '2016-01-01',
  },
  { table: 'call_started', values: started('of ended', '2015-12-20T11:00:00Z', ENDED), goes: '2016-01-02' },
  { table: 'invoice', values: invoice('of ended', ENDED), goes: '2023-01-01' },
  { table: 'tenant', values: { id: HELD }, goes: '2016-05-02' },
  // Business letters: six years after the year in which the contracts ended.
  { table: 'kept_contract', values: { id: id('contract of ended') }, comes: '2016-01-01', goes: '2021-01-01' },
  { table: 'processing_agreement', values: agreement('of ended', ENDED), goes: '2016-01-01' },
  { table: 'kept_agreement', values: { id: id('agreement of ended') }, comes: '2016-01-01', goes: '2021-01-01' },
  { table: 'kept_contract', values: { id: id('contract of held') }, comes: '2016-05-02', goes: '2021-01-01' },
]
