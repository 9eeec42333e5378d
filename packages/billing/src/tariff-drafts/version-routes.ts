import { type Api, type ApiRoutes, decodeCursor, holderOf, InvalidRequest, pageOf, pageQuery, searchQuery } from '@klinke/platform'
import { MEDIA, type MobilePrefix, ORIGINS, RATING_FAULTS } from '@klinke/rating'
import { z } from 'zod'
import { withdrawVersion } from '../catalogue/price-changes/withdraw-version.ts'
import { operatorsToday } from '../catalogue/route-parts.ts'
import { mobilePrefixes } from '../rated-calls/mobile-prefixes.ts'
import { TariffVersionHolds } from '../rated-calls/problems.ts'
import { GERMAN_MOBILE } from '../rated-calls/tariff-books.ts'
import type { TariffDocument } from '../rated-calls/tariff-file.ts'
import { deleteVersion } from '../rated-calls/tariff-store.ts'
import { findDraft } from './draft-store.ts'
import { withdrawNotices } from './notices/store.ts'
import { type ShownTariff, tariffOverview, VERSION_STATES } from './overview.ts'
import { TrialWithFaults } from './problems.ts'
import { config, type DraftRouteParts, ofVersion, ownerKind, tags, words } from './route-parts.ts'
import { type Trial, tried } from './trial.ts'
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

/** What is otherwise told of a version: but for zones, prefixes and bundles. */
export const documentFacts = z.object({
  validFrom: z.string(),
  validUntil: z.string().nullable(),
  currency: z.string(),
  timeZone: z.string(),
  priceAt: z.enum(['start', 'split']),
  increment: z.object({ firstSeconds: z.number(), thenSeconds: z.number() }),
  rounding: z.object({ where: z.enum(['call', 'line']), mode: z.string() }),
  periods: z.array(z.object({ name: z.string(), days: z.array(z.string()), from: z.string(), until: z.string() })),
  zones: z.int(),
  prefixes: z.int(),
  bundles: z.array(words),
})

const versionView = z.object({ id: z.uuid(), kind: ownerKind, ownerId: z.string(), facts: documentFacts })
export const zonesQuery = z.strictObject({ ...pageQuery, ...searchQuery })

const trialBody = z
  .strictObject({
    by: z.union([z.strictObject({ versionId: z.uuid() }), z.strictObject({ draftId: z.uuid() })]).describe('A version or a draft'),
    called: z
      .string()
      .regex(/^\+[1-9]\d{1,14}$/)
      .describe('E.164 with plus')
      .meta({ examples: ['+4917612345678'] }),
    at: z
      .string()
      .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/)
      .describe('On the clock on the wall where the tariff holds')
      .meta({ examples: ['2026-11-28T14:00'] }),
    seconds: z.int().min(1).max(86_400).default(60),
    origin: z.enum(ORIGINS).default('own'),
    medium: z.enum(MEDIA).default('voice'),
    billedNumber: z
      .string()
      .regex(/^\+[1-9]\d{0,14}$/)
      .default('+49')
      .describe('How the number begins that pays'),
  })
  .describe('A call that nobody has made')
const trialView = z.object({
  outcome: z.enum(['rated', 'free', 'put-aside']),
  fault: z.enum(RATING_FAULTS).nullable().describe('Why it has no price'),
  price: z.object({ amount: z.string(), currency: z.string() }).nullable().describe('Net, at list price: without bundles and flats'),
  zone: z.string().nullable(),
  prefix: z.string().nullable(),
  row: z.int().nullable().describe('Place of the price among those of the zone, from 0'),
  billedSeconds: z.int().nullable(),
  because: z.array(words).describe('Sentence by sentence'),
})

/** Every tariff with its versions, what is in one, and what a call would cost: for the operator. */
export function versionRoutes(parts: DraftRouteParts): ApiRoutes {
  return (api) => {
    addOverview(api, parts)
    addVersion(api, parts)
    addTrial(api, parts)
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

/** What a document says in sum. */
export function factsOf(document: TariffDocument): z.infer<typeof documentFacts> {
  const { validFrom, validUntil, currency, timeZone, priceAt, increment, rounding, periods = [], zones, prefixes, bundles = [] } = document
  return {
    ...{ validFrom, validUntil: validUntil ?? null, currency, timeZone, priceAt, increment, rounding, periods },
    ...{ zones: zones.length, prefixes: prefixes.length, bundles: bundles.map(({ name }) => name) },
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

function addTrial(api: Api, parts: DraftRouteParts): void {
  const schema = {
    tags,
    summary: 'Say what a call would cost by a version or a draft, and why',
    body: trialBody,
    response: { 200: trialView },
  }
  api.post('/tariff-trials', { config: { ...config, act: 'read' }, schema }, async (request) => {
    const { at, by, ...call } = request.body
    const document = await documentOf(parts, by)
    const result = tried(document, await knownMobile(parts), { ...call, at: civilTime(at) })
    if (!result.ok) throw new TrialWithFaults(result.error.length)
    return viewOfTrial(result.value, document)
  })
}

async function documentOf(parts: DraftRouteParts, by: z.output<typeof trialBody>['by']): Promise<TariffDocument> {
  if ('versionId' in by) return (await findTariffVersion(parts, by.versionId)).document
  return (await parts.database.withOperator((tx) => findDraft(tx, by.draftId))).document
}

async function knownMobile({ database }: DraftRouteParts): Promise<readonly MobilePrefix[]> {
  const { prefixes } = await database.withOperator((tx) => mobilePrefixes(tx))
  return [...GERMAN_MOBILE, ...prefixes]
}

function civilTime(text: string): Temporal.PlainDateTime {
  try {
    return Temporal.PlainDateTime.from(text)
  } catch {
    const detail = { en: 'This is no moment of the calendar.', de: 'Diesen Zeitpunkt gibt es im Kalender nicht.' }
    throw new InvalidRequest(detail, [{ pointer: '/at', detail }])
  }
}

function viewOfTrial({ rating, price, because }: Trial, { currency }: TariffDocument): z.infer<typeof trialView> {
  const rated = rating.outcome === 'rated' ? rating : undefined
  return {
    ...{ outcome: rating.outcome, fault: rating.outcome === 'put-aside' ? rating.fault : null },
    price: price === null ? null : { amount: price, currency },
    ...{ zone: rated?.zone ?? null, prefix: rated?.prefix ?? null, billedSeconds: rated?.billedSeconds ?? null },
    row: rated?.pieces[0]?.row ?? null,
    because: because.map(({ de, en }) => ({ de, en })),
  }
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
