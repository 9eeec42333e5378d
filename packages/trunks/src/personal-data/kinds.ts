import {
  BY_CUSTOMER,
  BY_USE,
  type DataKind,
  DEFAULT_AUDIT_DAYS,
  DUTY,
  daysAgo,
  type Expiry,
  expiring,
  HOUSE,
  LIMITATION_YEARS,
  NOBODY,
  OPERATION,
  ofCustomer,
  type RetentionProfile,
  SECURITY,
  wholeYearsAgo,
  withCustomer,
} from '@klinke/accounts'
import { sql } from 'kysely'

/** Words about the guard against costs, unless the product says otherwise (guard.eventDays); locks that are over. */
const EVENT_DAYS = 365
const SPAM_DAYS = 30

const auditDays = ({ auditDays: days = DEFAULT_AUDIT_DAYS }: RetentionProfile): number => days

const tracedCalls = expiring(
  {
    ...{ name: 'traced-calls', words: { de: 'Fangschaltungen', en: 'Traced calls' }, purpose: DUTY },
    recipients: {
      de: 'Wer die Fangschaltung verlangt hat, nach Freigabe durch zwei Personen (§ 14 TDDDG)',
      en: 'Who asked for the tracing, after the release by two persons (§ 14 TDDDG)',
    },
    source: BY_USE,
    tables: [
      // Who called is told to nobody but by the release of two persons.
      { name: 'traced_call', extension: ['extension_id'], number: ['shown'], isReported: false },
      { name: 'trace_order', number: ['number'] },
    ],
  },
  () => ({
    de: 'Anrufe nach den Tagen des Auftrags; der Auftrag mit seinem Nachweis bis zum Ende des Jahres nach seinem Ablauf (§ 14 TDDDG).',
    en: 'Calls after the days of the order; the order with its proof until the end of the year after it ran out (§ 14 TDDDG).',
  }),
  [
    {
      table: 'traced_call',
      before: ({ nowMs }) => daysAgo(nowMs, 0),
      rows: ({ tenantId }, before) => sql`${ofCustomer(tenantId)} AND delete_after < ${before}`,
    },
    {
      table: 'trace_order',
      before: ({ nowMs }) => wholeYearsAgo(nowMs, 1),
      rows: ({ tenantId }, before) => sql`${ofCustomer(tenantId)} AND valid_until < ${before}
        AND NOT EXISTS (SELECT FROM traced_call WHERE order_id = trace_order.id)`,
    },
  ],
)

const days = (table: string, column: string, count: (profile: RetentionProfile) => number): Expiry => ({
  table,
  before: ({ nowMs, profile }) => daysAgo(nowMs, count(profile)),
  rows: ({ tenantId }, before) => sql`${ofCustomer(tenantId)} AND ${sql.ref(column)} < ${before}`,
})

const guard = expiring(
  {
    ...{ name: 'cost-guard', words: { de: 'Meldungen und Sperren des Kostenschutzes', en: 'Messages and locks of the cost guard' } },
    ...{ purpose: SECURITY, recipients: NOBODY, source: BY_USE },
    tables: [
      { name: 'guard_event' },
      { name: 'guard_lock' },
      { name: 'guard_lift' },
      { name: 'guard_country', extension: ['extension_id'], number: ['number'] },
      { name: 'guard_settings', email: ['mail_to'] },
    ],
  },
  () => ({
    de: `${EVENT_DAYS} Tage, Meldungen auch kürzer, wenn das Produkt es sagt (guard.eventDays); Sperren ab ihrer Aufhebung.`,
    en: `${EVENT_DAYS} days, messages also shorter where the product says so (guard.eventDays); locks from their lifting on.`,
  }),
  [
    days('guard_event', 'at', () => EVENT_DAYS),
    days('guard_lock', 'lifted_at', () => EVENT_DAYS),
    {
      table: 'guard_lift',
      before: ({ nowMs }) => daysAgo(nowMs, EVENT_DAYS),
      rows: ({ tenantId }, _before, day) => sql`${ofCustomer(tenantId)} AND date < ${day}`,
    },
    days('guard_country', 'decided_at', () => 3 * EVENT_DAYS),
  ],
)

/**
 * Outages are what a service level was measured by (SLA-01). What is due for a service year may be asked for until its limitation (§§ 195, 199 BGB), and a
 * service year begins in the year before the one in which it ends.
 */
const OUTAGE_YEARS = LIMITATION_YEARS + 1

const trunkHistory = expiring(
  {
    ...{ name: 'history-of-trunks', words: { de: 'Ausfälle und Änderungen von Trunks', en: 'Outages and changes of trunks' } },
    ...{ purpose: SECURITY, recipients: NOBODY, source: BY_USE },
    tables: [{ name: 'trunk_outage' }, { name: 'customer_trunk_change' }],
  },
  (profile) => ({
    de: `Ausfälle: ${OUTAGE_YEARS} Jahre nach dem Ende des Jahres, für die Verfügbarkeit und Ansprüche daraus (§§ 195, 199 BGB). Änderungen: ${auditDays(profile)} Tage.`,
    en: `Outages: ${OUTAGE_YEARS} years after the end of the year, for the availability and claims from it (§§ 195, 199 BGB). Changes: ${auditDays(profile)} days.`,
  }),
  [
    {
      table: 'trunk_outage',
      before: ({ nowMs }) => wholeYearsAgo(nowMs, OUTAGE_YEARS),
      rows: ({ tenantId }, before) => sql`${ofCustomer(tenantId)} AND ended_at < ${before}`,
    },
    days('customer_trunk_change', 'made_at', auditDays),
  ],
)

const spam = expiring(
  {
    ...{ name: 'spam-scores', words: { de: 'Bewertungen von Werbeanrufern', en: 'Scores of spam callers' }, purpose: SECURITY },
    recipients: NOBODY,
    source: { de: 'Listen, die der Betreiber einliest', en: 'Lists that the operator reads in' },
    tables: [{ name: 'spam_score', tenant: null }, { name: 'spam_allowed', number: ['prefix'] }, { name: 'spam_settings' }],
  },
  () => ({
    de: `${SPAM_DAYS} Tage nach dem Ende der Bewertung; Ausnahmen des Kunden, bis er sie löscht.`,
    en: `${SPAM_DAYS} days after the score ended; exceptions of the customer until it deletes them.`,
  }),
  [
    {
      table: 'spam_score',
      before: ({ nowMs }) => daysAgo(nowMs, SPAM_DAYS),
      rows: ({ tenantId }, before) => (tenantId === HOUSE ? sql`valid_until < ${before}` : undefined),
    },
  ],
)

const settings = withCustomer({
  ...{ name: 'lines-settings', words: { de: 'Anschlüsse und Wählregeln', en: 'Lines and rules of dialling' }, purpose: OPERATION },
  ...{ recipients: NOBODY, source: BY_CUSTOMER },
  tables: [
    ...['caller_identity', 'channel_limit', 'outbound_exception', 'outbound_release', 'outbound_settings'].map((name) => ({
      name,
      extension: ['extension_id'],
    })),
    ...['customer_trunk', 'customer_trunk_login', 'customer_trunk_place', 'own_carrier', 'own_carrier_site', 'number_right_document'].map(
      (name) => ({ name }),
    ),
    { name: 'number_right', number: ['number'] },
  ],
})

/** Kinds of personal data in the tables of the ways out and in. */
export const trunkKinds: readonly DataKind[] = [tracedCalls, guard, trunkHistory, spam, settings]
