import { createHash } from 'node:crypto'
import { kindOfProof, MAX_PROOF_OCTETS, PROOF_TYPES, ProofUnusable } from '@klinke/accounts'
import { type Api, inScope, NotFound, principalOf } from '@klinke/platform'
import { z } from 'zod'
import type { PaymentGround } from '../ground.ts'
import { MandateIs } from '../problems.ts'
import { mandateView, viewOfMandate } from './schemas.ts'
import { changeMandate, findMandate, type StoredMandate } from './store.ts'

const tags = ['sepa-mandates']
const params = z.object({ mandateId: z.uuid() })

/** The signed copy of a mandate on paper: kept with its hash, never replaced once the mandate holds (BIL-08). */
export function addMandateDocuments(api: Api, { database, blobs }: PaymentGround): void {
  const types = PROOF_TYPES.filter((type) => type !== 'application/octet-stream')
  api.get(
    '/sepa-mandates/:mandateId/document',
    { schema: { tags, summary: 'Download the signed copy', params, produces: types } },
    async (request, reply) => {
      const { mandateId } = params.parse(request.params)
      const { document, reference } = await inScope(database, principalOf(request), undefined, async (tx) =>
        orNotFound(await findMandate(tx, mandateId), mandateId),
      )
      const content = document && (await blobs.read(document.key))
      if (document === undefined || content === undefined) throw new NotFound('signed copy of the mandate', mandateId)
      reply.header('content-disposition', `attachment; filename="mandate-${reference}.${kindOfProof(content).extension}"`)
      return reply.type(document.mediaType).header('x-content-type-options', 'nosniff').send(content)
    },
  )
  // A scope of its own, so that only here a body may be a document.
  void api.register(async (scope) => {
    scope.addContentTypeParser(PROOF_TYPES, { parseAs: 'buffer', bodyLimit: MAX_PROOF_OCTETS }, (_request, body, parsed) =>
      parsed(null, body),
    )
    addUpload(scope, { database, blobs })
  })
}

function addUpload(api: Pick<Api, 'post'>, { database, blobs }: Pick<PaymentGround, 'database' | 'blobs'>): void {
  const schema = {
    tags,
    summary: 'Upload the signed copy: PDF, JPEG or PNG',
    params,
    consumes: PROOF_TYPES,
    response: { 200: mandateView },
  }
  api.post('/sepa-mandates/:mandateId/document', { bodyLimit: MAX_PROOF_OCTETS, schema }, async (request) => {
    const { mandateId } = params.parse(request.params)
    const scoped = <T>(work: Parameters<typeof inScope<T>>[3]): Promise<T> => inScope(database, principalOf(request), undefined, work)
    const { tenantId } = await scoped(async (tx) => orNotFound(await findMandate(tx, mandateId), mandateId))
    const { body } = request
    if (!Buffer.isBuffer(body) || body.length === 0) throw new ProofUnusable()
    const { mediaType, extension } = kindOfProof(body)
    const key = await blobs.put(tenantId, body, extension)
    const document = { key, mediaType, sha256: createHash('sha256').update(body).digest('hex') }
    try {
      return await scoped(async (tx) => {
        const { state } = orNotFound(await findMandate(tx, mandateId, 'for update'), mandateId)
        if (state !== 'given') throw new MandateIs(state)
        await changeMandate(tx, mandateId, { document })
        return viewOfMandate(orNotFound(await findMandate(tx, mandateId), mandateId))
      })
    } catch (error) {
      await blobs.remove(key)
      throw error
    }
  })
}

function orNotFound(mandate: StoredMandate | undefined, id: string): StoredMandate {
  if (mandate === undefined) throw new NotFound('SEPA mandate', id)
  return mandate
}
