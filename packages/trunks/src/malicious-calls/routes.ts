import { findNumber } from '@klinke/accounts'
import type { Clock } from '@klinke/foundation'
import {
  type Api,
  type ApiRoutes,
  type Database,
  decodeCursor,
  holderOf,
  inScope,
  loginBehind,
  page,
  pageOf,
  pageQuery,
  principalOf,
  sessionOf,
} from '@klinke/platform'
import { z } from 'zod'
import { askRelease, deleteOrder, findOrder, giveRelease, insertOrder, listOrders, noteReading, type StoredOrder } from './order-store.ts'
import {
  MAX_WINDOW_DAYS,
  newOrder,
  OrderNotOwnNumber,
  OrderWindowWrong,
  orderView,
  ReleaseMissing,
  releaseRequest,
  reportView,
  SamePerson,
} from './rules.ts'
import { listTracedCalls } from './traced-call-store.ts'

export interface TraceParts {
  readonly database: Database
  readonly clock: Pick<Clock, 'epochMs'>
}

const tags = ['trace-orders']
const params = z.object({ orderId: z.uuid() })
const listQuery = z.strictObject({ ...pageQuery, tenantId: z.uuid().optional() })
const config = { access: 'operator' } as const
const DAY_MS = 86_400_000
/** Clocks differ, and a request takes its time. */
const NOW_TOLERANCE_MS = 60_000

/** Orders to trace malicious calls, and their reports, which two persons of the operator give out (CLI-06, § 14 TDDDG). Customers see their own orders. */
export function traceOrderRoutes(parts: TraceParts): ApiRoutes {
  return (api) => {
    addReading(api, parts)
    addOrders(api, parts)
    addRelease(api, parts)
    addReport(api, parts)
  }
}

function view(order: StoredOrder): z.infer<typeof orderView> {
  const { number, validFrom, validUntil, createdAt, asked, released, ...rest } = order
  const given = { releasedBy: released?.by ?? null, releasedAt: released?.at.toISOString() ?? null }
  return {
    ...{ ...rest, calledNumber: number },
    ...{ validFrom: validFrom.toISOString(), validUntil: validUntil.toISOString(), createdAt: createdAt.toISOString() },
    release: asked === undefined ? null : { reason: asked.reason, askedBy: asked.by, askedAt: asked.at.toISOString(), ...given },
  }
}

function addReading(api: Api, { database }: TraceParts): void {
  const list = { tags, summary: 'List orders to trace malicious calls', querystring: listQuery, response: { 200: pageOf(orderView) } }
  api.get('/trace-orders', { schema: list }, async (request) => {
    const { limit, cursor, tenantId } = request.query
    const part = { limit: limit + 1, after: decodeCursor(cursor, 1)?.[0] }
    const found = await inScope(database, principalOf(request), tenantId, (tx) => listOrders(tx, part))
    return page(found, limit, view, ({ id }) => [id])
  })
  const get = { tags, summary: 'Get an order to trace malicious calls', params, response: { 200: orderView } }
  api.get('/trace-orders/:orderId', { schema: get }, async (request) =>
    view(await inScope(database, principalOf(request), undefined, (tx) => findOrder(tx, request.params.orderId))),
  )
}

function addOrders(api: Api, { database, clock }: TraceParts): void {
  const create = { tags, summary: 'Order that malicious calls are traced', body: newOrder, response: { 201: orderView } }
  api.post('/trace-orders', { config, schema: create }, async (request, reply) => {
    const { validFrom, validUntil, calledNumber: number, ...order } = request.body
    const window = { validFrom: new Date(validFrom), validUntil: new Date(validUntil) }
    assertWindow(window, clock.epochMs())
    const orderedBy = holderOf(request).name
    const kept = await database.withOperator(async (tx) => {
      if ((await findNumber(tx, number))?.tenantId !== order.tenantId) throw new OrderNotOwnNumber(number)
      return insertOrder(tx, { ...order, number, ...window, orderedBy })
    })
    return reply.code(201).send(view(kept))
  })
  const remove = { tags, summary: 'Delete an order with all that it has traced', params, response: { 204: z.null() } }
  api.delete('/trace-orders/:orderId', { config, schema: remove }, async (request, reply) => {
    await database.withOperator((tx) => deleteOrder(tx, request.params.orderId))
    return reply.code(204).send(null)
  })
}

/** Throws `OrderWindowWrong`. The past is nobody's to look into. */
function assertWindow({ validFrom, validUntil }: Pick<StoredOrder, 'validFrom' | 'validUntil'>, nowMs: number): void {
  const length = validUntil.getTime() - validFrom.getTime()
  if (validFrom.getTime() < nowMs - NOW_TOLERANCE_MS || length <= 0 || length > MAX_WINDOW_DAYS * DAY_MS) throw new OrderWindowWrong()
}

function addRelease(api: Api, { database, clock }: TraceParts): void {
  const response = { 200: orderView }
  const ask = { tags, summary: 'Ask that the report is released', params, body: releaseRequest, response }
  api.post('/trace-orders/:orderId/release-request', { config, schema: ask }, async (request) => {
    const at = new Date(clock.epochMs())
    const by = personOf(request)
    return view(await database.withOperator((tx) => askRelease(tx, request.params.orderId, request.body.reason, by, at)))
  })
  const give = { tags, summary: 'Release the report that another person has asked for', params, response }
  api.post('/trace-orders/:orderId/release', { config, schema: give }, async (request) => {
    const by = personOf(request)
    const given = await database.withOperator(async (tx) => {
      const { id, asked } = await findOrder(tx, request.params.orderId)
      if (asked === undefined) throw new ReleaseMissing()
      if (asked.id === by.id) throw new SamePerson()
      return giveRelease(tx, id, by, new Date(clock.epochMs()))
    })
    return view(given)
  })
}

/** Two keys are not two persons: whoever asks, releases or reads has a login, whether he comes by himself or by a key that he has made. Throws `SessionOnly`. */
function personOf(request: Parameters<typeof holderOf>[0]): { readonly name: string; readonly id: string } {
  return { name: holderOf(request).name, id: loginBehind(request) ?? sessionOf(request).loginId }
}

function addReport(api: Api, { database, clock }: TraceParts): void {
  const schema = { tags, summary: 'Get the report of traced calls, once it is released', params, response: { 200: reportView } }
  api.get('/trace-orders/:orderId/report', { config, schema }, (request) =>
    database.withOperator(async (tx) => {
      const order = await findOrder(tx, request.params.orderId)
      if (order.released === undefined) throw new ReleaseMissing()
      await noteReading(tx, order.id, personOf(request), new Date(clock.epochMs()))
      const calls = (await listTracedCalls(tx, order.id)).map((call) => ({
        ...{ at: call.calledAt.toISOString(), shown: call.shown, asserted: [...call.asserted], displayName: call.displayName },
        ...{ hidden: call.isHidden, carrier: call.carrier, sipCallId: call.sipCallId, markedAt: call.markedAt?.toISOString() ?? null },
      }))
      return { order: view(order), calls }
    }),
  )
}
