import type { Clock } from '@klinke/foundation'
import { type Api, type Database, decodeCursor, page, pageOf, pageQuery } from '@klinke/platform'
import { z } from 'zod'
import { listStrayMails, STRAY_REASONS, takeStrayMail } from './mail-store.ts'
import { say } from './make-step.ts'
import type { TicketDesk } from './open-ticket.ts'

const tags = ['tickets']
const params = z.object({ mailId: z.uuid() })
const strayMailView = z.object({
  id: z.uuid(),
  receivedAt: z.iso.datetime(),
  sender: z.string(),
  subject: z.string(),
  text: z.string(),
  reason: z.enum(STRAY_REASONS).describe('Why it has become part of no ticket'),
  ticketId: z.uuid().nullable().describe('The ticket that it names'),
  attachments: z.int().describe('How many it had; they are not kept'),
})

/** Mail that has become part of no ticket: the operator looks at it, puts it where it belongs or throws it away. */
export function addStrayMailRoutes(
  api: Api,
  { database, clock, desk }: { readonly database: Database; readonly clock: Pick<Clock, 'epochMs'>; readonly desk: TicketDesk },
): void {
  const config = { access: 'operator' } as const
  const list = { tags, summary: 'List mail that belongs to no ticket, the newest first', querystring: z.strictObject(pageQuery) }
  api.get('/ticket-mails', { config, schema: { ...list, response: { 200: pageOf(strayMailView) } } }, async (request) => {
    const { limit, cursor } = request.query
    const mails = await database.withOperator((tx) => listStrayMails(tx, limit + 1, decodeCursor(cursor, 1)?.[0]))
    return page(
      mails,
      limit,
      ({ receivedAt, ...mail }) => ({ ...mail, receivedAt: receivedAt.toISOString() }),
      ({ id }) => [id],
    )
  })
  const put = {
    ...{ tags, summary: 'Put such a mail into a ticket, as said by the customer', params },
    ...{ body: z.strictObject({ ticketId: z.uuid() }), response: { 204: z.null() } },
  }
  api.post('/ticket-mails/:mailId/assign', { config, schema: put }, async (request, reply) => {
    await database.withOperator(async (tx) => {
      const mail = await takeStrayMail(tx, request.params.mailId)
      const doer = { side: 'customer', by: mail.sender, via: 'mail', at: new Date(clock.epochMs()) } as const
      await say(tx, desk, request.body.ticketId, mail.text === '' ? mail.subject : mail.text, doer)
    })
    return reply.code(204).send(null)
  })
  const remove = { tags, summary: 'Throw such a mail away', params, response: { 204: z.null() } }
  api.delete('/ticket-mails/:mailId', { config, schema: remove }, async (request, reply) => {
    await database.withOperator((tx) => takeStrayMail(tx, request.params.mailId))
    return reply.code(204).send(null)
  })
}
