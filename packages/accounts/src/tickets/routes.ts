import type { Clock } from '@klinke/foundation'
import {
  type Api,
  type ApiRoutes,
  type BlobStore,
  type Database,
  decodeCursor,
  type FastifyRequest,
  Forbidden,
  holderOf,
  inScope,
  loginBehind,
  NotFound,
  owningTenant,
  page,
  pageOf,
  pageQuery,
  principalOf,
  type SignInTables,
  type Tx,
} from '@klinke/platform'
import { z } from 'zod'
import { addAttachmentRoutes } from './attachment-routes.ts'
import { entriesOf } from './entry-store.ts'
import { type Doer, editTicket, makeTicketStep, note, say } from './make-step.ts'
import { openTicket, type TicketDesk } from './open-ticket.ts'
import { entryView, newEntry, newTicket, OF_CUSTOMER, ticketChange, ticketStep, ticketView } from './rules.ts'
import { findTicket, listTickets, unfinishedTickets } from './store.ts'
import { addStrayMailRoutes } from './stray-mail-routes.ts'
import { TICKET_KINDS, TICKET_STATES } from './ticket.ts'
import { viewOfEntry, viewOfTicket, viewsOf } from './views.ts'

export interface TicketParts {
  readonly database: Database
  readonly clock: Pick<Clock, 'epochMs'>
  readonly blobs: Pick<BlobStore, 'read' | 'put' | 'remove'>
  readonly desk: TicketDesk
}

/** Of the queue: more than a team works through before it is asked for again. */
const MAX_QUEUE = 500

const tags = ['tickets']
const params = z.object({ ticketId: z.uuid() })
const listQuery = z.strictObject({
  ...{ ...pageQuery, tenantId: z.uuid().optional() },
  ...{ state: z.enum(TICKET_STATES).optional(), kind: z.enum(TICKET_KINDS).optional() },
  isUnconfirmed: z.stringbool().optional().describe('true: outages that customers have reported and whose severity nobody has confirmed'),
})

/** Faults, questions and work that is charged for (SLA-02, SLA-04, PORT-07): customers and resellers report, the operator works through them. */
export function ticketRoutes(parts: TicketParts): ApiRoutes {
  return (api) => {
    addReading(api, parts)
    addThread(api, parts)
    addOpening(api, parts)
    addChanges(api, parts)
    addAttachmentRoutes(api, parts)
    addStrayMailRoutes(api, parts)
  }
}

function sideOf(request: FastifyRequest): 'operator' | 'customer' {
  return principalOf(request).kind === 'operator' ? 'operator' : 'customer'
}

function doerOf(request: FastifyRequest, { clock }: Pick<TicketParts, 'clock'>): Doer {
  return { side: sideOf(request), by: holderOf(request).name, via: 'portal', at: new Date(clock.epochMs()) }
}

function addReading(api: Api, { database, clock }: TicketParts): void {
  const list = { tags, summary: 'List tickets, the newest first', querystring: listQuery, response: { 200: pageOf(ticketView) } }
  api.get('/tickets', { schema: list }, async (request) => {
    const { limit, cursor, tenantId, state, kind, isUnconfirmed } = request.query
    const filter = { state, kind, isUnconfirmed, limit: limit + 1, after: decodeCursor(cursor, 1)?.[0] }
    const viewed = await inScope(database, principalOf(request), tenantId, async (tx) =>
      viewsOf(tx, await listTickets(tx, filter), { by: sideOf(request), nowMs: clock.epochMs() }),
    )
    return page(
      viewed,
      limit,
      (ticket) => ticket,
      ({ id }) => [id],
    )
  })
  const response = { 200: z.object({ items: z.array(ticketView) }) }
  const queue = { tags, summary: 'List what is to be worked on, what falls due first', response }
  api.get('/ticket-queue', { config: { access: 'operator' }, schema: queue }, async () => ({
    items: await database.withOperator(async (tx) => [
      ...(await viewsOf(tx, await unfinishedTickets(tx, MAX_QUEUE), { by: 'operator', nowMs: clock.epochMs() })),
    ]),
  }))
  api.get('/tickets/:ticketId', { schema: { tags, summary: 'Get a ticket', params, response: { 200: ticketView } } }, (request) =>
    inScope(database, principalOf(request), undefined, async (tx) =>
      viewOfTicket(tx, await findTicket(tx, request.params.ticketId), { by: sideOf(request), nowMs: clock.epochMs() }),
    ),
  )
}

function addThread(api: Api, parts: TicketParts): void {
  const { database } = parts
  const response = { 200: z.object({ items: z.array(entryView) }) }
  const entries = { tags, summary: 'List what was said and done about a ticket, the oldest first', params, response }
  api.get('/tickets/:ticketId/entries', { schema: entries }, (request) =>
    inScope(database, principalOf(request), undefined, async (tx) => {
      const { id } = await findTicket(tx, request.params.ticketId)
      return { items: (await entriesOf(tx, id)).map(viewOfEntry) }
    }),
  )
  const add = { tags, summary: 'Say something about a ticket; the operator: to the customer, or for itself', params, body: newEntry }
  api.post('/tickets/:ticketId/entries', { schema: { ...add, response: { 201: entryView } } }, async (request, reply) => {
    const { text, internal } = request.body
    const doer = doerOf(request, parts)
    const { ticketId } = request.params
    await assertSeen(parts, request, ticketId)
    if (internal && doer.side !== 'operator') throw new Forbidden('settings')
    const made = await database.withOperator(async (tx) => {
      const id = internal ? await note(tx, ticketId, text, doer) : await say(tx, parts.desk, ticketId, text, doer)
      return (await entriesOf(tx, ticketId)).find((entry) => entry.id === id)
    })
    if (made === undefined) throw new NotFound('entry', ticketId)
    return reply.code(201).send(viewOfEntry(made))
  })
}

function addOpening(api: Api, parts: TicketParts): void {
  const { database, clock, desk } = parts
  const open = { tags, summary: 'Report a fault, ask for work that is charged for, or ask a question', body: newTicket }
  api.post('/tickets', { schema: { ...open, response: { 201: ticketView } } }, async (request, reply) => {
    const { tenantId: named, contactMail, report = {}, via, ...told } = request.body
    const tenantId = owningTenant(principalOf(request), named)
    const side = sideOf(request)
    if (via === 'phone' && side !== 'operator') throw new Forbidden('settings')
    const login = loginBehind(request)
    const view = await database.withOperator(async (tx) => {
      const opener = await personOf(tx, side === 'operator' ? undefined : login)
      const opening = {
        ...{ ...told, tenantId, report, via, side, openedBy: holderOf(request).name, openedAt: new Date(clock.epochMs()) },
        ...{ contactMail: contactMail ?? opener?.email ?? null, language: opener?.language ?? 'de' },
        // What the operator writes it has judged.
        severityConfirmedBy: side === 'operator' ? holderOf(request).name : null,
      }
      const { ticket } = await openTicket(tx, desk, opening)
      return viewOfTicket(tx, ticket, { by: side, nowMs: clock.epochMs() })
    })
    return reply.code(201).send(view)
  })
}

function addChanges(api: Api, parts: TicketParts): void {
  const { database, clock, desk } = parts
  const change = { tags, summary: 'Change what is known of a ticket', params, body: ticketChange, response: { 200: ticketView } }
  api.patch('/tickets/:ticketId', { schema: change }, async (request) => {
    const doer = doerOf(request, parts)
    const { ticketId } = request.params
    await assertSeen(parts, request, ticketId)
    if (doer.side !== 'operator' && Object.keys(request.body).some((field) => !OF_CUSTOMER.has(field))) throw new Forbidden('settings')
    return database.withOperator(async (tx) =>
      viewOfTicket(tx, await editTicket(tx, desk, ticketId, request.body, doer), { by: sideOf(request), nowMs: clock.epochMs() }),
    )
  })
  const step = { tags, summary: 'Make the next step of a ticket', params, body: ticketStep, response: { 200: ticketView } }
  api.post('/tickets/:ticketId/steps', { schema: step }, async (request) => {
    const { ticketId } = request.params
    await assertSeen(parts, request, ticketId)
    return database.withOperator(async (tx) => {
      const ticket = await makeTicketStep(tx, desk, ticketId, request.body, doerOf(request, parts))
      return viewOfTicket(tx, ticket, { by: sideOf(request), nowMs: clock.epochMs() })
    })
  })
}

/** Throws `NotFound` unless the ticket is one of whoever asks: what follows is done in the operator's name. */
async function assertSeen({ database }: Pick<TicketParts, 'database'>, request: FastifyRequest, ticketId: string): Promise<void> {
  await inScope(database, principalOf(request), undefined, (tx) => findTicket(tx, ticketId))
}

/** Who has signed in; undefined: a key of nobody. */
async function personOf(tx: Tx, loginId: string | undefined) {
  if (loginId === undefined) return undefined
  return tx.tables<SignInTables>().selectFrom('login').select(['email', 'language']).where('id', '=', loginId).executeTakeFirst()
}
