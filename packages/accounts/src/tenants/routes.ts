import {
  type ApiRoutes,
  type Database,
  inScope,
  NotFound,
  pageOf,
  pageQuery,
  principalOf,
  searchQuery,
  sortedPage,
  sortingOf,
  sortQuery,
} from '@klinke/platform'
import { z } from 'zod'
import { assertMayDelete, deletionQuery, type TenantLoss, type TenantUse, tenantLoss, UNUSED, type Unsettled } from './deletion.ts'
import { DEFAULT_PROFILE, DEMO_DAYS, lawfulProfileOf, NEW_TENANT_PROFILE, newTenant, tenantChange, tenantProfile } from './rules.ts'
import { deleteTenant, endDemo, findTenant, insertTenant, listTenants, TENANT_SORTS, type Tenant, updateTenant } from './store.ts'

const tenantView = z.object({
  id: z.uuid(),
  name: z.string(),
  sipDomain: z.string(),
  areaCode: z.string().nullable(),
  resellerId: z.uuid().nullable(),
  demoUntil: z.iso.datetime().nullable().describe('Of a demo customer, who is never billed: when it ends'),
  suspended: z.boolean().describe('None of its phones makes or takes calls'),
  profile: tenantProfile,
  createdAt: z.iso.datetime(),
})
const params = z.object({ tenantId: z.uuid() })
const tags = ['tenants']

function view(tenant: Tenant): z.infer<typeof tenantView> {
  return { ...tenant, createdAt: tenant.createdAt.toISOString(), demoUntil: tenant.demoUntil?.toISOString() ?? null }
}

function orNotFound(tenant: Tenant | undefined, id: string): z.infer<typeof tenantView> {
  if (!tenant) throw new NotFound('tenant', id)
  return view(tenant)
}

/** Tenants: the operator makes and changes them; a tenant key sees its own. */
export function tenantRoutes(database: Database, use: TenantUse = UNUSED): ApiRoutes {
  return (api) => {
    api.get(
      '/tenants',
      {
        schema: {
          tags,
          summary: 'List tenants',
          querystring: z.strictObject({ ...pageQuery, ...sortQuery(TENANT_SORTS, 'createdAt'), ...searchQuery }),
          response: { 200: pageOf(tenantView) },
        },
      },
      async (request) => {
        const { limit, cursor, sort, q } = request.query
        const sorting = sortingOf(sort, cursor)
        const tenants = await inScope(database, principalOf(request), undefined, (tx) => listTenants(tx, { limit: limit + 1, sorting, q }))
        return sortedPage(tenants, limit, view, sort, ({ id, name }) => ({ id, value: sorting.key === 'name' ? name : id }))
      },
    )
    api.get('/tenants/:tenantId', { schema: { tags, summary: 'Get a tenant', params, response: { 200: tenantView } } }, async (request) => {
      const { tenantId } = request.params
      return orNotFound(await inScope(database, principalOf(request), tenantId, (tx) => findTenant(tx, tenantId)), tenantId)
    })
    addChanges(api, database)
    addDeletion(api, database, use)
  }
}

function addChanges(api: Parameters<ApiRoutes>[0], database: Database): void {
  const config = { access: 'operator' } as const
  api.post(
    '/tenants',
    { config, schema: { tags, summary: 'Create a tenant', body: newTenant, response: { 201: tenantView } } },
    async (request, reply) => {
      const { name, sipDomain, areaCode, profile, resellerId, demo } = request.body
      const demoUntil = demo ? new Date(Date.now() + DEMO_DAYS * 86_400_000) : null
      const tenant = {
        name,
        sipDomain,
        areaCode: areaCode ?? null,
        profile: lawfulProfileOf(profile, demo ? DEFAULT_PROFILE : NEW_TENANT_PROFILE),
        resellerId: resellerId ?? null,
        demoUntil,
      }
      return reply.code(201).send(view(await database.withOperator((tx) => insertTenant(tx, tenant))))
    },
  )
  api.patch(
    '/tenants/:tenantId',
    { config, schema: { tags, summary: 'Change a tenant', params, body: tenantChange, response: { 200: tenantView } } },
    async (request) => {
      const { tenantId } = request.params
      const { name, areaCode, profile, resellerId, demo } = request.body
      const changed = await database.withOperator(async (tx) => {
        if (demo === false) await endDemo(tx, tenantId)
        const before = await findTenant(tx, tenantId)
        return (
          before &&
          updateTenant(tx, tenantId, {
            profile: lawfulProfileOf(profile, before.profile),
            ...(name === undefined ? {} : { name }),
            ...(areaCode === undefined ? {} : { areaCode }),
            ...(resellerId === undefined ? {} : { resellerId }),
          })
        )
      })
      return orNotFound(changed, tenantId)
    },
  )
}

function addDeletion(api: Parameters<ApiRoutes>[0], database: Database, use: TenantUse): void {
  const config = { access: 'operator' } as const
  /** Name of the tenant and what goes with it. */
  const lossOf = async (tenantId: string): Promise<TenantLoss & { readonly name: string; readonly unsettled: Unsettled }> => {
    const tenant = await database.withOperator((tx) => findTenant(tx, tenantId))
    if (tenant === undefined) throw new NotFound('tenant', tenantId)
    const holdings = await database.withTenant(tenantId, use.holdings)
    const unsettled = (await database.withOperator(async (tx) => use.unsettled?.(tx, tenantId))) ?? {}
    const loss = { holdings: { ...holdings, ...unsettled }, callsInProgress: use.callsInProgress(tenantId) }
    return { name: tenant.name, unsettled, ...loss }
  }
  api.get(
    '/tenants/:tenantId/loss',
    { config, schema: { tags, summary: 'What would be lost with a tenant that is deleted', params, response: { 200: tenantLoss } } },
    async (request) => {
      const { holdings, callsInProgress } = await lossOf(request.params.tenantId)
      return { holdings, callsInProgress }
    },
  )
  const summary = 'Delete a tenant with its extensions and numbers'
  api.delete(
    '/tenants/:tenantId',
    { config, schema: { tags, summary, params, querystring: deletionQuery, response: { 204: z.null() } } },
    async (request, reply) => {
      const { tenantId } = request.params
      const loss = await lossOf(tenantId)
      assertMayDelete(loss.name, loss, loss.unsettled, request.query)
      if (!(await database.withOperator((tx) => deleteTenant(tx, tenantId)))) throw new NotFound('tenant', tenantId)
      return reply.code(204).send(null)
    },
  )
}
