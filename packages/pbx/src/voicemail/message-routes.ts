import {
  type Api,
  type Database,
  decodeCursor,
  InvalidRequest,
  inScope,
  NotFound,
  ofOwnExtension,
  type Principal,
  page,
  pageOf,
  pageQuery,
  principalOf,
  type Tx,
} from '@klinke/platform'
import { z } from 'zod'
import { sendSound } from '../sounds/send-sound.ts'
import type { Mailbox, Message } from './mailbox.ts'
import { discardMessage, findMessage, type MessagePosition, markMessage, pageOfMessages, restoreMessage } from './message-store.ts'
import type { VoicemailApi } from './routes.ts'
import { messageChange, messageView } from './rules.ts'
import { findMailboxOf } from './store.ts'

const boxParams = z.object({ extensionId: z.uuid() })
const messageParams = z.object({ extensionId: z.uuid(), messageId: z.uuid() })
const tags = ['voicemail']
const MESSAGES = '/extensions/:extensionId/mailbox/messages'
const MESSAGE = `${MESSAGES}/:messageId` as const

function view(message: Message): z.infer<typeof messageView> {
  const { id, state, callerNumber, callerName, receivedAtMs, durationMs } = message
  const receivedAt = new Date(receivedAtMs).toISOString()
  return { id, state, callerNumber, callerName: callerName ?? null, receivedAt, durationSeconds: durationMs / 1000 }
}

/** What has been left, as a client plays, keeps and deletes it (VM-03). */
export function addMessages(api: Api, parts: VoicemailApi): void {
  const { database } = parts
  const querystring = z.strictObject({ ...pageQuery, state: messageView.shape.state.optional() })
  const list = { tags, summary: 'List the messages of a mailbox, oldest first', params: boxParams, querystring }
  const response = { 200: pageOf(messageView) }
  api.get(MESSAGES, { config: ofOwnExtension, schema: { ...list, response } }, async (request) => {
    const { extensionId } = request.params
    const { limit, cursor, state } = request.query
    const wanted = { state, after: positionOf(cursor), limit: limit + 1 }
    const messages = await inMailbox(database, principalOf(request), extensionId, (tx, { id }) => pageOfMessages(tx, id, wanted))
    return page(messages, limit, view, ({ id, receivedAtMs }) => [new Date(receivedAtMs).toISOString(), id])
  })
  addSound(api, parts)
  const patch = {
    tags,
    summary: 'Mark a message as new or saved',
    params: messageParams,
    body: messageChange,
    response: { 200: messageView },
  }
  api.patch(MESSAGE, { config: ofOwnExtension, schema: patch }, async (request) => {
    const { extensionId, messageId } = request.params
    const { box, marked } = await inMailbox(database, principalOf(request), extensionId, async (tx, own) => ({
      box: own,
      marked: found(await markMessage(tx, own.id, messageId, request.body.state), messageId),
    }))
    parts.changed(box)
    return view(marked)
  })
  addDeletion(api, parts)
}

function positionOf(cursor: string | undefined): MessagePosition | undefined {
  const [at, id] = decodeCursor(cursor, 2) ?? []
  if (at === undefined || id === undefined) return undefined
  const receivedAt = new Date(at)
  if (!Number.isNaN(receivedAt.getTime())) return { receivedAt, id }
  throw new InvalidRequest({
    en: 'The cursor is not one of ours. Leave it out to begin anew.',
    de: 'Der Cursor ist keiner von uns. Lassen Sie ihn weg, um von vorn zu beginnen.',
  })
}

function addSound(api: Api, { database, sounds }: VoicemailApi): void {
  const schema = { tags, summary: 'Get the sound of a message (WAV), whole or a range', params: messageParams, produces: ['audio/wav'] }
  api.get(`${MESSAGE}/sound`, { config: ofOwnExtension, schema }, async (request, reply) => {
    const { extensionId, messageId } = request.params
    const { message, tenantId } = await inMailbox(database, principalOf(request), extensionId, async (tx, box) => ({
      message: found(await findMessage(tx, box.id, messageId), messageId),
      tenantId: box.tenantId,
    }))
    return sendSound(request, reply, found(await sounds.read(tenantId, message.sound), messageId))
  })
}

function addDeletion(api: Api, { database, changed }: VoicemailApi): void {
  const summary = 'Delete a message; it can be put back for an hour'
  const schema = { tags, summary, params: messageParams, response: { 204: z.null() } }
  api.delete(MESSAGE, { config: ofOwnExtension, schema }, async (request, reply) => {
    const { extensionId, messageId } = request.params
    const box = await inMailbox(database, principalOf(request), extensionId, async (tx, own) => {
      found(await discardMessage(tx, own.id, messageId), messageId)
      return own
    })
    changed(box)
    return reply.code(204).send(null)
  })
  const restoring = { tags, summary: 'Put back a message that was deleted', params: messageParams, response: { 200: messageView } }
  api.post(`${MESSAGE}/restore`, { config: ofOwnExtension, schema: restoring }, async (request) => {
    const { extensionId, messageId } = request.params
    const { box, message } = await inMailbox(database, principalOf(request), extensionId, async (tx, own) => ({
      box: own,
      message: found(await restoreMessage(tx, own.id, messageId), messageId),
    }))
    changed(box)
    return view(message)
  })
}

/** Throws `NotFound` when the asker sees no such mailbox. */
export function inMailbox<T>(
  database: Database,
  principal: Principal,
  extensionId: string,
  work: (tx: Tx, box: Mailbox) => Promise<T>,
): Promise<T> {
  return inScope(database, principal, undefined, async (tx) => {
    const box = await findMailboxOf(tx, extensionId)
    if (box === undefined) throw new NotFound('mailbox of extension', extensionId)
    return work(tx, box)
  })
}

function found<T>(thing: T | undefined, id: string): T {
  if (thing === undefined) throw new NotFound('message', id)
  return thing
}
