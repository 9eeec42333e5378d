import { findTenant, type TenantProfile } from '@klinke/accounts'
import {
  type Api,
  type ApiRoutes,
  type Database,
  decodeCursor,
  holderOf,
  inScope,
  NotFound,
  owningTenant,
  page,
  pageOf,
  pageQuery,
  principalOf,
  type Tx,
} from '@klinke/platform'
import { z } from 'zod'
import { listGuardEvents, type StoredGuardEvent } from './event-store.ts'
import type { GuardSettings } from './guard-rules.ts'
import { aboveContract, isMoney, isPerExtension, MEASURES } from './limits.ts'
import type { GuardRouteParts } from './routes.ts'
import { eventView, LimitAboveContract, settingsChange, settingsView, todayView } from './rules.ts'
import { findGuardSettings, liftDay, putGuardSettings } from './settings-store.ts'

const tags = ['cost-guard']
const querystring = z.strictObject({ tenantId: z.uuid().optional() })

/** Limits of a customer, and how much of them is used today. */
export function guardSettingsRoutes(database: Database, parts: GuardRouteParts): ApiRoutes {
  return (api) => {
    addSettings(api, database)
    addToday(api, database, parts)
    addEvents(api, database)
  }
}

function addSettings(api: Api, database: Database): void {
  const get = { tags, summary: 'Get the limits of costs', querystring, response: { 200: settingsView } }
  api.get('/cost-guard', { schema: get }, (request) => {
    const tenantId = owningTenant(principalOf(request), request.query.tenantId)
    return database.withTenant(tenantId, (tx) => viewOf(tx, tenantId))
  })
  const patch = { tags, summary: 'Change the limits of costs', querystring, body: settingsChange, response: { 200: settingsView } }
  api.patch('/cost-guard', { schema: patch }, (request) => {
    const tenantId = owningTenant(principalOf(request), request.query.tenantId)
    return database.withTenant(tenantId, async (tx) => {
      const { limits: contract = {} } = (await profileOf(tx, tenantId)).guard ?? {}
      const given = Object.fromEntries(Object.entries(request.body).filter(([, value]) => value !== undefined))
      const settings: GuardSettings = { ...(await findGuardSettings(tx)), ...given }
      const above = aboveContract(contract, settings.limits)
      if (above !== undefined) throw new LimitAboveContract(above, contract[above] ?? 0)
      await putGuardSettings(tx, tenantId, settings)
      return viewOf(tx, tenantId)
    })
  })
}

function addToday(api: Api, database: Database, { guard, directory }: GuardRouteParts): void {
  const get = { tags, summary: 'Get what is used of the limits today', querystring, response: { 200: todayView } }
  api.get('/cost-guard/today', { schema: get }, (request) => todayOf(owningTenant(principalOf(request), request.query.tenantId)))
  const todayOf = (tenantId: string): z.infer<typeof todayView> => {
    const tenant = directory.tenant(tenantId)
    if (tenant === undefined) throw new NotFound('tenant', tenantId)
    const { counters, limits, isLifted, nowMs } = guard.today(tenant)
    const used = MEASURES.filter((measure) => !isPerExtension(measure)).map((measure) => {
      const amount = counters.used(measure, undefined, nowMs)
      return { measure, used: isMoney(measure) ? Math.round(amount) : Math.ceil(amount / 60), limit: limits[measure] ?? null }
    })
    return { date: counters.day.date, isLifted, callsRunning: counters.running.size, used }
  }
  const post = { tags, summary: 'Lift the limits of a customer until midnight', querystring, response: { 200: todayView } }
  api.post('/cost-guard/today/lift', { config: { access: 'reseller' }, schema: post }, async (request) => {
    const tenantId = owningTenant(principalOf(request), request.query.tenantId)
    const { date } = todayOf(tenantId)
    await database.withTenant(tenantId, (tx) => liftDay(tx, tenantId, date, holderOf(request).name))
    return todayOf(tenantId)
  })
}

function addEvents(api: Api, database: Database): void {
  const schema = {
    ...{ tags, summary: 'List what the cost guard has told, the newest first' },
    querystring: z.strictObject({ ...pageQuery, tenantId: z.uuid().optional() }),
    response: { 200: pageOf(eventView) },
  }
  api.get('/cost-guard/events', { schema }, async (request) => {
    const { limit, cursor, tenantId } = request.query
    const before = decodeCursor(cursor, 1)?.[0]
    const found = await inScope(database, principalOf(request), tenantId, (tx) => listGuardEvents(tx, limit + 1, before))
    return page(found, limit, eventFrom, ({ id }) => [id])
  })
}

function eventFrom({ id, at, kind, words }: StoredGuardEvent): z.infer<typeof eventView> {
  return { id, at: at.toISOString(), kind, words }
}

async function profileOf(tx: Tx, tenantId: string): Promise<TenantProfile> {
  const tenant = await findTenant(tx, tenantId)
  if (tenant === undefined) throw new NotFound('tenant', tenantId)
  return tenant.profile
}

async function viewOf(tx: Tx, tenantId: string): Promise<z.infer<typeof settingsView>> {
  const { guard } = await profileOf(tx, tenantId)
  const { extensionAgents, trunkAgents, ...settings } = await findGuardSettings(tx)
  return {
    ...{ ...settings, extensionAgents: [...extensionAgents], trunkAgents: [...trunkAgents] },
    ...{ contract: guard?.limits ?? {}, contractHoldsNewCountries: guard?.holdNewCountries === true },
  }
}
