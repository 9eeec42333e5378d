import { type Api, type ApiRoutes, decodeCursor, holderOf, InvalidRequest, pageOf, pageQuery, searchQuery } from '@klinke/platform'
import { z } from 'zod'
import { withdrawVersion } from '../catalogue/price-changes/withdraw-version.ts'
import { operatorsToday } from '../catalogue/route-parts.ts'
import { TariffVersionHolds } from '../rated-calls/problems.ts'
import type { TariffDocument } from '../rated-calls/tariff-file.ts'
import { deleteVersion } from '../rated-calls/tariff-store.ts'
import { documentFacts, factsOf } from './facts.ts'
import { withdrawNotices } from './notices/store.ts'
import { type ShownTariff, tariffOverview, VERSION_STATES } from './overview.ts'
import { config, type DraftRouteParts, ofVersion, ownerKind, tags, words } from './route-parts.ts'
import { findTariffVersion, type WholeTariffVersion } from './versions.ts'
import { zonesPage, zoneView } from './zones.ts'

const draftInList = z.object({ id: z.uuid(), changedBy: z.string(), changedAt: z.iso.datetime() })
const overviewView = z.object({
  kind: ownerKind,
  id: z.string().describe('Of the tariff, or name of the profile'),
  name: words,
  customers: z.int().describe('Contracts that have the profile, or customers that were given the tariff'),
  versions: z
    .array(
      z.object({
        id: z.uuid(),
        number: z.int().nullable(),
        validFrom: z.iso.date(),
        validUntil: z.iso.date().nullable().describe('Last day; null: until another one begins'),
        state: z.enum(VERSION_STATES),
        by: z.string(),
        at: z.iso.datetime(),
        told: z.int().nullable().describe('Customers that have the mail about it; null: nobody is told of this version by itself'),
        waiting: z.int().nullable().describe('Customers that are still to be told'),
      }),
    )
    .describe('The first one first'),
  drafts: z.array(draftInList),
})

const versionView = z.object({ id: z.uuid(), kind: ownerKind, ownerId: z.string(), facts: documentFacts })
export const zonesQuery = z.strictObject({ ...pageQuery, ...searchQuery })

/** Every tariff with its versions, and what is in one: for the operator. */
export function versionRoutes(parts: DraftRouteParts): ApiRoutes {
  return (api) => {
    addOverview(api, parts)
    addVersion(api, parts)
    addWithdrawal(api, parts)
  }
}

function addOverview(api: Api, parts: DraftRouteParts): void {
  const summary = 'List all tariffs, those of product profiles, too, with their versions and drafts'
  const schema = { tags, summary, response: { 200: z.object({ items: z.array(overviewView) }) } }
  api.get('/tariff-overview', { config, schema }, async () => ({ items: (await tariffOverview(parts)).map(viewOfTariff) }))
}

function viewOfTariff({ owner, name, customers, versions, drafts }: ShownTariff): z.infer<typeof overviewView> {
  return {
    ...{ kind: owner.kind, id: owner.id, name: { de: name.de, en: name.en }, customers },
    versions: versions.map(({ at, notices, ...version }) => ({
      ...{ ...version, at: at.toISOString() },
      ...{ told: notices?.told ?? null, waiting: notices?.waiting ?? null },
    })),
    drafts: drafts.map(({ id, changedBy, changedAt }) => ({ id, changedBy, changedAt: changedAt.toISOString() })),
  }
}

function viewOfVersion({ id, owner, document }: WholeTariffVersion): z.infer<typeof versionView> {
  return { id, kind: owner.kind, ownerId: owner.id, facts: factsOf(document) }
}

function addVersion(api: Api, parts: DraftRouteParts): void {
  const get = { tags, summary: 'Get a version of any tariff, but for its zones', params: ofVersion, response: { 200: versionView } }
  api.get('/price-versions/:versionId', { config, schema: get }, async (request) =>
    viewOfVersion(await findTariffVersion(parts, request.params.versionId)),
  )
  const zones = {
    ...{ tags, summary: 'List the zones of a version of any tariff with their prices', params: ofVersion },
    ...{ querystring: zonesQuery, response: { 200: pageOf(zoneView) } },
  }
  api.get('/price-versions/:versionId/zones', { config, schema: zones }, async (request) => {
    const { document } = await findTariffVersion(parts, request.params.versionId)
    return pageOfZones(document, request.query)
  })
}

/** Throws `InvalidRequest` for a cursor that is none of ours. */
export function pageOfZones(document: TariffDocument, { q, limit, cursor }: z.output<typeof zonesQuery>) {
  const [place = '-1'] = decodeCursor(cursor, 1) ?? []
  const after = Number(place)
  if (Number.isInteger(after)) return zonesPage(document, q, limit, after)
  throw new InvalidRequest({
    en: 'The cursor is not one of ours. Leave it out to begin anew.',
    de: 'Der Cursor ist keiner von uns. Lassen Sie ihn weg, um von vorn zu beginnen.',
  })
}

function addWithdrawal(api: Api, parts: DraftRouteParts): void {
  const summary = 'Take a version of any tariff back that does not hold yet; whoever was told of its prices is told of that'
  const schema = { tags, summary, params: ofVersion, response: { 204: z.null() } }
  api.delete('/price-versions/:versionId', { config, schema }, async (request, reply) => {
    const { versionId } = request.params
    const { owner, document } = await findTariffVersion(parts, versionId)
    const today = operatorsToday(parts.clock)
    const by = holderOf(request).name
    await parts.database.withOperator(async (tx) => {
      if (owner.kind === 'profile') return withdrawVersion(tx, versionId, { by, at: new Date(parts.clock.epochMs()), today })
      if (document.validFrom <= today.toString()) throw new TariffVersionHolds(document.validFrom)
      await deleteVersion(tx, versionId)
      await withdrawNotices(tx, versionId, new Date(parts.clock.epochMs()))
    })
    parts.tell()
    return reply.code(204).send(null)
  })
}
