import { randomUUIDv7 } from 'node:crypto'
import { type Tx, violatedConstraint } from '@klinke/platform'
import { type ColumnType, type Generated, type SelectType, sql } from 'kysely'
import { dayOf } from '../day.ts'
import { MandateExists } from '../problems.ts'
import type { MandateKind, MandateState } from './mandate.ts'

interface MandateTable {
  readonly id: string
  readonly tenant_id: string
  readonly reference: string
  readonly kind: MandateKind
  readonly state: MandateState
  readonly account_holder: string
  readonly payer_address: string | null
  readonly iban: string
  readonly bic: string | null
  readonly signed_on: ColumnType<string, string, never>
  readonly given_by: 'portal' | 'paper'
  readonly giver_name: string
  readonly giver_address: string | null
  readonly document_key: Generated<string | null>
  readonly document_type: Generated<string | null>
  readonly document_sha256: Generated<string | null>
  readonly is_first_collected: Generated<boolean>
  readonly last_used_on: Generated<string | null>
  readonly end_reason: Generated<string | null>
  readonly created_at: Generated<Date>
}

export interface MandateTables {
  readonly sepa_mandate: MandateTable
}

export interface StoredMandate {
  readonly id: string
  readonly tenantId: string
  readonly reference: string
  readonly kind: MandateKind
  readonly state: MandateState
  readonly accountHolder: string
  readonly payerAddress: string | null
  readonly iban: string
  readonly bic: string | null
  readonly signedOn: string
  readonly givenBy: 'portal' | 'paper'
  readonly giverName: string
  readonly document: { readonly key: string; readonly mediaType: string; readonly sha256: string } | undefined
  readonly isFirstCollected: boolean
  readonly lastUsedOn: string | null
  readonly endReason: string | null
}

export type NewMandate = Pick<
  StoredMandate,
  'tenantId' | 'reference' | 'kind' | 'state' | 'accountHolder' | 'payerAddress' | 'iban' | 'bic' | 'signedOn' | 'givenBy' | 'giverName'
> & { readonly giverAddress: string | null }

/** Throws `MandateExists` when there is one that is collected by. */
export async function insertMandate(tx: Tx, mandate: NewMandate): Promise<StoredMandate> {
  const row = {
    ...{ id: randomUUIDv7(), tenant_id: mandate.tenantId, reference: mandate.reference, kind: mandate.kind, state: mandate.state },
    ...{ account_holder: mandate.accountHolder, payer_address: mandate.payerAddress, iban: mandate.iban, bic: mandate.bic },
    ...{ signed_on: mandate.signedOn, given_by: mandate.givenBy, giver_name: mandate.giverName, giver_address: mandate.giverAddress },
  }
  await inWords(tx.tables<MandateTables>().insertInto('sepa_mandate').values(row).execute())
  return (
    (await findMandate(tx, row.id)) ?? {
      ...mandate,
      id: row.id,
      document: undefined,
      isFirstCollected: false,
      lastUsedOn: null,
      endReason: null,
    }
  )
}

const COLUMNS = [
  ...([
    'id',
    'tenant_id',
    'reference',
    'kind',
    'state',
    'account_holder',
    'payer_address',
    'iban',
    'bic',
    'given_by',
    'giver_name',
  ] as const),
  ...(['document_key', 'document_type', 'document_sha256', 'is_first_collected', 'end_reason'] as const),
] as const

function selectMandates(tx: Tx) {
  return tx
    .tables<MandateTables>()
    .selectFrom('sepa_mandate')
    .select([...COLUMNS])
    .select([dayOf('signed_on').as('signed_on'), sql<string | null>`to_char(last_used_on, 'YYYY-MM-DD')`.as('last_used_on')])
}

/** Of all tenants that `tx` sees, or of one; the newest first. */
export async function listMandates(tx: Tx, tenantId?: string): Promise<readonly StoredMandate[]> {
  const query = selectMandates(tx).orderBy('id', 'desc').limit(MAX_LISTED)
  return (await (tenantId === undefined ? query : query.where('tenant_id', '=', tenantId)).execute()).map(fromRow)
}

const MAX_LISTED = 1_000

/** `for update` keeps others from changing it until the end of the transaction. */
export async function findMandate(tx: Tx, id: string, lock?: 'for update'): Promise<StoredMandate | undefined> {
  const query = selectMandates(tx).where('id', '=', id)
  const row = await (lock === undefined ? query : query.forUpdate()).executeTakeFirst()
  return row && fromRow(row)
}

/** What may be collected by, or may be looked at whether it has lapsed. */
export async function listLiveMandates(tx: Tx): Promise<readonly StoredMandate[]> {
  return (await selectMandates(tx).where('state', 'in', ['given', 'active', 'used']).orderBy('id').execute()).map(fromRow)
}

export type MandateChange = Partial<Pick<StoredMandate, 'state' | 'isFirstCollected' | 'lastUsedOn' | 'endReason' | 'document'>>

/** Throws `MandateExists` when it becomes the second one that is collected by. */
export async function changeMandate(tx: Tx, id: string, change: MandateChange): Promise<void> {
  const { state, isFirstCollected, lastUsedOn, endReason, document } = change
  const set = {
    ...(state === undefined ? {} : { state }),
    ...(isFirstCollected === undefined ? {} : { is_first_collected: isFirstCollected }),
    ...(lastUsedOn === undefined ? {} : { last_used_on: lastUsedOn }),
    ...(endReason === undefined ? {} : { end_reason: endReason }),
    ...(document === undefined ? {} : { document_key: document.key, document_type: document.mediaType, document_sha256: document.sha256 }),
  }
  if (Object.keys(set).length > 0)
    await inWords(tx.tables<MandateTables>().updateTable('sepa_mandate').set(set).where('id', '=', id).execute())
}

/** How many there were of a tenant: the next reference is told apart by it. */
export async function countMandates(tx: Tx, tenantId: string): Promise<number> {
  const query = tx
    .tables<MandateTables>()
    .selectFrom('sepa_mandate')
    .select(({ fn }) => fn.countAll<number>().as('count'))
  return Number((await query.where('tenant_id', '=', tenantId).executeTakeFirstOrThrow()).count)
}

async function inWords<T>(query: Promise<T>): Promise<T> {
  try {
    return await query
  } catch (error) {
    throw violatedConstraint(error) === 'sepa_mandate_live' ? new MandateExists() : error
  }
}

type Row = { readonly [Column in (typeof COLUMNS)[number]]: SelectType<MandateTable[Column]> } & {
  readonly signed_on: string
  readonly last_used_on: string | null
}

function fromRow(row: Row): StoredMandate {
  const { document_key: key, document_type: mediaType, document_sha256: sha256 } = row
  return {
    ...{ id: row.id, tenantId: row.tenant_id, reference: row.reference, kind: row.kind, state: row.state, signedOn: row.signed_on },
    ...{ accountHolder: row.account_holder, payerAddress: row.payer_address, iban: row.iban, bic: row.bic, givenBy: row.given_by },
    ...{ giverName: row.giver_name, isFirstCollected: row.is_first_collected, lastUsedOn: row.last_used_on, endReason: row.end_reason },
    document: key === null || mediaType === null || sha256 === null ? undefined : { key, mediaType, sha256 },
  }
}
