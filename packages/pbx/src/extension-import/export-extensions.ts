import { findTenant } from '@klinke/accounts'
import { type Tx, writeCsv } from '@klinke/platform'
import { sql } from 'kysely'
import type { ExtensionWithPassword } from '../extensions/create-extension.ts'
import { spacedNumber } from '../spaced-number.ts'
import { PACKAGE_TITLE, TITLES } from './columns.ts'

type Language = keyof typeof TITLES

/** Rows that show what belongs where, to be written over. */
const EXAMPLES = [
  ['21', 'Erika Mustermann', '', 'ja', 'erika@example.org', 'de', '', ''],
  ['22', 'Max Mustermann', '', 'nein', '', '', '', ''],
]

const ACCOUNT_TITLES: Readonly<Record<Language, readonly string[]>> = {
  de: ['Nebenstelle', 'Name', 'SIP-Server', 'SIP-Benutzername', 'SIP-Kennwort'],
  en: ['Extension', 'Name', 'SIP server', 'SIP user name', 'SIP password'],
}

/** An empty table to fill in. */
export function templateCsv(language: Language): string {
  const yes = (cell: string) => (language === 'en' ? cell.replace(/^ja$/, 'yes').replace(/^nein$/, 'no') : cell)
  return writeCsv(
    TITLES[language],
    EXAMPLES.map((cells) => cells.map(yes)),
  )
}

/** What was just created, for whoever sets phones up; the only time that passwords are readable. */
export function accountsCsv(created: readonly ExtensionWithPassword[], sipDomain: string, language: Language): string {
  const rows = created.map(({ extension, account }) => [extension.number, extension.name, sipDomain, account.username, account.password])
  return writeCsv(ACCOUNT_TITLES[language], rows)
}

interface ExportedRow {
  readonly number: string
  readonly name: string
  readonly outgoing_number: string | null
  readonly mail_to: string | null
  readonly language: string | null
  readonly has_mailbox: boolean
  readonly groups: string | null
  readonly site: string | null
  readonly user_package: string | null
}

/** All extensions of a tenant as a table that the import reads; with their packages where its product has some. */
export async function extensionsCsv(tx: Tx, tenantId: string, language: Language): Promise<string> {
  const { rows } = await sql<ExportedRow>`
    SELECT e.number, e.name, e.outgoing_number, m.settings ->> 'mailTo' AS mail_to, m.settings ->> 'language' AS language,
      coalesce((m.settings ->> 'enabled')::boolean, m.id IS NOT NULL) AS has_mailbox,
      (SELECT string_agg(t.name, ', ' ORDER BY t.name) FROM team_member tm JOIN team t ON t.id = tm.team_id WHERE tm.extension_id = e.id) AS groups,
      s.name AS site, e.user_package
    FROM extension e LEFT JOIN mailbox m ON m.extension_id = e.id LEFT JOIN site s ON s.id = e.site_id WHERE e.tenant_id = ${tenantId} ORDER BY e.number`.execute(
    tx.tables(),
  )
  const [yes, no] = language === 'de' ? ['ja', 'nein'] : ['yes', 'no']
  const packages = (await findTenant(tx, tenantId))?.profile.userPackages ?? []
  const packageOf = (id: string | null) => packages.find((each) => each.id === id)?.title[language] ?? ''
  const hasPackages = packages.length > 0
  return writeCsv(
    hasPackages ? [...TITLES[language], PACKAGE_TITLE[language]] : TITLES[language],
    rows.map((row) => [
      ...[row.number, row.name, spacedNumber(row.outgoing_number ?? ''), row.has_mailbox ? yes : no],
      ...[row.has_mailbox ? (row.mail_to ?? '') : '', row.has_mailbox ? (row.language ?? '') : '', row.groups ?? '', row.site ?? ''],
      ...(hasPackages ? [packageOf(row.user_package)] : []),
    ]),
  )
}
