import { InvalidRequest, type Tx } from '@klinke/platform'
import { sql } from 'kysely'
import { z } from 'zod'
import { e164 } from '../numbers/rules.ts'

/** Whom a request is about: one of these; none of them: the customer itself. */
export const subjectSchema = z
  .strictObject({
    extensionId: z.uuid().optional().describe('Somebody with this extension, and the logins of it'),
    loginId: z.uuid().optional().describe('Somebody who signs in'),
    email: z.email().toLowerCase().optional().describe('Whoever has this address'),
    number: e164.optional().describe('Whoever has called or was called with this number'),
  })
  .describe('Whom it is about; empty: the customer itself')
export type Subject = Readonly<z.infer<typeof subjectSchema>>

/** All by which rows of somebody are found. */
export interface Person {
  readonly name: string
  /** As extensions and logins call the person: consents without an address are found by them. */
  readonly names: readonly string[]
  readonly extensionIds: readonly string[]
  readonly extensionNumbers: readonly string[]
  readonly loginIds: readonly string[]
  readonly emails: readonly string[]
  readonly numbers: readonly string[]
  /** What the extension shows others, often the head number that the whole company shows: no number of others, but nothing is found by it. */
  readonly shownNumbers: readonly string[]
}

interface Found {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly extension_id: string | null
}

/** Who is meant; undefined: the customer itself. Throws `InvalidRequest` for more than one, and for an extension or login that the customer does not have. */
export async function personOf(tx: Tx, tenantId: string, subject: Subject): Promise<Person | undefined> {
  const said = Object.values(subject).filter((value) => value !== undefined)
  if (said.length === 0) return undefined
  if (said.length > 1) throw unclear({ en: 'Name one thing only.', de: 'Nennen Sie nur eines.' })
  const { extensionId, loginId, email, number } = subject
  const { rows: logins } = await sql<Found>`
    SELECT id, name, email, extension_id FROM login WHERE tenant_id = ${tenantId}
      AND (id = ${loginId ?? null}::uuid OR email = ${email ?? null} OR extension_id = ${extensionId ?? null}::uuid)`.execute(tx.tables())
  const wanted = extensionId ?? logins.find(({ extension_id }) => extension_id !== null)?.extension_id ?? null
  const { rows: extensions } = await sql<{
    readonly id: string
    readonly name: string
    readonly number: string
    readonly shown: string | null
  }>`
    SELECT id, name, number, outgoing_number AS shown FROM extension WHERE tenant_id = ${tenantId} AND id = ${wanted}::uuid`.execute(
    tx.tables(),
  )
  if ((extensionId !== undefined && extensions.length === 0) || (loginId !== undefined && logins.length === 0))
    throw unclear({ en: 'The customer has nobody like this.', de: 'Beim Kunden gibt es niemanden, auf den das passt.' })
  const emails = [...new Set([...logins.map((each) => each.email), ...(email === undefined ? [] : [email])])]
  const shown = extensions.flatMap((each) => (each.shown === null ? [] : [each.shown]))
  return {
    names: [...new Set([...extensions, ...logins].map((each) => each.name))],
    name: extensions[0]?.name ?? logins[0]?.name ?? email ?? number ?? '',
    ...{ extensionIds: extensions.map(({ id }) => id), extensionNumbers: extensions.map((each) => each.number) },
    ...{ loginIds: logins.map(({ id }) => id), emails, numbers: number === undefined ? [] : [number], shownNumbers: shown },
  }
}

function unclear(detail: { readonly en: string; readonly de: string }): InvalidRequest {
  return new InvalidRequest(detail, [{ pointer: '/subject', detail }])
}
