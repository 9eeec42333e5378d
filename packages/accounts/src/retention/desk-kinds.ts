import type { BlobStore } from '@klinke/platform'
import { sql } from 'kysely'
import { type DataKind, HOUSE } from './data-kind.ts'
import { BY_CUSTOMER, expiring, NOBODY, OPERATION, withCustomer } from './kind.ts'
import { dayBegins, daysAgo, germanToday, LIMITATION_YEARS, wholeYearsAgo } from './periods.ts'
import { forget, removeRows } from './remove-rows.ts'

type Files = Pick<BlobStore, 'remove'>

/** Mails that belong to no ticket. */
const STRAY_DAYS = 90

/** Whose ticket a mail is about; null of those by which the operator tells its own people. */
const TENANT_OF_MAIL = `(SELECT ticket.tenant_id FROM ticket WHERE ticket.id = ticket_id
  AND NOT EXISTS (SELECT FROM login WHERE login.kind = 'operator' AND login.email = recipient))`

/** Tickets with their mails and files, which go before the rows that name them. */
function ticketKind(files: Files): DataKind {
  const remove: NonNullable<DataKind['remove']> = async (tx, { tenantId, nowMs }) => {
    if (tenantId === HOUSE) {
      const before = daysAgo(nowMs, STRAY_DAYS)
      const strays = await removeRows(tx, 'stray_mail', sql`received_at < ${dayBegins(before)}`)
      const count = strays + (await removeRows(tx, 'ticket_mail_received', sql`at < ${dayBegins(before)}`))
      return count === 0 ? undefined : { count, olderThan: dayBegins(before) }
    }
    const day = wholeYearsAgo(nowMs, LIMITATION_YEARS)
    const due = sql`tenant_id = ${tenantId} AND closed_at < ${dayBegins(day)}`
    await forget(tx)
    const { rows } = await sql<{ readonly blob_key: string }>`
      SELECT blob_key FROM ticket_attachment JOIN ticket_entry ON ticket_entry.id = entry_id
      WHERE ticket_id IN (SELECT id FROM ticket WHERE ${due})`.execute(tx.tables())
    for (const { blob_key } of rows) await files.remove(blob_key)
    const count = await removeRows(tx, 'ticket', due)
    return count === 0 ? undefined : { count, olderThan: dayBegins(day) }
  }
  return {
    ...{ name: 'tickets', words: { de: 'Tickets und ihre Mails', en: 'Tickets and their mails' }, goes: 'by-night', remove },
    about: { purpose: OPERATION, recipients: NOBODY, source: BY_CUSTOMER },
    rule: () => ({
      de: `Geschlossene: ${LIMITATION_YEARS} Jahre nach dem Ende des Jahres (§ 58 TKG, §§ 195, 199 BGB). Mails ohne Ticket: ${STRAY_DAYS} Tage.`,
      en: `Closed ones: ${LIMITATION_YEARS} years after the end of the year (§ 58 TKG, §§ 195, 199 BGB). Mails without ticket: ${STRAY_DAYS} days.`,
    }),
    tables: [
      { name: 'ticket', email: ['contact_mail'] },
      ...['ticket_stop', 'ticket_entry', 'ticket_attachment'].map((name) => ({ name })),
      { name: 'ticket_mail', tenant: TENANT_OF_MAIL, email: ['recipient'] },
      // Notes of the operator for itself; they go with the ticket.
      { name: 'ticket_note', tenant: null },
      { name: 'ticket_mail_received', tenant: null },
      // Of whose customers a sender is nobody knows: the operator looks at them by hand.
      { name: 'stray_mail', tenant: null, isReported: false },
    ],
  }
}

const notices = expiring(
  {
    ...{ name: 'maintenance-notices', words: { de: 'Ankündigungen von Wartungen', en: 'Notices of maintenance' }, purpose: OPERATION },
    ...{ recipients: NOBODY, source: BY_CUSTOMER },
    tables: [{ name: 'maintenance_notice' }],
  },
  () => ({ de: 'Bis zum Ende des folgenden Jahres.', en: 'Until the end of the following year.' }),
  [
    {
      table: 'maintenance_notice',
      before: ({ nowMs }) => wholeYearsAgo(nowMs, 1),
      rows: ({ tenantId }, before) => sql`tenant_id = ${tenantId} AND made_at < ${before}`,
    },
  ],
)

const PUBLISHERS = {
  de: 'Verlage und Auskunftsdienste, soweit nicht widersprochen',
  en: 'Publishers and inquiry services, as far as nobody objects',
}

const directoryEntries = withCustomer({
  ...{ name: 'directory-entries', words: { de: 'Einträge in Verzeichnissen', en: 'Directory entries' }, purpose: OPERATION },
  ...{ recipients: PUBLISHERS, source: BY_CUSTOMER },
  tables: [{ name: 'directory_entry', number: ['e164'] }, { name: 'directory_objection' }],
})

/**
 * What publishers have been told outlives the customer until they are told of its end (accounts/directory-entries): of one that is gone the number alone, which is all that a
 * publisher is told then (Art. 19 GDPR), and no longer than until the end of the following year.
 */
const directoryFiles: DataKind = {
  ...{ name: 'directory-files', words: { de: 'Meldungen an Verzeichnisse', en: 'Files for directories' }, goes: 'by-night' },
  about: { purpose: OPERATION, recipients: PUBLISHERS, source: BY_CUSTOMER },
  rule: () => ({
    de: 'Bis dem Verlag das Ende des Eintrags gemeldet ist; von gelöschten Kunden nur die Rufnummer, längstens bis zum Ende des folgenden Jahres. Der Inhalt einer Datei bis zu ihrer Übergabe.',
    en: 'Until the publisher is told of the end of the entry; of deleted customers the number only, at the longest until the end of the following year. The content of a file until it is handed over.',
  }),
  tables: [{ name: 'directory_told' }, { name: 'directory_export', tenant: null }],
  remove: async (tx, { tenantId, isDeleted, nowMs }) => {
    if (!isDeleted) return undefined
    const [today, day] = [germanToday(nowMs), wholeYearsAgo(nowMs, 1)]
    const { rows: emptied } = await sql`
      UPDATE directory_told SET emptied_on = ${today.toString()}::date, record = (
        SELECT jsonb_object_agg(key, CASE WHEN jsonb_typeof(value) = 'string' AND NOT key = ANY(${TOLD_OF_DELETED}::text[]) THEN '""'::jsonb ELSE value END)
        FROM jsonb_each(record))
      WHERE tenant_id = ${tenantId} AND emptied_on IS NULL RETURNING 1`.execute(tx.tables())
    const gone = await removeRows(tx, 'directory_told', sql`tenant_id = ${tenantId} AND emptied_on < ${day.toString()}::date`)
    const count = emptied.length + gone
    return count === 0 ? undefined : { count, olderThan: dayBegins(gone > 0 ? day : today) }
  },
}

/** The number, and codes that name nobody. */
const TOLD_OF_DELETED = ['areaCode', 'number', 'extension', 'use', 'kind', 'printed', 'inquiry']

/** Kinds of tickets, service levels and directories. */
export function deskKinds(files: Files): readonly DataKind[] {
  return [ticketKind(files), notices, directoryEntries, directoryFiles]
}
