import type { Clock } from '@klinke/foundation'
import {
  type Api,
  type ApiRoutes,
  type Database,
  decodeCursor,
  holderOf,
  InvalidRequest,
  NotFound,
  page,
  pageOf,
  pageQuery,
  type Tx,
} from '@klinke/platform'
import { checkVersions, faultWords, type TariffFault } from '@klinke/rating'
import { z } from 'zod'
import { TariffVersionHolds } from './problems.ts'
import { faultsOf, faultView, MAX_TARIFF_OCTETS, type TariffDocument, tariffDocument, viewOfFault } from './tariff-file.ts'
import {
  deleteVersion,
  findDocument,
  findTariff,
  insertTariff,
  insertVersion,
  listTariffs,
  listVersions,
  type StoredVersion,
} from './tariff-store.ts'

const tags = ['tariffs']
const config = { access: 'operator' } as const
const tariffView = z.object({ id: z.uuid(), name: z.string(), createdAt: z.iso.datetime() })
const newTariff = z.strictObject({ name: z.string().trim().min(1).max(100) })
const ofTariff = z.object({ tariffId: z.uuid() })
const ofVersion = z.object({ tariffId: z.uuid(), versionId: z.uuid() })
const versionView = z.object({
  id: z.uuid(),
  validFrom: z.string(),
  validUntil: z.string().nullable().describe('Last day; null: until the next version'),
  currency: z.string(),
  uploadedBy: z.string(),
  uploadedAt: z.iso.datetime(),
})

/** Tariffs and their versions: for the operator. */
export function tariffRoutes(database: Database, clock: Clock): ApiRoutes {
  return (api) => {
    addTariffs(api, database)
    addCheck(api)
    addVersions(api, database)
    addVersion(api, database, clock)
  }
}

function addTariffs(api: Api, database: Database): void {
  const get = { tags, summary: 'List tariffs', querystring: z.strictObject(pageQuery), response: { 200: pageOf(tariffView) } }
  api.get('/tariffs', { config, schema: get }, async (request) => {
    const { limit, cursor } = request.query
    const found = await database.withOperator((tx) => listTariffs(tx, limit + 1, decodeCursor(cursor, 1)?.[0]))
    return page(
      found,
      limit,
      ({ createdAt, ...tariff }) => ({ ...tariff, createdAt: createdAt.toISOString() }),
      ({ name }) => [name],
    )
  })
  const post = { tags, summary: 'Make a tariff, without any version yet', body: newTariff, response: { 201: tariffView } }
  api.post('/tariffs', { config, schema: post }, async (request, reply) => {
    const { createdAt, ...made } = await database.withOperator((tx) => insertTariff(tx, request.body.name))
    return reply.code(201).send({ ...made, createdAt: createdAt.toISOString() })
  })
  const one = { tags, summary: 'Get a tariff', params: ofTariff, response: { 200: tariffView } }
  api.get('/tariffs/:tariffId', { config, schema: one }, async (request) => {
    const { createdAt, ...found } = await database.withOperator((tx) => findTariff(tx, request.params.tariffId))
    return { ...found, createdAt: createdAt.toISOString() }
  })
}

/** Says what is wrong, and keeps nothing. */
function addCheck(api: Api): void {
  const response = { 200: z.object({ faults: z.array(faultView).describe('Empty: it can be uploaded') }) }
  const schema = { tags, summary: 'Check a version of a tariff without keeping it', body: tariffDocument, response }
  api.post('/tariffs/check', { config, schema, bodyLimit: MAX_TARIFF_OCTETS }, async (request) => ({
    faults: faultsOf(request.body).map(viewOfFault),
  }))
}

function addVersions(api: Api, database: Database): void {
  const get = {
    ...{ tags, summary: 'List the versions of a tariff, the newest first', params: ofTariff },
    ...{ querystring: z.strictObject(pageQuery), response: { 200: pageOf(versionView) } },
  }
  api.get('/tariffs/:tariffId/versions', { config, schema: get }, async (request) => {
    const { limit, cursor } = request.query
    const before = decodeCursor(cursor, 1)?.[0]
    const all = await database.withOperator(async (tx) => versionsOf(tx, request.params.tariffId))
    const rest = all.toReversed().filter(({ validFrom }) => before === undefined || validFrom < before)
    return page(rest, limit, viewOfVersion, ({ validFrom }) => [validFrom])
  })
  const post = {
    ...{ tags, summary: 'Upload a version of a tariff, which nobody changes any more', params: ofTariff, body: tariffDocument },
    response: { 201: versionView },
  }
  api.post('/tariffs/:tariffId/versions', { config, schema: post, bodyLimit: MAX_TARIFF_OCTETS }, async (request, reply) => {
    const { tariffId } = request.params
    const version = await database.withOperator(async (tx) => {
      await findTariff(tx, tariffId, 'for update')
      await assertFits(tx, tariffId, request.body)
      return insertVersion(tx, tariffId, request.body, holderOf(request).name)
    })
    return reply.code(201).send(viewOfVersion(version))
  })
}

function addVersion(api: Api, database: Database, clock: Clock): void {
  const get = { tags, summary: 'Get a version of a tariff as it was uploaded', params: ofVersion, response: { 200: tariffDocument } }
  api.get('/tariffs/:tariffId/versions/:versionId', { config, schema: get }, async (request) => {
    const { tariffId, versionId } = request.params
    return database.withOperator(async (tx) => {
      await versionOf(tx, tariffId, versionId)
      const document = await findDocument(tx, versionId)
      if (document === undefined) throw new NotFound('version of the tariff', versionId)
      return document
    })
  })
  const remove = { tags, summary: 'Delete a version of a tariff that does not hold yet', params: ofVersion, response: { 204: z.null() } }
  api.delete('/tariffs/:tariffId/versions/:versionId', { config, schema: remove }, async (request, reply) => {
    const { tariffId, versionId } = request.params
    await database.withOperator(async (tx) => {
      const { validFrom } = await versionOf(tx, tariffId, versionId)
      if (validFrom <= new Date(clock.epochMs()).toISOString().slice(0, 10)) throw new TariffVersionHolds(validFrom)
      await deleteVersion(tx, versionId)
    })
    return reply.code(204).send(null)
  })
}

async function versionsOf(tx: Tx, tariffId: string): Promise<readonly StoredVersion[]> {
  await findTariff(tx, tariffId)
  return listVersions(tx, [tariffId])
}

async function versionOf(tx: Tx, tariffId: string, versionId: string): Promise<StoredVersion> {
  const version = (await versionsOf(tx, tariffId)).find(({ id }) => id === versionId)
  if (version === undefined) throw new NotFound('version of the tariff', versionId)
  return version
}

/** Throws `InvalidRequest` with all faults: of the version itself, else between it and the others. */
async function assertFits(tx: Tx, tariffId: string, document: TariffDocument): Promise<void> {
  refuse(faultsOf(document))
  const others = (await listVersions(tx, [tariffId])).filter(({ validFrom }) => validFrom !== document.validFrom)
  const periods = others.map(({ validFrom, validUntil, currency }) => ({ validFrom, currency, ...(validUntil !== null && { validUntil }) }))
  const { validFrom, validUntil, currency } = document
  const between = checkVersions([...periods, { validFrom, currency, ...(validUntil !== undefined && { validUntil }) }])
  refuse(between.map((fault) => ({ ...fault, pointer: '/validFrom' })))
}

function refuse(faults: readonly TariffFault[]): void {
  if (faults.length === 0) return
  throw new InvalidRequest(
    { en: 'The tariff has faults; nothing was kept.', de: 'Der Tarif hat Fehler; es wurde nichts übernommen.' },
    faults.map((fault) => ({ pointer: fault.pointer, detail: faultWords(fault) })),
  )
}

function viewOfVersion({ tariffId: _, uploadedAt, ...version }: StoredVersion): z.infer<typeof versionView> {
  return { ...version, uploadedAt: uploadedAt.toISOString() }
}
