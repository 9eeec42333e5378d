import type { Clock } from '@klinke/foundation'
import {
  type Api,
  type ApiRoutes,
  type Database,
  decodeCursor,
  holderOf,
  NotFound,
  page,
  pageOf,
  pageQuery,
  principalOf,
  seenTenant,
  type Tx,
} from '@klinke/platform'
import { z } from 'zod'
import { findTenant } from '../tenants/store.ts'
import { assertNotice } from './check-notice.ts'
import {
  cancelWindow,
  findWindow,
  insertNotices,
  insertWindow,
  listWindows,
  type MaintenancePlan,
  type StoredWindow,
  updateWindow,
} from './maintenance-store.ts'
import { MaintenanceInThePast, MaintenanceOver } from './problems.ts'
import { newWindow, windowChange, windowView } from './schemas.ts'

export interface MaintenanceParts {
  readonly database: Database
  readonly clock: Pick<Clock, 'epochMs'>
}

const tags = ['service levels']
const config = { access: 'operator' } as const
const params = z.object({ windowId: z.uuid() })
const listQuery = z.strictObject({ ...pageQuery, tenantId: z.uuid().optional() })

/** Maintenance (SLA-03): the operator announces it, customers see what concerns them. */
export function maintenanceRoutes(parts: MaintenanceParts): ApiRoutes {
  return (api) => {
    addList(api, parts)
    addAnnouncing(api, parts)
  }
}

function addList(api: Api, { database }: MaintenanceParts): void {
  const list = { tags, summary: 'List maintenance, the newest first', querystring: listQuery, response: { 200: pageOf(windowView) } }
  api.get('/maintenance-windows', { schema: list }, async (request) => {
    const { limit, cursor, tenantId: wanted } = request.query
    const tenantId = seenTenant(principalOf(request), wanted)
    const filter = { tenantId, limit: limit + 1, before: decodeCursor(cursor, 1)?.[0] }
    const found = await database.withOperator((tx) => listWindows(tx, filter))
    return page(
      found,
      limit,
      (window) => viewOf(window, tenantId),
      ({ id }) => [id],
    )
  })
}

function addAnnouncing(api: Api, { database, clock }: MaintenanceParts): void {
  const now = (): Date => new Date(clock.epochMs())
  const announce = {
    tags,
    summary: 'Announce maintenance, held against what contracts say of notice',
    body: newWindow,
    response: { 201: windowView },
  }
  api.post('/maintenance-windows', { config, schema: announce }, async (request, reply) => {
    const { insist, ...body } = request.body
    const plan = { ...body, from: new Date(body.from), until: new Date(body.until) }
    const announced = { at: now(), madeBy: holderOf(request).name }
    const made = await database.withOperator(async (tx) => {
      await assertPlan(tx, plan, announced.at, insist)
      const window = await insertWindow(tx, plan, announced)
      await insertNotices(tx, window, 'announced', announced.at)
      return window
    })
    return reply.code(201).send(viewOf(made, undefined))
  })
  const change = { tags, summary: 'Change maintenance that is still to come', params, body: windowChange, response: { 200: windowView } }
  api.patch('/maintenance-windows/:windowId', { config, schema: change }, async (request) => {
    const { insist = false, from, until, ...body } = request.body
    const changed = await database.withOperator(async (tx) => {
      const before = await stillToCome(tx, request.params.windowId, now())
      const given = Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined))
      const plan: MaintenancePlan = {
        ...{ ...before, ...given },
        ...{ from: from === undefined ? before.from : new Date(from), until: until === undefined ? before.until : new Date(until) },
      }
      // Notice runs anew when it is at another time, longer, or concerns somebody else; another text does not matter.
      const isNews =
        from !== undefined ||
        until !== undefined ||
        body.customers !== undefined ||
        body.components !== undefined ||
        body.urgent !== undefined
      const announcedAt = isNews ? now() : before.announcedAt
      if (isNews) await assertPlan(tx, plan, announcedAt, insist)
      const window = await updateWindow(tx, before.id, plan, announcedAt)
      await insertNotices(tx, window, 'changed', now())
      return window
    })
    return viewOf(changed, undefined)
  })
  const cancel = { tags, summary: 'Call maintenance off', params, response: { 200: windowView } }
  api.post('/maintenance-windows/:windowId/cancel', { config, schema: cancel }, async (request) => {
    const cancelled = await database.withOperator(async (tx) => {
      const { id } = await stillToCome(tx, request.params.windowId, now())
      const window = await cancelWindow(tx, id, now())
      await insertNotices(tx, window, 'cancelled', now())
      return window
    })
    return viewOf(cancelled, undefined)
  })
}

/** Throws `MaintenanceInThePast`, `NotFound` for a customer that there is not, and `NoticeTooShort` unless somebody insists. */
async function assertPlan(tx: Tx, plan: MaintenancePlan, at: Date, insist: boolean): Promise<void> {
  if (plan.from <= at || plan.until <= plan.from) throw new MaintenanceInThePast()
  for (const id of plan.customers ?? []) if ((await findTenant(tx, id)) === undefined) throw new NotFound('tenant', id)
  if (!insist) await assertNotice(tx, { ...plan, announcedAt: at, cancelledAt: null })
}

async function stillToCome(tx: Tx, id: string, now: Date): Promise<StoredWindow> {
  const window = await findWindow(tx, id, 'for update')
  if (window.cancelledAt !== null || window.from <= now) throw new MaintenanceOver()
  return window
}

/** A customer learns of no other. */
function viewOf(window: StoredWindow, tenantId: string | undefined): z.infer<typeof windowView> {
  const { id, title, text, from, until, components, customers, urgent, announcedAt, cancelledAt } = window
  return {
    ...{ id, title, text, from: from.toISOString(), until: until.toISOString(), components: [...components], urgent },
    customers: customers === null ? null : customers.filter((customer) => tenantId === undefined || customer === tenantId),
    ...{ announcedAt: announcedAt.toISOString(), cancelledAt: cancelledAt?.toISOString() ?? null },
  }
}
