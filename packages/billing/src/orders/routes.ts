import {
  type Api,
  type ApiRoutes,
  decodeCursor,
  holderOf,
  InvalidRequest,
  inScope,
  owningTenant,
  page,
  pageOf,
  pageQuery,
  principalOf,
  seenTenant,
  type Tx,
} from '@klinke/platform'
import { z } from 'zod'
import { documentRoutes } from './document-routes.ts'
import { earliestMoveRoute } from './earliest-move-route.ts'
import { putMail } from './mail-store.ts'
import { ORDER_STATES } from './order.ts'
import { type OrderForm, orderKind, orderRequest } from './order-form.ts'
import type { OrderParts } from './order-parts.ts'
import { prepaidFaults } from './prepaid-beside.ts'
import { changedContract, type OrderPreview, previewOrder } from './preview.ts'
import { shownOrder } from './shown-order.ts'
import { stepRoutes } from './step-routes.ts'
import { foundOrder, insertOrder, listOrders, orderDay } from './store.ts'
import { takenFaults } from './taken.ts'
import { taskRoutes } from './task-routes.ts'
import { orderPreviewView, orderView, viewOfOrder, viewOfPreview, wholeOrderView } from './views.ts'

export const orderTags = ['orders']
export const orderParams = z.object({ orderId: z.uuid() })

/** Orders (ORD-01 to ORD-06): the operator enters them, customers ask for changes; each is led from order to active. */
export function orderRoutes(parts: OrderParts): ApiRoutes {
  return (api) => {
    addReading(api, parts)
    earliestMoveRoute(api, parts)
    addOrdering(api, parts)
    stepRoutes(api, parts)
    taskRoutes(api, parts)
    documentRoutes(api, parts)
  }
}

function addReading(api: Api, parts: OrderParts): void {
  const { database } = parts
  const querystring = z.strictObject({
    ...{ ...pageQuery, tenantId: z.uuid().optional(), state: z.enum(ORDER_STATES).optional(), kind: orderKind.optional() },
  })
  const list = { tags: orderTags, summary: 'List orders, the newest first', querystring, response: { 200: pageOf(orderView) } }
  api.get('/orders', { schema: list }, async (request) => {
    const { limit, cursor, tenantId, state, kind } = request.query
    const filter = {
      state,
      kind,
      tenantId: seenTenant(principalOf(request), tenantId),
      limit: limit + 1,
      after: decodeCursor(cursor, 1)?.[0],
    }
    const orders = await inScope(database, principalOf(request), tenantId, (tx) => listOrders(tx, filter))
    return page(orders, limit, viewOfOrder, ({ id }) => [id])
  })
  const get = {
    tags: orderTags,
    summary: 'Get an order with its price, its tasks and its history',
    params: orderParams,
    response: { 200: wholeOrderView },
  }
  api.get('/orders/:orderId', { schema: get }, async (request) => {
    const order = await inScope(database, principalOf(request), undefined, (tx) => foundOrder(tx, request.params.orderId))
    return shownOrder(parts, order)
  })
}

function addOrdering(api: Api, parts: OrderParts): void {
  const { database, clock } = parts
  const preview = {
    ...{ tags: orderTags, summary: 'Tell what an order would cost, what is wrong with it, and the earliest dates', body: orderRequest },
    response: { 200: orderPreviewView },
  }
  api.post('/orders/preview', { schema: preview }, async (request) => {
    const tenantId = tenantOf(request)
    const about = await inScope(database, principalOf(request), tenantId, (tx) => aboutOf(tx, request.body, tenantId, parts))
    const previewed = await previewOrder(parts, request.body.form, about)
    return viewOfPreview({ ...previewed, faults: [...previewed.faults, ...(await standingFaults(request.body.form, tenantId, previewed))] })
  })
  const create = { tags: orderTags, summary: 'Give an order', body: orderRequest, response: { 201: wholeOrderView } }
  api.post('/orders', { schema: create }, async (request, reply) => {
    const { form } = request.body
    const tenantId = tenantOf(request)
    const about = await inScope(database, principalOf(request), tenantId, (tx) => aboutOf(tx, request.body, tenantId, parts))
    const previewed = await previewOrder(parts, form, about)
    const { version } = previewed
    const faults = [...previewed.faults, ...(await standingFaults(form, tenantId, previewed))]
    const all = tenantId === undefined && form.kind === 'new' && form.sipDomain === undefined ? [...faults, NO_DOMAIN] : faults
    if (all.length > 0) throw new InvalidRequest(WRONG, all)
    const createdAt = new Date(clock.epochMs())
    const order = await database.withOperator(async (tx) => {
      const kept = { form, tenantId: about?.history.tenantId ?? tenantId, profile: version.profile, versionId: version.id }
      const contractId = form.kind === 'new' ? undefined : form.contractId
      const made = await insertOrder(tx, { ...kept, contractId, createdBy: holderOf(request).name, createdAt })
      await putMail(tx, made, 'order', createdAt)
      return made
    })
    parts.tell()
    return reply.code(201).send(await shownOrder(parts, order))
  })

  /** What else stands in the way, at this customer and at others. */
  function standingFaults(form: OrderForm, tenantId: string | undefined, { version }: Pick<OrderPreview, 'version'>) {
    const today = orderDay(new Date(clock.epochMs()))
    return database.withOperator(async (tx) => [
      ...(await takenFaults(tx, form, tenantId)),
      ...(await prepaidFaults(tx, form, version.file, { id: undefined, tenantId }, today)),
    ])
  }

  /** Only the operator orders for somebody who is no customer yet. */
  function tenantOf(request: Parameters<typeof principalOf>[0] & { readonly body: z.output<typeof orderRequest> }): string | undefined {
    const by = principalOf(request)
    return by.kind === 'operator' ? request.body.tenantId : owningTenant(by, request.body.tenantId)
  }
}

async function aboutOf(
  tx: Tx,
  { form }: z.output<typeof orderRequest>,
  tenantId: string | undefined,
  { provisioning }: Pick<OrderParts, 'provisioning'>,
) {
  const about = await changedContract(tx, form, provisioning)
  if (about !== undefined && tenantId !== undefined && about.history.tenantId !== tenantId) throw new InvalidRequest(NOT_THEIRS)
  return about
}

const WRONG = { en: 'The order cannot be given like this.', de: 'So lässt sich die Bestellung nicht aufgeben.' }
const NOT_THEIRS = { en: 'That is a contract of another customer.', de: 'Das ist ein Vertrag eines anderen Kunden.' }
const NO_DOMAIN = {
  pointer: '/form/sipDomain',
  detail: { en: 'is missing: a new customer needs a domain', de: 'fehlt: Ein neuer Kunde braucht eine Domain' },
}
