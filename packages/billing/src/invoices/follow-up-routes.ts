import type { Clock } from '@klinke/foundation'
import { type Api, type ApiRoutes, type Database, decodeCursor, holderOf, page, pageOf, pageQuery, principalOf } from '@klinke/platform'
import { z } from 'zod'
import { credit } from './credit.ts'
import { bookingBatch, inWindows1252 } from './datev/booking-batch.ts'
import { type Delivery, deliveriesOf, findDelivery, listDeliveries, noteSent, tryAgain } from './delivery/delivery-store.ts'
import { issuedContent } from './documents/document-maker.ts'
import { invoiceFor } from './invoice-routes.ts'
import { findInvoice, issuedBetween } from './invoice-store.ts'
import { decideObjection, insertObjection, type Objection, OUTCOMES, objectionsOf } from './objections/objection-store.ts'
import { DELIVERY_WAYS } from './party.ts'
import { dayIn } from './period.ts'
import { DatevMissing, ObjectionTooLate } from './problems.ts'
import { release } from './release.ts'
import { findIssuer } from './settings-store.ts'
import type { ChargeSource } from './sources.ts'
import { invoiceView, viewOfInvoice } from './views.ts'

export interface FollowUpParts {
  readonly database: Database
  readonly clock: Pick<Clock, 'epochMs'>
  /** Something was issued. */
  readonly issued: () => void
  /** Who has given the lines. */
  readonly charges: readonly ChargeSource[]
}

const tags = ['invoices']
const config = { access: 'operator' } as const
const ofInvoice = z.object({ invoiceId: z.uuid() })
const sentence = z.string().trim().min(1).max(2_000)
const TIME_ZONE = 'Europe/Berlin'

const deliveryView = z.object({
  id: z.uuid(),
  tenantId: z.uuid(),
  invoiceId: z.uuid(),
  level: z.int().describe('0: the invoice; above: a level of dunning'),
  way: z.enum(DELIVERY_WAYS),
  address: z.string().nullable(),
  state: z.enum(['waiting', 'sent', 'failed']),
  attempts: z.int(),
  nextAt: z.iso.datetime(),
  lastError: z.string().nullable(),
  sentAt: z.iso.datetime().nullable(),
})
const objectionView = z.object({
  id: z.uuid(),
  text: z.string(),
  raisedBy: z.string(),
  raisedAt: z.iso.datetime(),
  outcome: z.enum(OUTCOMES).nullable().describe('null: not decided yet; so long nobody is dunned'),
  answer: z.string().nullable(),
})

/** What becomes of issued invoices: delivery, objections, credit notes, bookings. */
export function followUpRoutes(parts: FollowUpParts): ApiRoutes {
  return (api) => {
    addDeliveries(api, parts)
    addObjections(api, parts)
    addCredit(api, parts)
    addRelease(api, parts)
    addBookings(api, parts)
  }
}

function viewOfDelivery(delivery: Delivery): z.infer<typeof deliveryView> {
  const { id, tenant_id: tenantId, invoice_id: invoiceId, level, way, address, state, attempts } = delivery
  const times = { nextAt: delivery.next_at.toISOString(), sentAt: delivery.sent_at?.toISOString() ?? null }
  return { id, tenantId, invoiceId, level, way, address, state, attempts, lastError: delivery.last_error, ...times }
}

function viewOfObjection({ id, text, raised_by, raised_at, outcome, answer }: Objection): z.infer<typeof objectionView> {
  return { id, text, raisedBy: raised_by, raisedAt: raised_at.toISOString(), outcome, answer }
}

function addDeliveries(api: Api, { database, clock }: FollowUpParts): void {
  const querystring = z.strictObject({
    ...pageQuery,
    way: z.enum(DELIVERY_WAYS).optional(),
    state: z.enum(['waiting', 'sent', 'failed']).optional(),
  })
  const list = {
    ...{ tags, summary: 'List deliveries of invoices, such as what is to be printed, or what the mail server does not take' },
    ...{ querystring, response: { 200: pageOf(deliveryView.extend({ number: z.string().nullable() })) } },
  }
  api.get('/invoice-deliveries', { config, schema: list }, async (request) => {
    const { limit, cursor, way, state } = request.query
    const part = { limit: limit + 1, after: decodeCursor(cursor, 1)?.[0] }
    const found = await database.withOperator((tx) => listDeliveries(tx, { way, state }, part))
    return page(
      found,
      limit,
      ({ number, ...delivery }) => ({ ...viewOfDelivery(delivery), number }),
      ({ id }) => [id],
    )
  })
  const params = z.object({ deliveryId: z.uuid() })
  const done = { tags, summary: 'Note that a delivery on paper has been sent', params, response: { 200: deliveryView } }
  api.post('/invoice-deliveries/:deliveryId/sent', { config, schema: done }, (request) =>
    database.withOperator(async (tx) => {
      const at = clock.epochMs()
      await noteSent(tx, await findDelivery(tx, request.params.deliveryId), new Date(at), dayIn(TIME_ZONE, at))
      return viewOfDelivery(await findDelivery(tx, request.params.deliveryId))
    }),
  )
  const again = { tags, summary: 'Try a delivery by mail once more', params, response: { 200: deliveryView } }
  api.post('/invoice-deliveries/:deliveryId/again', { config, schema: again }, (request) =>
    database.withOperator(async (tx) => {
      const { id } = await findDelivery(tx, request.params.deliveryId)
      await tryAgain(tx, id, new Date(clock.epochMs()))
      return viewOfDelivery(await findDelivery(tx, id))
    }),
  )
  const follow = z.object({ deliveries: z.array(deliveryView), objections: z.array(objectionView) })
  const get = { tags, summary: 'Get how an invoice was delivered, and objections to it', params: ofInvoice, response: { 200: follow } }
  api.get('/invoices/:invoiceId/follow-up', { schema: get }, async (request) => {
    const { id, tenantId } = await invoiceFor(database, principalOf(request), request.params.invoiceId)
    return database.withTenant(tenantId, async (tx) => ({
      deliveries: (await deliveriesOf(tx, id)).map(viewOfDelivery),
      objections: (await objectionsOf(tx, id)).map(viewOfObjection),
    }))
  })
}

function addObjections(api: Api, { database, clock }: FollowUpParts): void {
  const raise = {
    tags,
    summary: 'Object to an invoice',
    params: ofInvoice,
    body: z.strictObject({ text: sentence }),
    response: { 200: objectionView },
  }
  api.post('/invoices/:invoiceId/objections', { schema: raise }, async (request) => {
    const { id, tenantId, objectionUntil } = await invoiceFor(database, principalOf(request), request.params.invoiceId)
    // Before it has been received the time has not begun (BIL-07).
    if (objectionUntil !== null && dayIn(TIME_ZONE, clock.epochMs()) > objectionUntil) throw new ObjectionTooLate(objectionUntil)
    const objection = { tenantId, invoiceId: id, text: request.body.text, by: holderOf(request).name }
    return viewOfObjection(await database.withTenant(tenantId, (tx) => insertObjection(tx, objection)))
  })
  const params = z.object({ objectionId: z.uuid() })
  const body = z.strictObject({ outcome: z.enum(OUTCOMES), answer: sentence })
  const decide = { tags, summary: 'Decide about an objection', params, body, response: { 200: objectionView } }
  api.post('/invoice-objections/:objectionId/decision', { config, schema: decide }, async (request) => {
    const decision = { ...request.body, by: holderOf(request).name }
    return viewOfObjection(await database.withOperator((tx) => decideObjection(tx, request.params.objectionId, decision)))
  })
}

function addCredit(api: Api, { database, clock, issued }: FollowUpParts): void {
  const body = z.strictObject({
    reason: z.string().trim().min(1).max(200).describe('Stands on the credit note'),
    lines: z.array(z.int().min(1)).min(1).max(1_000).optional().describe('Numbers of lines; absent: the whole invoice'),
  })
  const create = {
    tags,
    summary: 'Take an invoice back, whole or by lines, with a credit note',
    params: ofInvoice,
    body,
    response: { 200: invoiceView },
  }
  api.post('/invoices/:invoiceId/credit-note', { config, schema: create }, async (request) => {
    const wanted = { ...request.body, issuedOn: dayIn(TIME_ZONE, clock.epochMs()) }
    const made = await database.withOperator((tx) => credit(tx, request.params.invoiceId, wanted))
    issued()
    return viewOfInvoice(await database.withOperator((tx) => findInvoice(tx, made.id)))
  })
}

function addRelease(api: Api, { database, clock, charges }: FollowUpParts): void {
  const schema = {
    tags,
    summary: 'Let the next run bill a month once more, whose invoices were taken back whole',
    params: ofInvoice,
    response: { 200: invoiceView },
  }
  api.post('/invoices/:invoiceId/release', { config, schema }, async (request) => {
    const { invoiceId } = request.params
    const released = { sources: charges, by: holderOf(request).name, at: new Date(clock.epochMs()) }
    return viewOfInvoice(
      await database.withOperator(async (tx) => {
        await release(tx, invoiceId, released)
        return findInvoice(tx, invoiceId)
      }),
    )
  })
}

function addBookings(api: Api, { database, clock }: FollowUpParts): void {
  const day = z.iso.date()
  const querystring = z.strictObject({ from: day, until: day })
  const schema = {
    tags,
    summary: 'Export bookings of issued invoices for DATEV (EXTF, Buchungsstapel)',
    querystring,
    produces: ['text/csv'],
  }
  api.get('/invoice-bookings', { config, schema }, async (request, reply) => {
    const { from, until } = querystring.parse(request.query)
    const content = await database.withOperator(async (tx) => {
      const issuer = await findIssuer(tx)
      if (issuer?.datev == null) throw new DatevMissing()
      const documents = (await issuedBetween(tx, from, until)).map(issuedContent)
      return bookingBatch(documents, issuer.datev, { from, until, createdAt: new Date(clock.epochMs()) })
    })
    reply.header('content-disposition', `attachment; filename="EXTF_Buchungsstapel_${from}_${until}.csv"`)
    return reply.type('text/csv; charset=windows-1252').send(Buffer.from(inWindows1252(content)))
  })
}
