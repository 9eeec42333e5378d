import type { Tx } from '@klinke/platform'
import { type RawBuilder, sql } from 'kysely'
import type { PersonalTable } from '../retention/data-kind.ts'
import type { Person } from './subject.ts'

const AT_A_TIME = 500

/** Which rows are a customer's, or one person's; undefined: the table knows nothing of such a person. */
export function rowsOf(table: PersonalTable, tenantId: string, person: Person | undefined): RawBuilder<boolean> | undefined {
  const tenant = table.tenant === undefined ? 'tenant_id' : table.tenant
  const whose = tenant === null ? sql<boolean>`true` : sql<boolean>`${sql.raw(tenant)} = ${tenantId}`
  if (person === undefined) return tenant === null ? undefined : whose
  // Rows that belong to no customer are found by logins and extensions, which are the customer's. Anybody may name any address or number: what is found by
  // them might be another customer's.
  const [emails, numbers] = tenant === null ? [[], []] : [person.emails, person.numbers]
  const byText = (columns: readonly string[] = [], values: readonly string[]): readonly RawBuilder<boolean>[] =>
    values.length === 0 ? [] : columns.map((column) => sql<boolean>`(${sql.raw(column)})::text = ANY(${values}::text[])`)
  const any = [
    ...byText(table.extension, person.extensionIds),
    ...byText(table.extensionNumber, [...person.extensionNumbers, ...person.extensionIds]),
    ...byText(table.login, person.loginIds),
    ...byText(table.email, emails),
    ...byText(table.number, numbers),
    ...(person.extensionIds.length === 0 ? [] : (table.extensions ?? [])).map(
      (column) => sql<boolean>`${sql.raw(column)} && ${person.extensionIds}::uuid[]`,
    ),
  ]
  return any.length === 0 ? undefined : sql<boolean>`${whose} AND (${sql.join(any, sql` OR `)})`
}

export type PersonalRow = Readonly<Record<string, unknown>>

/** The rows as they lie there, without secrets, some hundred at a time, so that no report fills the memory. */
export async function* readRows(tx: Tx, table: PersonalTable, condition: RawBuilder<boolean>): AsyncGenerator<PersonalRow> {
  const db = tx.tables()
  await sql`DECLARE personal_rows NO SCROLL CURSOR FOR
    SELECT klinke.without_secrets(to_jsonb(kept)) AS row FROM ${sql.table(table.name)} AS kept WHERE ${condition}`.execute(db)
  try {
    for (;;) {
      const { rows } = await sql<{ readonly row: PersonalRow }>`FETCH ${sql.raw(String(AT_A_TIME))} FROM personal_rows`.execute(db)
      for (const { row } of rows) yield row
      if (rows.length < AT_A_TIME) break
    }
  } finally {
    await sql`CLOSE personal_rows`.execute(db)
  }
}

export async function countRows(tx: Tx, table: PersonalTable, condition: RawBuilder<boolean>): Promise<number> {
  const { rows } = await sql<{ readonly count: number }>`
    SELECT count(*)::integer AS count FROM ${sql.table(table.name)} AS kept WHERE ${condition}`.execute(tx.tables())
  return rows[0]?.count ?? 0
}
