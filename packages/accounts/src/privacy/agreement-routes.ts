import { createHash, randomUUIDv7 } from 'node:crypto'
import type { Clock } from '@klinke/foundation'
import {
  type ApiRoutes,
  type BlobStore,
  type Database,
  holderOf,
  inScope,
  NotFound,
  owningTenant,
  principalOf,
  type Tx,
} from '@klinke/platform'
import type { Selectable } from 'kysely'
import { z } from 'zod'
import { NoSuchTenant } from '../numbers/rules.ts'
import { germanToday } from '../retention/periods.ts'
import { findTenant } from '../tenants/store.ts'
import { agreementPaper } from './agreement.ts'
import { AGREEMENT_ARCHIVE } from './agreement-archive.ts'
import { AGREEMENT_VERSION } from './agreement-text.ts'
import { AgreementOutdated } from './problems.ts'
import { listSubprocessors } from './subprocessors.ts'

export interface AgreementParts {
  readonly database: Database
  readonly clock: Pick<Clock, 'epochMs'>
  readonly blobs: Pick<BlobStore, 'put' | 'read'>
  /** Name and address of the operator. */
  readonly operator: (tx: Tx) => Promise<string>
}

interface AgreementTable {
  readonly id: string
  readonly tenant_id: string
  readonly version: string
  readonly language: 'de' | 'en'
  readonly accepted_by: string
  readonly position: string
  readonly login_name: string
  readonly address: string
  readonly accepted_at: Date
  readonly blob_key: string
  readonly sha256: string
}
interface AgreementTables {
  readonly processing_agreement: AgreementTable
}

const MAX_LISTED = 100
const tags = ['privacy']
const ofTenant = z.strictObject({ tenantId: z.uuid().optional() })
const agreementView = z.object({
  ...{ id: z.uuid(), tenantId: z.uuid(), version: z.string(), acceptedBy: z.string(), position: z.string(), loginName: z.string() },
  ...{ acceptedAt: z.iso.datetime(), sha256: z.string() },
})
const acceptance = z.strictObject({
  tenantId: z.uuid().optional(),
  version: z
    .string()
    .describe('The version that was read')
    .meta({ examples: [AGREEMENT_VERSION] }),
  acceptedBy: z
    .string()
    .trim()
    .min(1)
    .max(200)
    .describe('Who accepts it for the customer')
    .meta({ examples: ['Anna Beispiel'] }),
  position: z
    .string()
    .trim()
    .min(1)
    .max(200)
    .describe('As what, such as managing director')
    .meta({ examples: ['Geschäftsführerin'] }),
})

/** The agreement on processing on behalf (Art. 28 GDPR, PRI-02): read, accepted electronically (Art. 28 (9)), and kept as it was accepted. */
export function agreementRoutes(parts: AgreementParts): ApiRoutes {
  const { database, clock, blobs, operator } = parts
  return (api) => {
    const list = {
      ...{
        tags,
        summary: 'List processing agreements that were accepted, the newest first, and the version in force',
        querystring: ofTenant,
      },
      response: { 200: z.object({ version: z.string(), items: z.array(agreementView) }) },
    }
    api.get('/processing-agreements', { schema: list }, async (request) => {
      const found = await inScope(database, principalOf(request), request.query.tenantId, listAgreements)
      return { version: AGREEMENT_VERSION, items: found.map(view) }
    })
    const draft = {
      tags,
      summary: 'Download the processing agreement in force as PDF',
      querystring: ofTenant,
      produces: ['application/pdf'],
    }
    api.get('/processing-agreements/draft', { schema: draft }, async (request, reply) => {
      const { tenantId } = ofTenant.parse(request.query)
      const parties = await partiesOf(parts, owningTenant(principalOf(request), tenantId))
      return reply.type('application/pdf').send(Buffer.from(await agreementPaper(parties)))
    })
    const accept = { tags, summary: 'Accept the processing agreement in force', body: acceptance, response: { 201: agreementView } }
    api.post('/processing-agreements', { schema: accept }, async (request, reply) => {
      const { version, acceptedBy, position, tenantId: wanted } = request.body
      const tenantId = owningTenant(principalOf(request), wanted)
      if (version !== AGREEMENT_VERSION) throw new AgreementOutdated(AGREEMENT_VERSION)
      const at = new Date(clock.epochMs())
      const [login, address] = [holderOf(request).name, request.ip]
      const parties = await partiesOf(parts, tenantId)
      const paper = await agreementPaper({ ...parties, accepted: { by: acceptedBy, position, login, at: at.toISOString(), address } })
      const row = {
        ...{
          id: randomUUIDv7(),
          tenant_id: tenantId,
          version,
          language: 'de' as const,
          accepted_by: acceptedBy,
          position,
          login_name: login,
        },
        ...{ address, accepted_at: at, blob_key: await blobs.put(AGREEMENT_ARCHIVE, paper, 'pdf') },
        sha256: createHash('sha256').update(paper).digest('hex'),
      }
      await database.withOperator((tx) => tx.tables<AgreementTables>().insertInto('processing_agreement').values(row).execute())
      return reply.code(201).send(view(row))
    })
    const params = z.object({ agreementId: z.uuid() })
    const paper = { tags, summary: 'Download a processing agreement as it was accepted', params, produces: ['application/pdf'] }
    api.get('/processing-agreements/:agreementId/paper', { schema: paper }, async (request, reply) => {
      const { agreementId } = params.parse(request.params)
      const found = (await inScope(database, principalOf(request), undefined, listAgreements)).find(({ id }) => id === agreementId)
      const content = found && (await blobs.read(found.blob_key))
      if (content === undefined) throw new NotFound('processing agreement', agreementId)
      return reply.type('application/pdf').send(Buffer.from(content))
    })
  }

  async function partiesOf({ database }: AgreementParts, tenantId: string) {
    return database.withOperator(async (tx) => {
      const tenant = await findTenant(tx, tenantId)
      if (tenant === undefined) throw new NoSuchTenant(tenantId)
      const at = new Date(clock.epochMs())
      return {
        customer: tenant.name,
        operator: await operator(tx),
        subprocessors: await listSubprocessors(tx, germanToday(at.getTime())),
        createdAt: at,
      }
    })
  }
}

function listAgreements(tx: Tx): Promise<readonly Selectable<AgreementTable>[]> {
  return tx.tables<AgreementTables>().selectFrom('processing_agreement').selectAll().orderBy('id', 'desc').limit(MAX_LISTED).execute()
}

function view(row: Selectable<AgreementTable>): z.infer<typeof agreementView> {
  const { id, version, position, sha256 } = row
  return {
    ...{ id, tenantId: row.tenant_id, version, acceptedBy: row.accepted_by, position, loginName: row.login_name, sha256 },
    acceptedAt: row.accepted_at.toISOString(),
  }
}
