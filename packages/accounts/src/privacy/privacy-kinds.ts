import type { BlobStore } from '@klinke/platform'
import { sql } from 'kysely'
import type { DataKind } from '../retention/data-kind.ts'
import { BY_CUSTOMER, DUTY, NOBODY, withCustomer } from '../retention/kind.ts'
import { dayBegins, germanToday, LIMITATION_YEARS, wholeYearsAgo } from '../retention/periods.ts'
import { removeRows } from '../retention/remove-rows.ts'
import { REPORT_DAYS } from './report-jobs.ts'

/** Requests about personal data, and reports that were made: the file goes after a week, the proof that it was asked for after three years. */
export function privacyKinds(files: Pick<BlobStore, 'remove'>): readonly DataKind[] {
  const remove: NonNullable<DataKind['remove']> = async (tx, { tenantId, nowMs }) => {
    const now = new Date(nowMs)
    const { rows } = await sql<{ readonly blob_key: string }>`
      SELECT blob_key FROM privacy_request WHERE tenant_id = ${tenantId} AND expires_at < ${now} AND blob_key IS NOT NULL FOR UPDATE`.execute(
      tx.tables(),
    )
    for (const { blob_key } of rows) await files.remove(blob_key)
    if (rows.length > 0)
      await sql`UPDATE privacy_request SET blob_key = NULL, octets = NULL
        WHERE tenant_id = ${tenantId} AND blob_key = ANY(${rows.map(({ blob_key }) => blob_key)}::text[])`.execute(tx.tables())
    const day = wholeYearsAgo(nowMs, LIMITATION_YEARS)
    const old = await removeRows(
      tx,
      'privacy_request',
      sql`tenant_id = ${tenantId} AND decided_at < ${dayBegins(day)} AND blob_key IS NULL`,
    )
    // News of subprocessors; what is about a request goes with it.
    const news = await removeRows(
      tx,
      'privacy_mail',
      sql`tenant_id = ${tenantId} AND request_id IS NULL AND created_at < ${dayBegins(day)}`,
    )
    const count = rows.length + old + news
    return count === 0 ? undefined : { count, olderThan: rows.length > 0 ? dayBegins(germanToday(nowMs)) : dayBegins(day) }
  }
  const requests: DataKind = {
    ...{
      name: 'privacy-requests',
      words: { de: 'Anfragen zum Datenschutz', en: 'Requests about personal data' },
      goes: 'by-night',
      remove,
    },
    about: { purpose: DUTY, recipients: NOBODY, source: BY_CUSTOMER },
    rule: () => ({
      de: `Auskünfte als Datei ${REPORT_DAYS} Tage; Anfragen mit ihren Mails ${LIMITATION_YEARS} Jahre nach dem Ende des Jahres ihrer Antwort, als Nachweis (Art. 5 Abs. 2 DSGVO).`,
      en: `Reports as file ${REPORT_DAYS} days; requests with their mails ${LIMITATION_YEARS} years after the end of the year of their answer, as proof (Art. 5 (2) GDPR).`,
    }),
    tables: [
      { name: 'privacy_request', extension: ['extension_id'], login: ['login_id'], email: ['reply_to'] },
      { name: 'privacy_mail', email: ['recipient'] },
    ],
  }
  const agreements = withCustomer({
    ...{ name: 'processing-agreements', words: { de: 'Verträge zur Auftragsverarbeitung', en: 'Processing agreements' }, purpose: DUTY },
    ...{ recipients: NOBODY, source: BY_CUSTOMER },
    tables: [{ name: 'processing_agreement' }],
  })
  return [requests, agreements]
}
