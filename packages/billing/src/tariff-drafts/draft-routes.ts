import { type Api, type ApiRoutes, type FastifyRequest, holderOf, NotFound, pageOf } from '@klinke/platform'
import { z } from 'zod'
import { operatorsToday } from '../catalogue/route-parts.ts'
import { profileId } from '../catalogue/views.ts'
import type { TariffDocument } from '../rated-calls/tariff-file.ts'
import { differenceView, viewOfDifferences } from './difference-views.ts'
import { differences } from './differences.ts'
import { type Draft, deleteDraft, findDraft, insertDraft, type Made, putDocument, type TariffOwner } from './draft-store.ts'
import { edited, tariffEdits } from './edits.ts'
import { documentFacts, factsOf } from './facts.ts'
import { faultsOfDraft, placedFault } from './faults.ts'
import { firstDayOf, otherDays } from './publication.ts'
import { config, type DraftRouteParts, MAX_EDIT_OCTETS, ofDraft, ownerKind, revisionSeen, tags } from './route-parts.ts'
import { takeDraft } from './take-draft.ts'
import { pageOfZones, zonesQuery } from './version-routes.ts'
import { findTariffVersion, newestVersion } from './versions.ts'
import { zoneView } from './zones.ts'

export const draftView = z.object({
  id: z.uuid(),
  kind: ownerKind,
  ownerId: z.string().describe('Of the tariff, or name of the profile'),
  basedOn: z.uuid().nullable().describe('The version before, with which it is compared'),
  revision: z.int().describe('One more with each change'),
  changedBy: z.string(),
  changedAt: z.iso.datetime(),
  facts: documentFacts,
})

const wanted = z
  .strictObject({
    versionId: z.uuid().optional().describe('Whose prices it begins with, of any tariff; absent: those of the newest version'),
  })
  .meta({ examples: [{}] })

/** Versions that are still being written: for the operator. */
export function draftRoutes(parts: DraftRouteParts): ApiRoutes {
  return (api) => {
    addMaking(api, parts)
    addReading(api, parts)
    addChanging(api, parts)
    addChecks(api, parts)
  }
}

/** Who asks for a change, and when. */
export function madeBy(request: FastifyRequest, { clock }: DraftRouteParts): Made {
  return { by: holderOf(request).name, at: new Date(clock.epochMs()) }
}

export function viewOfDraft({ owner, changedAt, document, id, basedOn, revision, changedBy }: Draft): z.infer<typeof draftView> {
  const facts = { id, basedOn, revision, changedBy, changedAt: changedAt.toISOString() }
  return { ...facts, kind: owner.kind, ownerId: owner.id, facts: factsOf(document) }
}

function addMaking(api: Api, parts: DraftRouteParts): void {
  const common = { tags, body: wanted, response: { 201: draftView } }
  const ofTariff = { ...common, summary: 'Draft a new version of a tariff', params: z.object({ tariffId: z.uuid() }) }
  api.post('/tariffs/:tariffId/drafts', { config, schema: ofTariff }, async (request, reply) => {
    const owner = { kind: 'tariff', id: request.params.tariffId } as const
    return reply.code(201).send(viewOfDraft(await drafted(parts, owner, request.body.versionId, madeBy(request, parts))))
  })
  const ofProfile = { ...common, summary: 'Draft new prices of calls for a product profile', params: z.object({ profileId }) }
  api.post('/product-profiles/:profileId/tariff-drafts', { config, schema: ofProfile }, async (request, reply) => {
    const owner = { kind: 'profile', id: request.params.profileId } as const
    return reply.code(201).send(viewOfDraft(await drafted(parts, owner, request.body.versionId, madeBy(request, parts))))
  })
}

/** It begins with the next month, or with the month after the newest version has begun. Throws `NotFound`. */
async function drafted(parts: DraftRouteParts, owner: TariffOwner, versionId: string | undefined, made: Made): Promise<Draft> {
  const { newest, begins } = await parts.database.withOperator(async (tx) => ({
    newest: await newestVersion(tx, owner),
    begins: await firstDayOf(tx, owner, operatorsToday(parts.clock)),
  }))
  const source = versionId ?? newest
  const { validUntil: _, ...copied } = source === undefined ? EMPTY : await sourceOf(parts, source, versionId !== undefined)
  const draft = { owner, basedOn: newest ?? null, document: { ...copied, validFrom: begins.toString() } }
  return parts.database.withOperator(async (tx) => findDraft(tx, await insertDraft(tx, draft, made)))
}

/** The newest version of a profile may have no tariff yet: then one begins with nothing. */
async function sourceOf(parts: DraftRouteParts, versionId: string, isNamed: boolean): Promise<TariffDocument> {
  try {
    return (await findTariffVersion(parts, versionId)).document
  } catch (error) {
    if (error instanceof NotFound && !isNamed) return EMPTY
    throw error
  }
}

const EMPTY: TariffDocument = {
  ...{ validFrom: '', currency: 'EUR', timeZone: 'Europe/Berlin', priceAt: 'start', free: ['on-net'] },
  rounding: { where: 'line', mode: 'half-up' },
  increment: { firstSeconds: 60, thenSeconds: 60 },
  zones: [],
  prefixes: [],
}

function addReading(api: Api, parts: DraftRouteParts): void {
  const read = (draftId: string) => parts.database.withOperator((tx) => findDraft(tx, draftId))
  const get = { tags, summary: 'Get a draft of a tariff, but for its zones', params: ofDraft, response: { 200: draftView } }
  api.get('/tariff-drafts/:draftId', { config, schema: get }, async (request) => viewOfDraft(await read(request.params.draftId)))
  const zones = {
    ...{ tags, summary: 'List the zones of a draft with their prices', params: ofDraft },
    ...{
      querystring: zonesQuery,
      response: { 200: pageOf(zoneView).extend({ revision: z.int().describe('Of the draft that these are of') }) },
    },
  }
  api.get('/tariff-drafts/:draftId/zones', { config, schema: zones }, async (request) => {
    const { document, revision } = await read(request.params.draftId)
    return { ...pageOfZones(document, request.query), revision }
  })
}

function addChanging(api: Api, parts: DraftRouteParts): void {
  const body = z.strictObject({ revision: revisionSeen, changes: tariffEdits })
  const patch = { tags, summary: 'Change a draft of a tariff', params: ofDraft, body, response: { 200: draftView } }
  api.patch('/tariff-drafts/:draftId', { config, schema: patch, bodyLimit: MAX_EDIT_OCTETS }, async (request) => {
    const { draftId } = request.params
    const changed = await parts.database.withOperator(async (tx) => {
      const draft = await takeDraft(tx, draftId, request.body.revision)
      await putDocument(tx, draft, edited(draft.document, request.body.changes), madeBy(request, parts))
      return findDraft(tx, draftId)
    })
    return viewOfDraft(changed)
  })
  const remove = { tags, summary: 'Throw a draft of a tariff away', params: ofDraft, response: { 204: z.null() } }
  api.delete('/tariff-drafts/:draftId', { config, schema: remove }, async (request, reply) => {
    await parts.database.withOperator((tx) => deleteDraft(tx, request.params.draftId))
    return reply.code(204).send(null)
  })
}

function addChecks(api: Api, parts: DraftRouteParts): void {
  const faults = z.object({ faults: z.array(placedFault).describe('Empty: it is in order') })
  const check = { tags, summary: 'Check a draft of a tariff: every fault with its row', params: ofDraft, response: { 200: faults } }
  api.get('/tariff-drafts/:draftId/faults', { config, schema: check }, (request) =>
    parts.database.withOperator(async (tx) => {
      const draft = await findDraft(tx, request.params.draftId)
      return { faults: [...faultsOfDraft(draft.document, await otherDays(tx, draft))] }
    }),
  )
  const summary = 'Compare a draft of a tariff with the version before: what gets dearer, what cheaper'
  const compare = { tags, summary, params: ofDraft, response: { 200: differenceView } }
  api.get('/tariff-drafts/:draftId/differences', { config, schema: compare }, async (request) => {
    const { document, basedOn } = await parts.database.withOperator((tx) => findDraft(tx, request.params.draftId))
    const before = basedOn === null ? EMPTY : await sourceOf(parts, basedOn, false)
    return viewOfDifferences(differences(before, document), basedOn)
  })
}
