import { type Api, type ApiRoutes, holderOf, NotFound } from '@klinke/platform'
import { z } from 'zod'
import { customerRoutes } from './customer-routes.ts'
import { countContracts } from './customers-store.ts'
import { SMALLEST_PROFILE } from './example-of-api.ts'
import { exampleProfiles } from './examples.ts'
import { ProfileInvalid, sentence } from './fault.ts'
import { addPriceChanges } from './price-changes/routes.ts'
import { readProfile } from './read-profile.ts'
import { MAX_PROFILE_CHARACTERS } from './read-yaml.ts'
import { byOperator, type CatalogueRouteParts, catalogueTags, operatorsToday } from './route-parts.ts'
import { bilingual } from './schema-parts.ts'
import { findVersion, insertVersion, listVersions, type StoredVersion } from './store.ts'
import {
  type ProfileToday,
  profileId,
  profileSummary,
  profileView,
  versionView,
  viewOfProfile,
  viewOfSummary,
  viewOfVersion,
} from './views.ts'

const params = z.object({ profileId })

const upload = z.strictObject({
  yaml: z
    .string()
    .min(1)
    .max(MAX_PROFILE_CHARACTERS)
    .describe('The profile, whole')
    .meta({ examples: [SMALLEST_PROFILE] }),
  file: z.string().trim().min(1).max(200).default('profile.yaml').describe('What the file is called, for messages'),
})

/** Product profiles: what there is, what is in one, and taking new versions (BIL-01). */
export function catalogueRoutes(parts: CatalogueRouteParts): ApiRoutes {
  return (api) => {
    addReading(api, parts)
    addTaking(api, parts)
    customerRoutes(api, parts)
    addPriceChanges(api, parts)
  }
}

function addReading(api: Api, parts: CatalogueRouteParts): void {
  const list = { tags: catalogueTags, summary: 'List product profiles', response: { 200: z.object({ items: z.array(profileSummary) }) } }
  api.get('/product-profiles', { config: byOperator, schema: list }, async () => {
    const versions = Map.groupBy(await parts.database.withOperator((tx) => listVersions(tx)), ({ profile }) => profile)
    return { items: await Promise.all([...versions.values()].map(async (each) => viewOfSummary(await todayOf(parts, each)))) }
  })
  const get = { tags: catalogueTags, summary: 'Get a product profile', params, response: { 200: profileView } }
  api.get('/product-profiles/:profileId', { config: byOperator, schema: get }, async (request) =>
    viewOfProfile(await profileToday(parts, request.params.profileId)),
  )
  const versionParams = z.object({ profileId, versionId: z.uuid() })
  const whole = versionView.extend({ yaml: z.string().describe('The file as it was given') })
  const version = { tags: catalogueTags, summary: 'Get a version of a product profile', params: versionParams, response: { 200: whole } }
  api.get('/product-profiles/:profileId/versions/:versionId', { config: byOperator, schema: version }, async (request) => {
    const { profileId: profile, versionId } = request.params
    const found = await parts.database.withOperator((tx) => findVersion(tx, versionId))
    if (found === undefined || found.profile !== profile) throw new NotFound('version of a profile', versionId)
    return { ...viewOfVersion(found), yaml: found.source }
  })
}

function addTaking(api: Api, parts: CatalogueRouteParts): void {
  const exampleView = z.object({ items: z.array(z.object({ file: z.string(), yaml: z.string() })) })
  const examples = { tags: catalogueTags, summary: 'List the product profiles that come with Klinke', response: { 200: exampleView } }
  api.get('/example-product-profiles', { config: byOperator, schema: examples }, async () => ({
    items: (await exampleProfiles()).map(({ file, text }) => ({ file, yaml: text })),
  }))
  const faults = z.array(z.object({ line: z.int().nullable(), path: z.string(), text: bilingual }))
  const checked = { 200: z.object({ faults: faults.describe('Empty: it can be taken') }) }
  const check = { tags: catalogueTags, summary: 'Check a product profile without taking it', body: upload, response: checked }
  api.post('/product-profiles/check', { config: byOperator, schema: check }, ({ body }) => Promise.resolve({ faults: faultsIn(body) }))
  const take = {
    tags: catalogueTags,
    summary: 'Take a product profile, or a new version of one',
    body: upload,
    response: { 201: profileView },
  }
  api.post('/product-profiles', { config: byOperator, schema: take }, async (request, reply) => {
    const { yaml, file } = request.body
    const read = readProfile(yaml, file)
    const made = { by: holderOf(request).name, at: new Date(parts.clock.epochMs()) }
    await parts.database.withOperator((tx) => insertVersion(tx, read, yaml, made))
    return reply.code(201).send(viewOfProfile(await profileToday(parts, read.profile.profile)))
  })
}

function faultsIn({ yaml, file }: z.infer<typeof upload>) {
  try {
    readProfile(yaml, file)
    return []
  } catch (error) {
    if (error instanceof ProfileInvalid)
      return error.faults.map((fault) => ({ line: fault.line ?? null, path: fault.path, text: sentence(file, fault) }))
    throw error
  }
}

/** Throws `NotFound`. */
export async function profileToday(parts: CatalogueRouteParts, profile: string): Promise<ProfileToday> {
  return todayOf(parts, await parts.database.withOperator((tx) => listVersions(tx, profile)), profile)
}

async function todayOf(
  { database, catalogue, clock }: CatalogueRouteParts,
  versions: readonly StoredVersion[],
  named = '',
): Promise<ProfileToday> {
  const { compare } = Temporal.PlainDate
  const today = operatorsToday(clock)
  const byDay = versions.toSorted((one, other) => compare(other.validFrom, one.validFrom) || other.number - one.number)
  const current = byDay.find(({ validFrom, isWithdrawn }) => !isWithdrawn && compare(validFrom, today) <= 0)
  const shown = current ?? byDay.at(-1)
  if (shown === undefined) throw new NotFound('product profile', named)
  const contracts = await database.withOperator((tx) => countContracts(tx, shown.profile, today))
  return { current, shown: await catalogue.version(shown.id), versions, contracts }
}
