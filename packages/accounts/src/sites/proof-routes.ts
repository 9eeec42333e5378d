import { type Api, type BlobStore, type Database, holderOf, inScope, NotFound, principalOf, type Tx } from '@klinke/platform'
import { z } from 'zod'
import { deleteProof, insertProof, kindOfProof, listProofs, MAX_PROOF_OCTETS, PROOF_TYPES, type Proof, ProofUnusable } from './proofs.ts'
import { findSite } from './store.ts'
import { proofView, viewOfProof } from './views.ts'

interface ProofParts {
  readonly database: Database
  readonly blobs: BlobStore
}

const ofSite = z.object({ siteId: z.uuid() })
const ofProof = z.object({ siteId: z.uuid(), proofId: z.uuid() })
const named = z.strictObject({ name: z.string().trim().min(1).max(100).describe('What it is, such as "Handelsregisterauszug"') })
const tags = ['sites']

/** Documents that prove where a site is: required before geographic numbers are assigned, and on later demand (NUM-02). */
export function addProofRoutes(api: Api, parts: ProofParts): void {
  addReading(api, parts)
  addRemoval(api, parts)
  // A scope of its own, so that only here a body may be a document.
  void api.register(async (scope) => {
    const options = { parseAs: 'buffer', bodyLimit: MAX_PROOF_OCTETS } as const
    scope.addContentTypeParser(PROOF_TYPES, options, (_request, body, parsed) => parsed(null, body))
    addUpload(scope, parts)
  })
}

function addUpload(api: Pick<Api, 'post'>, { database, blobs }: ProofParts): void {
  const body = { consumes: PROOF_TYPES, response: { 201: proofView } }
  const schema = {
    ...body,
    tags,
    summary: 'Add a document that proves where a site is: PDF, JPEG or PNG',
    params: ofSite,
    querystring: named,
  }
  api.post('/sites/:siteId/proofs', { bodyLimit: MAX_PROOF_OCTETS, schema }, async (request, reply) => {
    const { siteId } = ofSite.parse(request.params)
    const { name } = named.parse(request.query)
    const site = await inScope(database, principalOf(request), undefined, (tx) => findSite(tx, siteId))
    if (site === undefined) throw new NotFound('site', siteId)
    const octets = octetsIn(request.body)
    const { mediaType, extension } = kindOfProof(octets)
    const key = await blobs.put(site.tenantId, octets, extension)
    const proof = { siteId, name, mediaType, octets: octets.length, key, uploadedBy: holderOf(request).name }
    try {
      const kept = await database.withTenant(site.tenantId, (tx) => insertProof(tx, site.tenantId, proof))
      return reply.code(201).send(viewOfProof(kept))
    } catch (error) {
      await blobs.remove(key)
      throw error
    }
  })
}

function addReading(api: Api, { database, blobs }: ProofParts): void {
  const types = PROOF_TYPES.filter((type) => type !== 'application/octet-stream')
  const download = { tags, summary: 'Download a document of a site', params: ofProof, produces: types }
  api.get('/sites/:siteId/proofs/:proofId', { schema: download }, async (request, reply) => {
    const { siteId, proofId } = ofProof.parse(request.params)
    const proof = await inScope(database, principalOf(request), undefined, (tx) => findProof(tx, siteId, proofId))
    const content = await blobs.read(proof.key)
    if (content === undefined) throw new NotFound('document', proofId)
    // Never shown in a page of the portal: what somebody has uploaded is only ever saved.
    reply.header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(proof.name)}.${kindOfProof(content).extension}`)
    return reply.type(proof.mediaType).header('x-content-type-options', 'nosniff').send(content)
  })
}

function addRemoval(api: Api, { database, blobs }: ProofParts): void {
  const remove = { tags, summary: 'Delete a document of a site', params: ofProof, response: { 204: z.null() } }
  api.delete('/sites/:siteId/proofs/:proofId', { schema: remove }, async (request, reply) => {
    const { siteId, proofId } = request.params
    const gone = await inScope(database, principalOf(request), undefined, (tx) => deleteProof(tx, siteId, proofId))
    if (gone === undefined) throw new NotFound('document', proofId)
    await blobs.remove(gone.key)
    return reply.code(204).send(null)
  })
}

async function findProof(tx: Tx, siteId: string, proofId: string): Promise<Proof> {
  const proof = (await listProofs(tx, siteId)).find(({ id }) => id === proofId)
  if (proof === undefined) throw new NotFound('document', proofId)
  return proof
}

function octetsIn(body: unknown): Uint8Array {
  if (!Buffer.isBuffer(body) || body.length === 0) throw new ProofUnusable()
  return body
}
