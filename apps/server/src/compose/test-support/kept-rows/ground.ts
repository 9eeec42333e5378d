import { id, of, type Row } from './row.ts'

/** What others refer to: it stays. */
export const GROUND: readonly Row[] = [
  {
    table: 'extension',
    values: { ...of, id: id('extension'), number: '10', name: 'Anna', sip_username: 'anna', ha1_md5: 'x', ha1_sha256: 'x' },
    key: 'id',
  },
  { table: 'login', values: { id: id('login'), ...of, email: 'anna@muster.example', name: 'Anna', kind: 'tenant' } },
  { table: 'login', values: { id: id('staff'), email: 'amt@klinke.example', name: 'Amt', kind: 'operator', language: 'de' } },
  {
    table: 'webhook',
    values: { id: id('hook'), ...of, url: 'https://muster.example', description: '', topics: '{calls}', secret_sealed: 'x' },
  },
  { table: 'team', values: { id: id('queue'), ...of, kind: 'queue', name: 'Hotline', settings: '{}' } },
  {
    table: 'customer_trunk',
    values: {
      ...{ id: id('trunk'), ...of, name: 'Anlage', product: 'basic', channels: 4, access: 'registration', number_format: 'e164' },
      ...{ signalling: 'sip-ddi', transport: 'UDP', srtp: 'none' },
    },
  },
  { table: 'management_consent', values: { id: id('valid'), ...of, scope: 'reports', granted_by: 'Chefin', granted_on: '2014-01-02' } },
]
