import {
  BY_CUSTOMER,
  BY_USE,
  type DataKind,
  DEFAULT_AUDIT_DAYS,
  daysAgo,
  type Expiry,
  expiring,
  NOBODY,
  OPERATION,
  ofCustomer,
  type RetentionProfile,
  SECURITY,
  withCustomer,
} from '@klinke/accounts'
import { sql } from 'kysely'
import { callRecordKind } from '../call-records/kept-records.ts'

/** So that a report can hold a year against the one before. */
const SUM_DAYS = 730
/** Longer than anybody waits to be called back. */
const WAITING_DAYS = 7

const auditDays = ({ auditDays: days = DEFAULT_AUDIT_DAYS }: RetentionProfile): number => days

const sumsOfHour = (table: string): Expiry => ({
  table,
  before: ({ nowMs }) => daysAgo(nowMs, SUM_DAYS),
  rows: ({ tenantId, isDeleted }, before) => (isDeleted ? ofCustomer(tenantId) : sql`${ofCustomer(tenantId)} AND hour < ${before}`),
})

const sumsOfCalls = expiring(
  {
    ...{ name: 'sums-of-calls', words: { de: 'Stundensummen der Anrufe', en: 'Sums of calls by hour' }, purpose: OPERATION },
    ...{ recipients: NOBODY, source: BY_USE },
    tables: [
      { name: 'call_hour_extension', extensionNumber: ['extension'] },
      { name: 'call_hour_sum' },
      { name: 'call_hour_summed' },
      { name: 'call_hour' },
    ],
  },
  () => ({
    de: 'Zwei Jahre, für Vergleiche in Auswertungen; sie nennen keine Nummern von außen.',
    en: 'Two years, for comparison in reports; they name no numbers outside.',
  }),
  ['call_hour_extension', 'call_hour_sum', 'call_hour_summed', 'call_hour'].map(sumsOfHour),
)

const traces = expiring(
  {
    ...{ name: 'call-traces', words: { de: 'Aufzeichnungen zur Fehlersuche', en: 'Traces of calls' }, purpose: SECURITY },
    ...{ recipients: NOBODY, source: BY_USE },
    tables: [{ name: 'call_trace' }, { name: 'refused_request', extension: ['extension_id'] }],
  },
  () => ({
    de: 'Nach den Tagen des Produkts (callTraceDays), sonst 30 Tage (§ 12 TDDDG).',
    en: 'After the days of the product (callTraceDays), else 30 days (§ 12 TDDDG).',
  }),
  ['call_trace', 'refused_request'].map(
    (table): Expiry => ({
      table,
      before: ({ nowMs }) => daysAgo(nowMs, 0),
      rows: ({ tenantId }, before) => sql`${ofCustomer(tenantId)} AND expires_at < ${before}`,
    }),
  ),
)

const waiting = expiring(
  {
    ...{ name: 'wishes-for-call-backs', words: { de: 'Rückrufwünsche', en: 'Wishes to be called back' }, purpose: OPERATION },
    ...{ recipients: NOBODY, source: BY_USE },
    tables: [
      { name: 'queue_callback', extension: ['caller_extension_id'], number: ['caller_number'] },
      { name: 'call_completion', extension: ['extension_id', 'callee_id'], number: ['number'] },
    ],
  },
  () => ({
    de: `Bis zum Rückruf, längstens ${WAITING_DAYS} Tage.`,
    en: `Until the call back, ${WAITING_DAYS} days at the longest.`,
  }),
  [
    {
      table: 'queue_callback',
      before: ({ nowMs }) => daysAgo(nowMs, WAITING_DAYS),
      rows: ({ tenantId }, before) => sql`${ofCustomer(tenantId)} AND since < ${before}`,
    },
    {
      table: 'call_completion',
      before: ({ nowMs }) => daysAgo(nowMs, WAITING_DAYS),
      rows: ({ tenantId }, before) => sql`${ofCustomer(tenantId)} AND expires_at < ${before}`,
    },
  ],
)

const deeds = expiring(
  {
    ...{ name: 'deeds-of-people', words: { de: 'Nachweise über Handlungen', en: 'Proofs of deeds' }, purpose: SECURITY },
    ...{ recipients: NOBODY, source: BY_USE },
    tables: [
      { name: 'recording_access' },
      { name: 'emergency_test', extension: ['extension_id'] },
      { name: 'operator_switch', extensionNumber: ['extension'] },
    ],
  },
  (profile) => ({
    de: `${auditDays(profile)} Tage: wer Aufnahmen gehört, den Notruf geprüft, die Vermittlung umgeschaltet hat.`,
    en: `${auditDays(profile)} days: who listened to recordings, tested the emergency call, switched the operator position.`,
  }),
  [
    ['recording_access', 'at'],
    ['emergency_test', 'made_at'],
    ['operator_switch', 'switched_at'],
  ].map(
    ([table = '', column = '']): Expiry => ({
      table,
      before: ({ nowMs, profile }) => daysAgo(nowMs, auditDays(profile)),
      rows: ({ tenantId }, before) => sql`${ofCustomer(tenantId)} AND ${sql.ref(column)} < ${before}`,
    }),
  ),
)

const messages: DataKind = {
  ...{ name: 'voice-messages', words: { de: 'Nachrichten auf Anrufbeantwortern', en: 'Messages of mailboxes' }, goes: 'by-itself' },
  about: { purpose: OPERATION, recipients: NOBODY, source: BY_USE },
  rule: () => ({
    de: 'Nach den Tagen des Produkts (voicemailDays, üblich 60); vom Inhaber gelöschte nach einer Stunde.',
    en: 'After the days of the product (voicemailDays, usually 60); those deleted by their owner after an hour.',
  }),
  tables: [
    {
      name: 'mailbox_message',
      extension: ['(SELECT mailbox.extension_id FROM mailbox WHERE mailbox.id = mailbox_id)'],
      number: ['caller_number'],
    },
    { name: 'mailbox_sound_gone' },
  ],
}

const recordings: DataKind = {
  ...{ name: 'recordings', words: { de: 'Gesprächsaufnahmen', en: 'Recordings' }, goes: 'by-itself' },
  about: {
    purpose: { de: 'Einwilligung der Beteiligten (§ 201 StGB)', en: 'Consent of the parties (§ 201 StGB)' },
    recipients: NOBODY,
    source: BY_USE,
  },
  rule: () => ({
    de: 'Nach der Frist, die der Kunde für Aufzeichnungen festlegt (retentionDays).',
    en: 'After the time that the customer sets for recordings (retentionDays).',
  }),
  tables: [{ name: 'recording', extensions: ['extension_ids'] }],
}

const phoneBooks = withCustomer({
  ...{
    name: 'phone-books',
    words: { de: 'Telefonbücher', en: 'Phone books' },
    purpose: OPERATION,
    recipients: NOBODY,
    source: BY_CUSTOMER,
  },
  tables: [
    { name: 'phone_book', extension: ['extension_id'] },
    {
      ...{ name: 'phone_book_entry', email: ['email'] },
      extension: ['(SELECT phone_book.extension_id FROM phone_book WHERE phone_book.id = book_id)'],
    },
    { name: 'phone_book_number', extension: ['extension_id'], number: ['number'] },
    { name: 'phone_book_discarded_number', extension: ['extension_id'], number: ['number'] },
    { name: 'phone_book_settings' },
  ],
})

const extensions = withCustomer({
  ...{ name: 'extensions', words: { de: 'Nebenstellen und ihre Einstellungen', en: 'Extensions and their settings' }, purpose: OPERATION },
  ...{ recipients: NOBODY, source: BY_CUSTOMER },
  tables: [
    { name: 'extension', extension: ['id'] },
    ...[
      ...[
        'call_settings',
        'call_control_settings',
        'extension_pin',
        'door_station',
        'mailbox',
        'notification_settings',
        'pickup_group_member',
      ],
      ...['intercom_settings', 'team_member', 'supervisor'],
    ].map((name) => ({ name, extension: ['extension_id'] })),
    { name: 'fax_line', extension: ['id'] },
    { name: 'mailbox_greeting', extension: ['(SELECT mailbox.extension_id FROM mailbox WHERE mailbox.id = mailbox_id)'] },
    { name: 'intercom_caller', extension: ['extension_id', 'caller_id'] },
    { name: 'secretariat', extension: ['boss_id'] },
    { name: 'secretariat_member', extension: ['boss_id', 'secretary_id'] },
    { name: 'shared_phone', extension: ['extension_id', 'user_extension_id'] },
  ],
})

const exchange = withCustomer({
  ...{ name: 'exchange-settings', words: { de: 'Einrichtung der Anlage', en: 'Settings of the exchange' }, purpose: OPERATION },
  ...{ recipients: NOBODY, source: BY_CUSTOMER },
  tables: [
    ...['announcement', 'announcement_settings', 'announcement_sound', 'call_flow', 'call_flow_version', 'call_policy', 'call_target'],
    ...['conference_room', 'destination_use', 'feature_code', 'hot_desk_settings', 'mailbox_access', 'operator_position', 'own_sound'],
    ...['park_settings', 'park_slot', 'pickup_group', 'pickup_policy', 'recording_policy', 'recording_rule', 'ring_tones', 'schedule'],
    ...['supervision_policy', 'supervision_statement', 'team', 'trunk_continuity'],
  ].map((name) => ({ name })),
})

/** Kinds of personal data in the tables of the PBX. */
export const pbxKinds: readonly DataKind[] = [
  ...[callRecordKind, sumsOfCalls, traces, waiting, deeds, messages, recordings, phoneBooks, extensions, exchange],
]
