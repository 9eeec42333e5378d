import { randomUUID } from 'node:crypto'
import { AT, ENDED, id, of, porting, type Row } from './row.ts'

/** As `listingOf` writes it. */
const TOLD = JSON.stringify({ areaCode: '221', number: '55500', extension: '', kind: 'private', name: 'Muster', electronic: true })

/** What people have done, signed in for, asked and agreed to. */
export const ACCOUNT_ROWS: readonly Row[] = [
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
  // End of the following year.
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
  // Three whole years.
  {
    table: 'user_package_period',
    values: { extension_id: id('gone user'), ...of, user_package: 'user-basic', from_at: '2013-02-01T11:00:00Z', until_at: AT },
    goes: '2018-01-01',
  },
  { table: 'user_package_period', values: { extension_id: id('user'), ...of, user_package: 'user-basic', from_at: AT } },
  {
    table: 'management_consent',
    values: { id: id('withdrawn'), ...of, scope: 'chat-logs', granted_by: 'Chefin', granted_on: '2014-01-02', revoked_at: AT },
    goes: '2018-01-01',
  },
  // Fourteen months after the last collection.
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
  // Three whole years after what they prove.
  {
    table: 'privacy_request',
    values: {
      ...{ id: id('request'), ...of, kind: 'rectification', subject: '{}', asked_by: 'Anna', asked_at: AT, state: 'done' },
      ...{ reply_to: 'anna@muster.example', outcome: 'Erledigt', decided_by: 'Amt', decided_at: AT },
    },
    goes: '2018-01-01',
  },
  { table: 'privacy_mail', values: { ...privacyMail('answer'), request_id: id('request') }, goes: '2018-01-01' },
  { table: 'privacy_mail', values: privacyMail('news'), goes: '2018-01-01' },
  // What a publisher was told: of a customer that is there for as long; of a deleted one until the end of the following year.
  { table: 'directory_told', values: { entry_id: id('listed'), ...of, record: TOLD } },
  { table: 'directory_told', values: { entry_id: id('listed of ended'), tenant_id: ENDED, record: TOLD }, goes: '2018-01-01' },
]

function deed(): Row['values'] {
  return { actor_kind: 'user', actor_id: id('login'), actor_name: 'Anna', address: '192.0.2.1', action: 'changed' }
}

function seen(): Row['values'] {
  return { created_at: AT, last_seen_at: AT }
}

function privacyMail(name: string): Row['values'] {
  const written = { recipient: 'anna@muster.example', subject: 'x', text: 'x', created_at: AT, next_try_at: AT, sent_at: AT }
  return { id: id(`privacy mail ${name}`), ...of, ...written }
}
