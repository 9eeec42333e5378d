/** Rows of every kind of personal data, and the night in which each goes. */
import { randomUUID } from 'node:crypto'

/** Noon of the day that most of what is kept is of. */
export const AT = '2014-02-01T11:00:00Z'

export const [ALIVE, ENDED, HELD] = [randomUUID(), randomUUID(), randomUUID()]
const ids = new Map<string, string>()
/** The same id for the same name. */
export function id(name: string): string {
  const known = ids.get(name) ?? randomUUID()
  ids.set(name, known)
  return known
}

export interface Row {
  readonly table: string
  readonly values: Readonly<Record<string, unknown>>
  /** The night in which it goes, worked out by hand; absent: it stays through all of them. */
  readonly goes?: string
  /** How it is found; absent: its first value. */
  readonly key?: string
}
export const of = { tenant_id: ALIVE }
const extension = { extension_id: id('extension') }

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

/** 90 days, 180 after an invoice of 5 February, 365, and whole years, all counted by hand. */
export const ROWS: readonly Row[] = [
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
  { table: 'rated_call', values: { usage_id: 'billed', ...rated('2014-01-15', 'rated'), invoice_id: id('invoice') }, goes: '2014-08-04' },
  { table: 'rated_call', values: { usage_id: 'put-aside', ...rated('2014-01-15', 'put-aside') }, goes: '2014-08-28' },
  { table: 'rated_call', values: { usage_id: 'to be billed', ...rated('2014-01-15', 'rated') } },
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
  { table: 'audit_log', values: { subject: 'anna', at: AT, ...of, ...deed() }, goes: '2015-02-02' },
  { table: 'audit_log', values: { subject: 'staff', at: AT, ...deed() }, goes: '2015-02-02' },
  {
    table: 'import_run',
    values: {
      id: id('import'),
      ...of,
      subject: 'extensions',
      file_name: 'x.csv',
      imported_by: 'Anna',
      created_at: AT,
      created: 1,
      changed: 0,
      skipped: 0,
      failed: 0,
    },
    goes: '2015-02-02',
  },
  {
    table: 'import_change',
    values: { import_id: id('import'), ...of, position: 1, row_id: randomUUID(), version: '1' },
    goes: '2015-02-02',
  },
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
  // Signing in, and what is sent.
  {
    table: 'login_session',
    values: {
      id: id('session'),
      login_id: id('login'),
      token_hash: 'a',
      method: 'password',
      address: '192.0.2.1',
      expires_at: AT,
      ...seen(),
    },
    goes: '2014-03-04',
  },
  { table: 'sign_in_token', values: { token_hash: 'b', purpose: 'invite', login_id: id('login'), expires_at: AT }, goes: '2014-03-04' },
  { table: 'known_device', values: { token_hash: 'c', login_id: id('login'), last_used_at: AT }, goes: '2015-02-02' },
  {
    table: 'webhook_delivery',
    values: {
      id: id('delivery'),
      ...of,
      webhook_id: id('hook'),
      type: 'calls.started',
      body: '{}',
      state: 'delivered',
      attempts: 1,
      next_at: AT,
      created_at: AT,
    },
    goes: '2014-03-04',
  },
  { table: 'idempotent_answer', values: { key: 'k', api_key_id: randomUUID(), request_hash: 'x', created_at: AT }, goes: '2014-02-04' },
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
  {
    table: 'dispute_hold',
    values: {
      id: id('dispute'),
      ...of,
      from_day: '2013-12-01',
      until_day: '2013-12-31',
      reason: 'x',
      made_by: 'Amt',
      made_at: AT,
      ended_at: AT,
    },
    goes: '2016-01-01',
  },
  { table: 'porting', values: { ...porting('done', '+4922155501'), updated_at: AT }, goes: '2016-01-01', key: 'id' },
  { table: 'porting_message', values: { id: id('message'), direction: 'to', content: '{}', at: AT, handled_at: AT }, goes: '2016-01-01' },
  { table: 'invoice_run_customer', values: { run_id: id('run'), ...of, place: 1, name: 'Muster', state: 'issued' }, goes: '2016-01-01' },
  // Three whole years.
  {
    table: 'management_consent',
    values: { id: id('withdrawn'), ...of, scope: 'chat-logs', granted_by: 'Chefin', granted_on: '2014-01-02', revoked_at: AT },
    goes: '2018-01-01',
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
  {
    table: 'ticket',
    values: {
      ...{ id: id('ticket'), ...of, number: '2014-1', kind: 'fault', severity: 'minor', state: 'closed', subject: 'x', via: 'mail' },
      ...{ opened_by: 'Anna', language: 'de', opened_at: AT, resolved_at: AT, closed_at: AT },
    },
    goes: '2018-01-01',
  },
  {
    table: 'stray_mail',
    values: { id: id('stray'), received_at: AT, sender: 'x', subject: 'x', text: 'x', reason: 'unknown-sender' },
    goes: '2014-05-03',
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
  // Customers: one whose contract ended in June 2014, one that is held by an open porting until May 2016.
  { table: 'tenant', values: { id: ENDED }, goes: '2016-01-01' },
  {
    table: 'login',
    values: { id: id('of ended'), tenant_id: ENDED, email: 'weg@ended.example', name: 'Weg', kind: 'tenant' },
    goes: '2016-01-01',
  },
  { table: 'call_started', values: started('of ended', '2015-12-20T11:00:00Z', ENDED), goes: '2016-01-02' },
  { table: 'invoice', values: invoice('of ended', ENDED), goes: '2023-01-01' },
  { table: 'tenant', values: { id: HELD }, goes: '2016-05-02' },
]

function started(call_id: string, started_at: string, tenant_id = ALIVE): Row['values'] {
  return { call_id, started_at, tenant_id, direction: 'out', caller: '{}', called: '{}', sip_call_id: 'x', emergency: false }
}

function answered(call_id: string, at: string): Row['values'] {
  return { call_id, started_at: at, ...of, answered_at: at, answered_by: '{}' }
}

function ended(call_id: string, at: string): Row['values'] {
  return { call_id, started_at: at, ...of, ended_at: at, cause: 'hung-up', route: '[]', charge: '{"way":"carrier"}' }
}

function rated(day: string, outcome: 'rated' | 'put-aside'): Row['values'] {
  const at = `${day}T11:00:00Z`
  const priced = outcome === 'rated' ? { tariff_version_id: randomUUID(), currency: 'EUR' } : { reason: 'no-tariff' }
  return {
    ...{ ...of, call_id: outcome, month: '2014-01-01', answered_at: at, ended_at: at, called: '+493012345', billed_number: '+4922155500' },
    ...{ origin: 'own', way: 'carrier', medium: 'voice', outcome, amount_sixtieths: outcome === 'rated' ? 60 : 0, ...priced },
  }
}

function deed(): Row['values'] {
  return { actor_kind: 'user', actor_id: id('login'), actor_name: 'Anna', address: '192.0.2.1', action: 'changed' }
}

function seen(): Row['values'] {
  return { created_at: AT, last_seen_at: AT }
}

export function porting(state: string, e164: string): Row['values'] {
  return {
    ...{ id: id(`porting ${e164}`), ...of, direction: 'in', business_case: 'VA-RRNP', e164, state, carrier: 'DEU.ANDERER' },
    ...{ holder: '{}', wished_for: '2014-01-20', created_by: 'Amt' },
  }
}

function invoice(name: string, tenant_id: string): Row['values'] {
  return {
    ...{ id: id(name), tenant_id, kind: 'invoice', state: 'paid', period_from: '2014-01-01', period_until: '2014-01-31', currency: 'EUR' },
    ...{ net: 0, tax: 0, gross: 0, content: '{}', fingerprint: '', number: name, issued_on: '2014-02-05', due_on: '2014-02-19' },
    issued_at: '2014-02-05',
  }
}
