import { kindOfProof, MAX_PROOF_OCTETS, PROOF_TYPES, ProofUnusable } from '@klinke/accounts'
import { type Api, type BlobStore, type Database, holderOf, inScope, NotFound, principalOf } from '@klinke/platform'
import { z } from 'zod'
import { findDocument, insertDocument, listDocuments } from './document-store.ts'
import { documentView } from './rights-rules.ts'
import { findRight } from './rights-store.ts'
import { viewOfDocument } from './views.ts'

interface DocumentParts {
  readonly database: Database
  readonly blobs: BlobStore
}

const tags = ['number-rights']
const ofRight = z.object({ rightId: z.uuid() })
const ofDocument = z.object({ rightId: z.uuid(), documentId: z.uuid() })
const named = z.strictObject({ name: z.string().trim().min(1).max(100).describe('What it is, such as "Rechnung"') })

/** The evidence of a right: added as long as nobody has decided, read by the customer and the operator. */
export function addDocumentRoutes(api: Api, parts: DocumentParts): void {
  addDownload(api, parts)
  // A scope of its own, so that only here a body may be a document.
  void api.register(async (scope) => {
    const options = { parseAs: 'buffer', bodyLimit: MAX_PROOF_OCTETS } as const
    scope.addContentTypeParser(PROOF_TYPES, options, (_request, body, parsed) => parsed(null, body))
    addUpload(scope, parts)
  })
}

function addUpload(api: Pick<Api, 'post'>, { database, blobs }: DocumentParts): void {
  const body = { consumes: PROOF_TYPES, response: { 201: documentView } }
  const schema = { ...body, tags, summary: 'Add evidence of a right: PDF, JPEG or PNG', params: ofRight, querystring: named }
  api.post('/number-rights/:rightId/documents', { bodyLimit: MAX_PROOF_OCTETS, schema }, async (request, reply) => {
    const { rightId } = ofRight.parse(request.params)
    const { name } = named.parse(request.query)
    const { tenantId } = await inScope(database, principalOf(request), undefined, (tx) => findRight(tx, rightId))
    if (!Buffer.isBuffer(request.body) || request.body.length === 0) throw new ProofUnusable()
    const octets: Uint8Array = request.body
    const { mediaType, extension } = kindOfProof(octets)
    const key = await blobs.put(tenantId, octets, extension)
    const document = { rightId, name, mediaType, octets: octets.length, key, uploadedBy: holderOf(request).name }
    try {
      const kept = await database.withTenant(tenantId, async (tx) => {
        await insertDocument(tx, tenantId, document)
        return (await listDocuments(tx, [rightId])).find((each) => each.key === key)
      })
      if (kept === undefined) throw new NotFound('number right', rightId)
      return reply.code(201).send(viewOfDocument(kept))
    } catch (error) {
      await blobs.remove(key)
      throw error
    }
  })
}

function addDownload(api: Api, { database, blobs }: DocumentParts): void {
  const types = PROOF_TYPES.filter((type) => type !== 'application/octet-stream')
  const schema = { tags, summary: 'Download evidence of a right', params: ofDocument, produces: types }
  api.get('/number-rights/:rightId/documents/:documentId', { schema }, async (request, reply) => {
    const { rightId, documentId } = ofDocument.parse(request.params)
    const document = await inScope(database, principalOf(request), undefined, (tx) => findDocument(tx, rightId, documentId))
    const content = await blobs.read(document.key)
    if (content === undefined) throw new NotFound('document', documentId)
    // Never shown in a page of the portal: what somebody has uploaded is only ever saved.
    const fileName = `${encodeURIComponent(document.name)}.${kindOfProof(content).extension}`
    reply.header('content-disposition', `attachment; filename*=UTF-8''${fileName}`)
    return reply.type(document.mediaType).header('x-content-type-options', 'nosniff').send(content)
  })
}
