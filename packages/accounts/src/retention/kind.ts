import type { Text, Tx } from '@klinke/platform'
import type { RawBuilder } from 'kysely'
import type { DataKind, Due } from './data-kind.ts'
import { dayBegins } from './periods.ts'
import { forget, removeRows } from './remove-rows.ts'
import type { RetentionProfile } from './retention-profile.ts'

/** Rows of one table that are due when older than a day. */
export interface Expiry {
  readonly table: string
  readonly before: (due: Due) => Temporal.PlainDate
  /** Which rows are due, given the day as begin of that day in Germany; undefined: none of this customer. */
  readonly rows: (due: Due, before: Date, day: string) => RawBuilder<unknown> | undefined
}

type Described = Pick<DataKind, 'name' | 'words' | 'tables'> & DataKind['about']

/** A kind that goes by night: what is older than a day, table by table, those that refer to others first. */
export function expiring(
  { purpose, recipients, source, ...kind }: Described,
  rule: (profile: RetentionProfile) => Text,
  expiries: readonly Expiry[],
): DataKind {
  const remove = async (tx: Tx, due: Due) => {
    await forget(tx)
    let [count, latest] = [0, 0]
    for (const { table, before, rows } of expiries) {
      const day = before(due)
      const condition = rows(due, dayBegins(day), day.toString())
      if (condition === undefined) continue
      const gone = await removeRows(tx, table, condition)
      count += gone
      if (gone > 0) latest = Math.max(latest, dayBegins(day).getTime())
    }
    return count === 0 ? undefined : { count, olderThan: new Date(latest) }
  }
  return { ...kind, about: { purpose, recipients, source }, rule, goes: 'by-night', remove }
}

/** A kind that the database deletes with the row of the customer, extension or login. */
export function withCustomer({ purpose, recipients, source, ...kind }: Described, rule: Text = WITH_CUSTOMER): DataKind {
  return { ...kind, about: { purpose, recipients, source }, rule: () => rule, goes: 'with-customer' }
}

const WITH_CUSTOMER: Text = {
  de: 'Bis Sie es löschen, längstens bis zum Ende des Jahres, das auf das Ende des Vertrags folgt (Stammdaten).',
  en: 'Until you delete it, at the longest until the end of the year that follows the end of the contract (master data).',
}

/** Nobody outside. */
export const NOBODY: Text = { de: 'Niemand außerhalb', en: 'Nobody outside' }
export const BY_USE: Text = { de: 'Entsteht bei der Nutzung', en: 'Made by use' }
export const BY_CUSTOMER: Text = {
  de: 'Vom Kunden und seinen Verwaltern eingetragen',
  en: 'Entered by the customer and its administrators',
}
export const OPERATION: Text = {
  de: 'Betrieb der Telefonie (Art. 6 Abs. 1 b DSGVO)',
  en: 'Operation of telephony (Art. 6 (1) (b) GDPR)',
}
export const SECURITY: Text = {
  de: 'Sicherheit und Nachweis (Art. 6 Abs. 1 f, Art. 5 Abs. 2 DSGVO)',
  en: 'Security and proof (Art. 6 (1) (f), Art. 5 (2) GDPR)',
}
export const DUTY: Text = { de: 'Gesetzliche Pflicht (Art. 6 Abs. 1 c DSGVO)', en: 'Duty by law (Art. 6 (1) (c) GDPR)' }
