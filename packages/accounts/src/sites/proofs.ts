import { randomUUIDv7 } from 'node:crypto'
import { KlinkeError } from '@klinke/foundation'
import type { Tx } from '@klinke/platform'
import { type Generated, type Selectable, sql } from 'kysely'

/** A scanned extract of the commercial register has less. */
export const MAX_PROOF_OCTETS = 10 * 1024 * 1024
/** Of one tenant, over all sites: with `MAX_PROOF_OCTETS` it bounds the room that they take. */
export const MAX_PROOFS = 200

interface ProofTable {
  readonly id: string
  readonly tenant_id: string
  readonly site_id: string
  readonly name: string
  readonly media_type: string
  readonly octets: number
  readonly blob_key: string
  readonly uploaded_by: string
  readonly uploaded_at: Generated<Date>
}

interface ProofTables {
  readonly site_proof: ProofTable
}

/** A document that proves where a site is (NUM-02). */
export interface Proof {
  readonly id: string
  readonly siteId: string
  readonly name: string
  readonly mediaType: string
  readonly octets: number
  /** Of the file in the blob store. */
  readonly key: string
  readonly uploadedBy: string
  readonly uploadedAt: Date
}

const KINDS: readonly { readonly begins: readonly number[]; readonly mediaType: string; readonly extension: string }[] = [
  { begins: [0x25, 0x50, 0x44, 0x46, 0x2d], mediaType: 'application/pdf', extension: 'pdf' },
  { begins: [0xff, 0xd8, 0xff], mediaType: 'image/jpeg', extension: 'jpg' },
  { begins: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], mediaType: 'image/png', extension: 'png' },
]

export const PROOF_TYPES = [...KINDS.map(({ mediaType }) => mediaType), 'application/octet-stream']

/** What a document is by its first octets, whatever it is called. Throws `ProofUnusable`. */
export function kindOfProof(octets: Uint8Array): { readonly mediaType: string; readonly extension: string } {
  const kind = KINDS.find(({ begins }) => begins.every((octet, at) => octets[at] === octet))
  if (kind === undefined) throw new ProofUnusable()
  return kind
}

/** Throws `TooManyProofs`. */
export async function insertProof(tx: Tx, tenantId: string, proof: Omit<Proof, 'id' | 'uploadedAt'>): Promise<Proof> {
  const { siteId, name, mediaType, octets, key, uploadedBy } = proof
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`proofs ${tenantId}`}, 0))`.execute(tx.tables())
  if ((await listProofs(tx)).length >= MAX_PROOFS) throw new TooManyProofs()
  const row = { id: randomUUIDv7(), tenant_id: tenantId, site_id: siteId, name, media_type: mediaType, octets, blob_key: key }
  const inserting = tx
    .tables<ProofTables>()
    .insertInto('site_proof')
    .values({ ...row, uploaded_by: uploadedBy })
  return fromRow(await inserting.returningAll().executeTakeFirstOrThrow())
}

/** Of all sites that `tx` sees, or of one; the newest first. */
export async function listProofs(tx: Tx, siteId?: string): Promise<readonly Proof[]> {
  const query = tx.tables<ProofTables>().selectFrom('site_proof').selectAll().orderBy('id', 'desc')
  return (await (siteId === undefined ? query : query.where('site_id', '=', siteId)).execute()).map(fromRow)
}

/** Undefined when there is none. */
export async function deleteProof(tx: Tx, siteId: string, id: string): Promise<Proof | undefined> {
  const query = tx.tables<ProofTables>().deleteFrom('site_proof').where('site_id', '=', siteId).where('id', '=', id)
  const row = await query.returningAll().executeTakeFirst()
  return row && fromRow(row)
}

function fromRow(row: Selectable<ProofTable>): Proof {
  return {
    ...{ id: row.id, siteId: row.site_id, name: row.name, mediaType: row.media_type, octets: row.octets, key: row.blob_key },
    ...{ uploadedBy: row.uploaded_by, uploadedAt: row.uploaded_at },
  }
}

export class ProofUnusable extends KlinkeError {
  constructor() {
    super(
      'proof-unusable',
      `The document must be a PDF, JPEG or PNG file of ${MAX_PROOF_OCTETS / 1024 / 1024} MB at most, sent as the body with its Content-Type.`,
    )
  }
}

export class TooManyProofs extends KlinkeError {
  constructor() {
    super('too-many-proofs', `${MAX_PROOFS} documents are kept of a customer. Delete some that are no longer needed.`)
  }
}
