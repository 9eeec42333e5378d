import { AT, id, of, type Row } from './row.ts'

/** What trunks, guards and traces keep. */
export const TRUNK_ROWS: readonly Row[] = [
  // What people have done: a year.
  { table: 'trunk_outage', values: { id: id('outage'), ...of, trunk_id: id('trunk'), began_at: AT, ended_at: AT }, goes: '2019-01-01' },
  {
    table: 'customer_trunk_change',
    values: {
      id: id('change'),
      ...of,
      trunk_id: id('trunk'),
      kind: 'places',
      effects: '[]',
      before: '{}',
      after: '{}',
      made_by: 'Anna',
      made_at: AT,
    },
    goes: '2015-02-02',
  },
  {
    table: 'guard_event',
    values: { id: id('event'), ...of, at: AT, kind: 'warning', once_key: 'x', german: 'x', english: 'x' },
    goes: '2015-02-02',
  },
  {
    table: 'guard_lock',
    values: {
      id: id('lock'),
      ...of,
      cause: 'breach',
      services: 'all',
      reason: 'x',
      announced_at: AT,
      outgoing_from: AT,
      lifted_at: AT,
      locked_by: 'Amt',
    },
    goes: '2015-02-02',
  },
  { table: 'guard_lift', values: { lifted_by: 'Amt', ...of, date: '2014-02-01' }, goes: '2015-02-02' },
  { table: 'guard_country', values: { country: 'FR', ...of, state: 'allowed', decided_at: AT }, goes: '2017-02-01' },
  { table: 'spam_score', values: { id: id('spam'), prefix: '+49190', score: 5, valid_until: AT }, goes: '2014-03-04' },
  // Traced callers (§ 14 TDDDG).
  {
    table: 'traced_call',
    values: {
      id: id('traced'),
      ...of,
      order_id: id('order'),
      sip_call_id: 'x',
      called_at: AT,
      asserted: '{}',
      is_hidden: true,
      carrier: 'x',
      delete_after: AT,
    },
    goes: '2014-02-02',
  },
  // End of the following year.
  {
    table: 'trace_order',
    values: {
      id: id('order'),
      ...of,
      number: '+4922155500',
      reason: 'x',
      request_reference: 'x',
      valid_from: '2014-01-01',
      valid_until: AT,
      keep_days: 7,
      user_may_mark: true,
      ordered_by: 'Amt',
    },
    goes: '2016-01-01',
  },
]
