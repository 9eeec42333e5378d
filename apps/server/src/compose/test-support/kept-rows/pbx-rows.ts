import { randomUUID } from 'node:crypto'
import { AT, extension, id, of, type Row, started } from './row.ts'

/** What calls leave: 90 days, or 180 after the dispatch of the invoice of January on 5 February; counted by hand, as all of these. */
export const PBX_ROWS: readonly Row[] = [
  // Traffic data: 90 days, or 180 after the dispatch of the invoice of January on 5 February.
  { table: 'call_started', values: started('free', '2014-03-10T11:00:00Z'), goes: '2014-06-08' },
  { table: 'call_started', values: started('charged', '2014-01-15T11:00:00Z'), goes: '2014-08-04' },
  { table: 'call_ended', values: ended('charged', '2014-01-15T11:00:00Z'), goes: '2014-08-04' },
  { table: 'call_answered', values: answered('charged', '2014-01-15T11:00:00Z'), goes: '2014-08-04' },
  {
    table: 'queue_visit',
    values: { id: 'v', joined_at: AT, ...of, queue_id: id('queue'), call_id: 'c', kind: 'caller', ended: 'answered', left_at: AT },
    goes: '2014-05-02',
  },
  {
    table: 'queue_work',
    values: { id: 'w', began_at: AT, ...of, queue_id: id('queue'), call_id: 'c', agent_extension: '10', ended_at: AT, wrap_up_seconds: 0 },
    goes: '2014-05-02',
  },
  {
    table: 'call_hour_sum',
    values: { hour: AT, ...of, direction: 'out', calls: 1, answered: 1, talk: 1 },
    goes: '2016-02-02',
    key: 'tenant_id',
  },
  // Traces, and what waits.
  { table: 'call_trace', values: { call_id: 't', ...of, expires_at: AT, trace: '{}' }, goes: '2014-02-02' },
  {
    table: 'refused_request',
    values: {
      ...{ id: id('refused'), ...of, ...extension, refused_at: AT, expires_at: AT, method: 'INVITE', account: 'anna', source: '192.0.2.1' },
      ...{ status: 403, reason: 'x', ladder: '[]' },
    },
    goes: '2014-02-02',
  },
  {
    table: 'queue_callback',
    values: { id: id('callback'), ...of, queue_id: id('queue'), caller_number: '+4922112345', priority: 1, since: AT, attempts: 0 },
    goes: '2014-02-09',
  },
  {
    table: 'call_completion',
    values: {
      ...{ id: id('completion'), ...of, ...extension, kind: 'busy', dialled: '11', number: '11', is_hidden: false, seen_active: false },
      ...{ attempts: 0, unanswered: 0, requested_at: AT, not_before: AT, expires_at: AT },
    },
    goes: '2014-02-09',
  },
  // What people have done: a year.
  {
    table: 'recording_access',
    values: { id: id('access'), ...of, recording_id: randomUUID(), at: AT, what: 'heard', who: 'Anna' },
    goes: '2015-02-02',
  },
  {
    table: 'emergency_test',
    values: { id: id('test'), ...of, ...extension, made_at: AT, made_by: 'Anna', result: '{}' },
    goes: '2015-02-02',
  },
]

function answered(call_id: string, at: string): Row['values'] {
  return { call_id, started_at: at, ...of, answered_at: at, answered_by: '{}' }
}

function ended(call_id: string, at: string): Row['values'] {
  return { call_id, started_at: at, ...of, ended_at: at, cause: 'hung-up', route: '[]', charge: '{"way":"carrier"}' }
}
