import { type Api, type ApiRoutes, type Database, NotFound, owningTenant, principalOf, seenByAll } from '@klinke/platform'
import { z } from 'zod'
import { codesOf, type FeatureCodes } from './code-index.ts'
import type { Feature } from './feature.ts'
import { assertDistinct, featureCodeChange } from './rules.ts'
import { listFeatureCodes, saveFeatureCodes } from './store.ts'

const featureView = z.object({
  feature: z.string().describe('Stable name'),
  title: z.object({ de: z.string(), en: z.string() }),
  codes: z.array(z.string()).describe('What users of this tenant dial; empty: switched off'),
  productCodes: z.array(z.string()),
  when: z
    .enum(['dialled', 'for-number', 'before-number', 'in-call'])
    .describe('Dialled as a call, instead of a number, before a number, or pressed in a call'),
  argument: z.enum(['none', 'optional', 'required']).describe('Whether digits follow: *21 and a number'),
})
const tags = ['feature codes']
const tenantQuery = z.strictObject({ tenantId: z.uuid().optional().describe('Required with an operator key') })
const params = z.object({ feature: z.string() })

/** The codes that users dial, for display, and for the tenant to change. */
export function featureCodeRoutes(database: Database, features: () => readonly Feature[]): ApiRoutes {
  return (api) => {
    addReading(api, database, features)
    addChange(api, database, features)
  }
}

function addReading(api: Api, database: Database, features: () => readonly Feature[]): void {
  const schema = {
    tags,
    summary: 'List the feature codes',
    querystring: tenantQuery,
    response: { 200: z.object({ items: z.array(featureView) }) },
  }
  api.get('/feature-codes', { config: seenByAll, schema }, async (request) => {
    const tenantId = owningTenant(principalOf(request), request.query.tenantId)
    const codes = await database.withTenant(tenantId, (tx) => listFeatureCodes(tx, tenantId))
    return { items: features().map((feature) => view(feature, codes)) }
  })
}

function addChange(api: Api, database: Database, features: () => readonly Feature[]): void {
  const schema = {
    tags,
    summary: 'Change the codes of a feature',
    params,
    querystring: tenantQuery,
    body: featureCodeChange,
    response: { 200: featureView },
  }
  api.patch('/feature-codes/:feature', { schema }, async (request) => {
    const tenantId = owningTenant(principalOf(request), request.query.tenantId)
    const feature = features().find(({ name }) => name === request.params.feature)
    if (feature === undefined) throw new NotFound('feature', request.params.feature)
    const wanted = request.body.codes
    return database.withTenant(tenantId, async (tx) => {
      assertDistinct(wanted ?? feature.codes, feature, features(), await listFeatureCodes(tx, tenantId))
      await saveFeatureCodes(tx, tenantId, feature.name, wanted)
      return view(feature, await listFeatureCodes(tx, tenantId))
    })
  })
}

function view(feature: Feature, codes: FeatureCodes): z.infer<typeof featureView> {
  return {
    feature: feature.name,
    title: { ...feature.title },
    codes: [...codesOf(feature, codes)],
    productCodes: [...feature.codes],
    when: feature.when,
    argument: argumentOf(feature),
  }
}

function argumentOf(feature: Feature): 'none' | 'optional' | 'required' {
  if (feature.when === 'dialled' || feature.when === 'for-number') return feature.argument
  return feature.when === 'before-number' ? 'required' : 'none'
}
