import { type Api, type FastifyRequest, inScope, NotFound, principalOf } from '@klinke/platform'
import { z } from 'zod'
import { findAttachment, findEntry, insertAttachment } from './entry-store.ts'
import {
  AttachmentNotYours,
  AttachmentUnusable,
  MAX_ATTACHMENT_OCTETS,
  MAX_ATTACHMENTS,
  TicketClosed,
  TooManyAttachments,
} from './problems.ts'
import type { TicketParts } from './routes.ts'
import { entryView } from './rules.ts'
import { findTicket } from './store.ts'
import { viewOfEntry } from './views.ts'

const tags = ['tickets']
const FILE_TYPE = 'application/octet-stream'
const ofEntry = z.object({ ticketId: z.uuid(), entryId: z.uuid() })
const ofAttachment = z.object({ ticketId: z.uuid(), attachmentId: z.uuid() })
const named = z.strictObject({
  name: z
    .string()
    .trim()
    .min(1)
    .max(200)
    // Neither folders nor characters that nobody sees.
    .transform((name) => name.replaceAll(/[/\\\p{Cc}\p{Cf}]/gu, '_'))
    .describe('Name of the file')
    .meta({ examples: ['router.log'] }),
})

/** Files at what was said about a ticket (SLA-04): added by who has said it, as they come with mails; read by both sides, as files only. */
export function addAttachmentRoutes(api: Api, parts: TicketParts): void {
  addDownload(api, parts)
  // A scope of its own, so that only here a body may be a file.
  void api.register(async (scope) => {
    const options = { parseAs: 'buffer', bodyLimit: MAX_ATTACHMENT_OCTETS } as const
    scope.addContentTypeParser(FILE_TYPE, options, (_request, body, parsed) => parsed(null, body))
    addUpload(scope, parts)
  })
}

function addUpload(api: Pick<Api, 'post'>, { database, blobs }: TicketParts): void {
  const summary = 'Attach a file to what one has said about a ticket'
  const schema = { tags, summary, params: ofEntry, querystring: named, consumes: [FILE_TYPE], response: { 201: entryView } }
  api.post('/tickets/:ticketId/entries/:entryId/attachments', { bodyLimit: MAX_ATTACHMENT_OCTETS, schema }, async (request, reply) => {
    const { ticketId, entryId } = ofEntry.parse(request.params)
    const { name } = named.parse(request.query)
    const { tenantId } = await inScope(database, principalOf(request), undefined, (tx) => findTicket(tx, ticketId))
    if (!Buffer.isBuffer(request.body) || request.body.length === 0) throw new AttachmentUnusable()
    const octets: Uint8Array = request.body
    // The file first: a row never names one that is not there.
    const key = await blobs.put(tenantId, octets, 'bin')
    try {
      const entry = await database.withOperator(async (tx) => {
        // Held: many at once are no way around the limit.
        const ticket = await findTicket(tx, ticketId, 'for change')
        if (ticket.state === 'closed') throw new TicketClosed()
        const said = await findEntry(tx, ticketId, entryId)
        if (said.side !== sideOf(request)) throw new AttachmentNotYours()
        if (said.attachments.length >= MAX_ATTACHMENTS) throw new TooManyAttachments()
        await insertAttachment(tx, tenantId, entryId, { name, mediaType: FILE_TYPE, octets: octets.length, key })
        return findEntry(tx, ticketId, entryId)
      })
      return reply.code(201).send(viewOfEntry(entry))
    } catch (error) {
      await blobs.remove(key)
      throw error
    }
  })
}

function sideOf(request: FastifyRequest): 'operator' | 'customer' {
  return principalOf(request).kind === 'operator' ? 'operator' : 'customer'
}

function addDownload(api: Api, { database, blobs }: TicketParts): void {
  const schema = { tags, summary: 'Download what was attached to a ticket', params: ofAttachment }
  api.get('/tickets/:ticketId/attachments/:attachmentId', { schema }, async (request, reply) => {
    const { ticketId, attachmentId } = request.params
    const attachment = await inScope(database, principalOf(request), undefined, (tx) => findAttachment(tx, ticketId, attachmentId))
    const content = await blobs.read(attachment.key)
    if (content === undefined) throw new NotFound('attachment', attachmentId)
    // What strangers have sent is only ever saved, never shown as a page of this server.
    const name = encodeURIComponent(attachment.name)
    return reply
      .header('content-type', FILE_TYPE)
      .header('content-disposition', `attachment; filename*=UTF-8''${name}`)
      .header('x-content-type-options', 'nosniff')
      .send(Buffer.from(content))
  })
}
