import { sql } from 'kysely'
import { MESSAGE_FILE_DAYS } from '../porting/folder-partner.ts'
import type { DataKind } from './data-kind.ts'
import { HOUSE } from './data-kind.ts'
import { BY_CUSTOMER, BY_USE, DUTY, type Expiry, expiring, NOBODY, OPERATION, SECURITY, withCustomer } from './kind.ts'
import { daysAgo, LIMITATION_YEARS, wholeYearsAgo } from './periods.ts'
import { ofCustomer } from './remove-rows.ts'
import { DEFAULT_AUDIT_DAYS, type RetentionProfile } from './retention-profile.ts'

/** Sign-ins and what fails to reach a webhook: needed while somebody may ask about it. */
const SHORT_DAYS = 30
const NO_LONGER_KNOWN_DAYS = 365
const ANSWER_DAYS = 2

const auditDays = ({ auditDays: days = DEFAULT_AUDIT_DAYS }: RetentionProfile): number => days
const loginsOf = (tenantId: string) => sql`login_id IN (SELECT id FROM login WHERE ${ofCustomer(tenantId)})`

const people = withCustomer({
  ...{ name: 'logins', words: { de: 'Zugänge', en: 'Logins' }, purpose: OPERATION, recipients: NOBODY, source: BY_CUSTOMER },
  tables: [
    { name: 'login', extension: ['extension_id'], login: ['id'], email: ['email'] },
    { name: 'passkey', tenant: null, login: ['login_id'] },
    { name: 'recovery_code', tenant: null, login: ['login_id'], isReported: false },
    { name: 'single_sign_on_subject', tenant: null, login: ['login_id'] },
    { name: 'api_key', login: ['made_by'] },
  ],
})

const signIns = expiring(
  {
    ...{ name: 'sign-ins', words: { de: 'Anmeldungen am Portal', en: 'Sign-ins' }, purpose: SECURITY, recipients: NOBODY, source: BY_USE },
    tables: [
      { name: 'login_session', tenant: null, login: ['login_id'] },
      { name: 'sign_in_token', tenant: null, login: ['login_id'], isReported: false },
      { name: 'known_device', tenant: null, login: ['login_id'] },
    ],
  },
  () => ({
    de: `Sitzungen und Einmal-Links (auch Einladungen): ${SHORT_DAYS} Tage nach ihrem Ablauf. Bekannte Browser: ${NO_LONGER_KNOWN_DAYS} Tage nach der letzten Nutzung.`,
    en: `Sessions and links for one use (invitations, too): ${SHORT_DAYS} days after they ended. Known browsers: ${NO_LONGER_KNOWN_DAYS} days after their last use.`,
  }),
  [
    ...['login_session', 'sign_in_token'].map(
      (table): Expiry => ({
        table,
        before: ({ nowMs }) => daysAgo(nowMs, SHORT_DAYS),
        rows: ({ tenantId }, before) =>
          tenantId === HOUSE && table === 'sign_in_token'
            ? sql`(login_id IS NULL OR ${loginsOf(tenantId)}) AND expires_at < ${before}`
            : sql`${loginsOf(tenantId)} AND expires_at < ${before}`,
      }),
    ),
    {
      table: 'known_device',
      before: ({ nowMs }) => daysAgo(nowMs, NO_LONGER_KNOWN_DAYS),
      rows: ({ tenantId }, before) => sql`${loginsOf(tenantId)} AND last_used_at < ${before}`,
    },
  ],
)

const auditLog = expiring(
  {
    ...{ name: 'audit-log', words: { de: 'Änderungsprotokoll', en: 'Log of changes' }, purpose: SECURITY, recipients: NOBODY },
    source: BY_USE,
    tables: [
      { name: 'audit_log', login: ['actor_id'], extension: ["CASE WHEN subject = 'extension' THEN subject_id END"] },
      { name: 'import_run' },
      { name: 'import_change' },
    ],
  },
  (profile) => ({
    de: `${auditDays(profile)} Tage: wer was geändert und eingelesen hat, mit den Werten davor und danach.`,
    en: `${auditDays(profile)} days: who changed and imported what, with the values before and after.`,
  }),
  [
    {
      table: 'audit_log',
      before: ({ nowMs, profile }) => daysAgo(nowMs, auditDays(profile)),
      rows: ({ tenantId }, before) => sql`${ofCustomer(tenantId)} AND at < ${before}`,
    },
    {
      table: 'import_run',
      before: ({ nowMs, profile }) => daysAgo(nowMs, auditDays(profile)),
      rows: ({ tenantId }, before) => sql`${ofCustomer(tenantId)} AND created_at < ${before}`,
    },
  ],
)

const webhookDeliveries = expiring(
  {
    ...{ name: 'webhook-deliveries', words: { de: 'Zustellungen an Webhooks', en: 'Deliveries to webhooks' }, purpose: OPERATION },
    recipients: { de: 'Die Server, die der Kunde nennt', en: 'The servers that the customer names' },
    source: BY_USE,
    tables: [{ name: 'webhook_delivery' }],
  },
  () => ({ de: `${SHORT_DAYS} Tage nach dem Ereignis.`, en: `${SHORT_DAYS} days after the event.` }),
  [
    {
      table: 'webhook_delivery',
      before: ({ nowMs }) => daysAgo(nowMs, SHORT_DAYS),
      rows: ({ tenantId }, before) => sql`${ofCustomer(tenantId)} AND created_at < ${before}`,
    },
  ],
)

const answers = expiring(
  {
    ...{ name: 'answers-of-the-api', words: { de: 'Gemerkte Antworten der Schnittstelle', en: 'Remembered answers of the API' } },
    ...{ purpose: OPERATION, recipients: NOBODY, source: BY_USE },
    tables: [{ name: 'idempotent_answer', tenant: null }],
  },
  () => ({ de: 'Einen Tag, verschlüsselt.', en: 'One day, sealed.' }),
  [
    {
      table: 'idempotent_answer',
      before: ({ nowMs }) => daysAgo(nowMs, ANSWER_DAYS),
      rows: ({ tenantId }, before) => (tenantId === HOUSE ? sql`created_at < ${before}` : undefined),
    },
  ],
)

const consents = expiring(
  {
    ...{ name: 'consents', words: { de: 'Einwilligungen', en: 'Consents' }, purpose: DUTY, recipients: NOBODY, source: BY_CUSTOMER },
    tables: [{ name: 'management_consent' }, { name: 'consent_entry', email: ['email'] }],
  },
  () => ({
    de: `Gültige bleiben; widerrufene ${LIMITATION_YEARS} Jahre nach dem Ende des Jahres ihres Widerrufs, als Nachweis (Art. 7 Abs. 1 DSGVO, §§ 195, 199 BGB).`,
    en: `Valid ones stay; withdrawn ones ${LIMITATION_YEARS} years after the end of the year of the withdrawal, as proof (Art. 7 (1) GDPR, §§ 195, 199 BGB).`,
  }),
  [
    {
      table: 'management_consent',
      before: ({ nowMs }) => wholeYearsAgo(nowMs, LIMITATION_YEARS),
      rows: ({ tenantId }, before) => sql`${ofCustomer(tenantId)} AND revoked_at < ${before}`,
    },
    {
      table: 'consent_entry',
      before: ({ nowMs }) => wholeYearsAgo(nowMs, LIMITATION_YEARS),
      // The last one given stays: it holds. What was given before it, and what was withdrawn, is proof only.
      rows: ({ tenantId }, before) => sql`${ofCustomer(tenantId)} AND at < ${before} AND NOT (given AND NOT EXISTS (
        SELECT FROM consent_entry AS later WHERE later.tenant_id = consent_entry.tenant_id AND later.purpose = consent_entry.purpose
          AND later.person = consent_entry.person AND later.id > consent_entry.id))`,
    },
  ],
)

const portings = expiring(
  {
    ...{ name: 'portings', words: { de: 'Portierungen', en: 'Portings' }, purpose: OPERATION, source: BY_CUSTOMER },
    recipients: { de: 'Der andere Anbieter (WBCI)', en: 'The other carrier (WBCI)' },
    tables: [{ name: 'porting', number: ['e164'] }, { name: 'porting_step' }, { name: 'porting_message', tenant: null }],
  },
  () => ({
    de: `Bis zum Ende des Jahres nach dem Abschluss; Nachrichten an andere Anbieter ebenso, deren Dateien ${MESSAGE_FILE_DAYS} Tage.`,
    en: `Until the end of the year after they are over; messages to other carriers likewise, files of them ${MESSAGE_FILE_DAYS} days.`,
  }),
  [
    {
      table: 'porting',
      before: ({ nowMs }) => wholeYearsAgo(nowMs, 1),
      rows: ({ tenantId }, before) => sql`${ofCustomer(tenantId)} AND state IN ('done', 'cancelled') AND updated_at < ${before}`,
    },
    {
      table: 'porting_message',
      before: ({ nowMs }) => wholeYearsAgo(nowMs, 1),
      rows: ({ tenantId }, before) => (tenantId === HOUSE ? sql`handled_at < ${before}` : undefined),
    },
  ],
)

const disputes = expiring(
  {
    ...{ name: 'disputes', words: { de: 'Beanstandungen', en: 'Disputes' }, purpose: OPERATION, recipients: NOBODY, source: BY_CUSTOMER },
    tables: [{ name: 'dispute_hold' }],
  },
  () => ({ de: 'Bis zum Ende des Jahres nach ihrer Klärung.', en: 'Until the end of the year after they are settled.' }),
  [
    {
      table: 'dispute_hold',
      before: ({ nowMs }) => wholeYearsAgo(nowMs, 1),
      rows: ({ tenantId }, before) => sql`${ofCustomer(tenantId)} AND ended_at < ${before}`,
    },
  ],
)

const deletionLog = expiring(
  {
    ...{ name: 'deletion-log', words: { de: 'Löschprotokoll', en: 'Log of deletions' }, purpose: DUTY, recipients: NOBODY, source: BY_USE },
    tables: [{ name: 'deletion_log' }],
  },
  () => ({
    de: `${LIMITATION_YEARS} Jahre nach dem Ende des Jahres der Löschung; es nennt nur Art und Anzahl.`,
    en: `${LIMITATION_YEARS} years after the end of the year of the deletion; it names kind and number only.`,
  }),
  [
    {
      table: 'deletion_log',
      before: ({ nowMs }) => wholeYearsAgo(nowMs, LIMITATION_YEARS),
      rows: ({ tenantId }, before) => sql`tenant_id = ${tenantId} AND at < ${before}`,
    },
  ],
)

const userPackages = expiring(
  {
    ...{ name: 'user-packages', words: { de: 'Vergebene Benutzerpakete', en: 'User packages that were given' } },
    ...{ purpose: OPERATION, recipients: NOBODY, source: BY_CUSTOMER },
    tables: [{ name: 'user_package_period', extension: ['extension_id'] }],
  },
  () => ({
    de: `${LIMITATION_YEARS} Jahre nach dem Ende des Jahres, in dem eine Nebenstelle ihr Paket abgegeben hat: so lange kann die Rechnung darüber bestritten werden (§§ 195, 199 BGB).`,
    en: `${LIMITATION_YEARS} years after the end of the year in which an extension gave its package up: for so long the invoice for it can be disputed (§§ 195, 199 BGB).`,
  }),
  [
    {
      table: 'user_package_period',
      before: ({ nowMs }) => wholeYearsAgo(nowMs, LIMITATION_YEARS),
      rows: ({ tenantId }, before) => sql`${ofCustomer(tenantId)} AND until_at < ${before}`,
    },
  ],
)

/** Kinds of the tables of platform and accounts, but for the customer itself (master-data.ts). */
export const accountKinds: readonly DataKind[] = [
  people,
  signIns,
  auditLog,
  webhookDeliveries,
  answers,
  consents,
  portings,
  disputes,
  deletionLog,
  userPackages,
]
