import { type ApiRoutes, type Database, inScope, NotFound, owningTenant, principalOf } from '@klinke/platform'
import { z } from 'zod'
import { profileOf, tenantProfile } from './rules.ts'
import { findTenant, type Tenant, updateTenant } from './store.ts'

/** A customer shortens or lengthens this itself; how much room there is, is the product's. */
const MAX_VOICEMAIL_DAYS = 365

const { shape } = tenantProfile
const settings = z.object({
  language: shape.language.unwrap().describe('Of announcements'),
  timeZone: shape.timeZone.unwrap().describe('Of schedules and announced times'),
  ringTimeoutSeconds: shape.ringTimeoutSeconds,
  announceFailures: shape.announceFailures.unwrap().describe('Who hears why a call failed'),
  offerCallback: shape.offerCallback.unwrap().describe('Callers inside may press 5 while a line is busy or nobody answers'),
  voicemailDays: shape.voicemailDays.max(MAX_VOICEMAIL_DAYS),
  callTraces: shape.callTraces.unwrap().describe('Of which calls SIP messages and media figures are kept to explain them'),
  callTraceDays: shape.callTraceDays.unwrap().describe('Days after which they are deleted'),
})
/** What the operator has set stays readable, even where a customer could not set it. */
const shown = settings.extend({ voicemailDays: shape.voicemailDays })
const change = z.strictObject(settings.shape).partial()
const querystring = z.strictObject({ tenantId: z.uuid().optional() })
const tags = ['tenants']

/** What a customer's administrators set for the whole of their tenant; what costs or is the operator's business is in `/tenants`. */
export function tenantSettingsRoutes(database: Database): ApiRoutes {
  return (api) => {
    const get = { tags, summary: 'Get what applies to the whole of a tenant', querystring, response: { 200: shown } }
    api.get('/tenant-settings', { schema: get }, async (request) => {
      const tenantId = owningTenant(principalOf(request), request.query.tenantId)
      return view(await inScope(database, principalOf(request), tenantId, (tx) => findTenant(tx, tenantId)), tenantId)
    })
    const patch = { tags, summary: 'Change what applies to the whole of a tenant', querystring, body: change, response: { 200: shown } }
    api.patch('/tenant-settings', { schema: patch }, async (request) => {
      const tenantId = owningTenant(principalOf(request), request.query.tenantId)
      const changed = await database.withOperator(async (tx) => {
        const before = await findTenant(tx, tenantId)
        return before && updateTenant(tx, tenantId, { profile: profileOf(request.body, before.profile) })
      })
      return view(changed, tenantId)
    })
  }
}

function view(tenant: Tenant | undefined, tenantId: string): z.infer<typeof shown> {
  if (tenant === undefined) throw new NotFound('tenant', tenantId)
  const { language = 'de', timeZone = 'Europe/Berlin', announceFailures = 'phones', offerCallback = false } = tenant.profile
  const { ringTimeoutSeconds, voicemailDays, callTraces = 'problems', callTraceDays = 30 } = tenant.profile
  return { language, timeZone, ringTimeoutSeconds, announceFailures, offerCallback, voicemailDays, callTraces, callTraceDays }
}
