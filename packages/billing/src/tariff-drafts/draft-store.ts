import { randomUUIDv7 } from 'node:crypto'
import { NotFound, type Tx } from '@klinke/platform'
import type { TariffDocument } from '../rated-calls/tariff-file.ts'
import { draftTables } from './tables.ts'

/** Whose versions: a tariff that stands by itself, or what calls cost by a product profile. */
export type TariffOwner = { readonly kind: 'tariff'; readonly id: string } | { readonly kind: 'profile'; readonly id: string }

/** A draft, but for what it says. */
export interface DraftFacts {
  readonly id: string
  readonly owner: TariffOwner
  /** The version that it was made of; null: there was none. */
  readonly basedOn: string | null
  readonly revision: number
  readonly changedBy: string
  readonly changedAt: Date
}

export interface Draft extends DraftFacts {
  readonly document: TariffDocument
}

/** Who changes something, and when. */
export interface Made {
  readonly by: string
  readonly at: Date
}

const FACTS = ['id', 'tariff_id', 'profile', 'based_on', 'revision', 'changed_by', 'changed_at'] as const

interface Row {
  readonly id: string
  readonly tariff_id: string | null
  readonly profile: string | null
  readonly based_on: string | null
  readonly revision: number
  readonly changed_by: string
  readonly changed_at: Date
}

function factsOf({
  id,
  tariff_id: tariffId,
  profile,
  based_on: basedOn,
  revision,
  changed_by: changedBy,
  changed_at: changedAt,
}: Row): DraftFacts {
  const owner: TariffOwner = tariffId === null ? { kind: 'profile', id: profile ?? '' } : { kind: 'tariff', id: tariffId }
  return { id, owner, basedOn, revision, changedBy, changedAt }
}

export async function insertDraft(
  tx: Tx,
  { owner, basedOn, document }: Pick<Draft, 'owner' | 'basedOn' | 'document'>,
  { by, at }: Made,
): Promise<string> {
  const id = randomUUIDv7()
  const of = owner.kind === 'tariff' ? { tariff_id: owner.id, profile: null } : { tariff_id: null, profile: owner.id }
  const values = { id, ...of, based_on: basedOn, document: JSON.stringify(document), created_by: by, changed_by: by, changed_at: at }
  await draftTables(tx).insertInto('tariff_draft').values(values).execute()
  return id
}

/** Throws `NotFound`. `lock`: nobody else changes it until the transaction ends. */
export async function findDraft(tx: Tx, id: string, lock?: 'for update'): Promise<Draft> {
  const query = draftTables(tx).selectFrom('tariff_draft').select(FACTS).select('document').where('id', '=', id)
  const row = await (lock === undefined ? query : query.forUpdate()).executeTakeFirst()
  if (row === undefined) throw new NotFound('draft of a tariff', id)
  return { ...factsOf(row), document: row.document }
}

/** The oldest first. */
export async function listDrafts(tx: Tx): Promise<readonly DraftFacts[]> {
  return (await draftTables(tx).selectFrom('tariff_draft').select(FACTS).orderBy('id').execute()).map(factsOf)
}

/** In place of what it said. */
export async function putDocument(tx: Tx, { id, revision }: DraftFacts, document: TariffDocument, { by, at }: Made): Promise<void> {
  const values = { document: JSON.stringify(document), revision: revision + 1, changed_by: by, changed_at: at }
  await draftTables(tx).updateTable('tariff_draft').set(values).where('id', '=', id).execute()
}

/** Throws `NotFound`. */
export async function deleteDraft(tx: Tx, id: string): Promise<void> {
  const gone = await draftTables(tx).deleteFrom('tariff_draft').where('id', '=', id).returning('id').executeTakeFirst()
  if (gone === undefined) throw new NotFound('draft of a tariff', id)
}
