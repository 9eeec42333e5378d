import { type ApiRoutes, type Database, holderOf, NotFound, owningTenant, principalOf, type Tx } from '@klinke/platform'
import { z } from 'zod'
import { country, countryChange, countryView } from './rules.ts'
import { decideCountry, listCountries, type StoredCountry } from './settings-store.ts'
import { countryName } from './words.ts'

const tags = ['cost-guard']
const querystring = z.strictObject({ tenantId: z.uuid().optional() })
const params = z.object({ country })

/** Countries that were called first, and what administrators have said of them. */
export function guardCountryRoutes(database: Database): ApiRoutes {
  return (api) => {
    const list = {
      ...{ tags, summary: 'List countries that wait for approval, are approved, or refused', querystring },
      response: { 200: z.object({ items: z.array(countryView) }) },
    }
    api.get('/cost-guard/countries', { schema: list }, async (request) => {
      const tenantId = owningTenant(principalOf(request), request.query.tenantId)
      return { items: (await database.withTenant(tenantId, listCountries)).map(viewOf) }
    })
    const get = { tags, summary: 'Get what is said of a country', params, querystring, response: { 200: countryView } }
    api.get('/cost-guard/countries/:country', { schema: get }, (request) => {
      const tenantId = owningTenant(principalOf(request), request.query.tenantId)
      return database.withTenant(tenantId, (tx) => known(tx, request.params.country))
    })
    const put = {
      tags,
      summary: 'Approve or refuse calls to a country',
      params,
      querystring,
      body: countryChange,
      response: { 200: countryView },
    }
    api.put('/cost-guard/countries/:country', { schema: put }, (request) => {
      const tenantId = owningTenant(principalOf(request), request.query.tenantId)
      const decided = { tenantId, country: request.params.country, state: request.body.state, by: holderOf(request).name }
      return database.withTenant(tenantId, async (tx) => {
        await decideCountry(tx, decided)
        return known(tx, decided.country)
      })
    })
  }
}

async function known(tx: Tx, wanted: string): Promise<z.infer<typeof countryView>> {
  const found = (await listCountries(tx)).find((each) => each.country === wanted)
  if (found === undefined) throw new NotFound('country', wanted)
  return viewOf(found)
}

function viewOf({ country: code, state, number, askedAt, decidedBy, decidedAt }: StoredCountry): z.infer<typeof countryView> {
  const times = { askedAt: askedAt.toISOString(), decidedAt: decidedAt?.toISOString() ?? null }
  return { country: code, name: countryName(code), state, number, decidedBy, ...times }
}
