import {
  type Api,
  type ApiRoutes,
  type BlobStore,
  checkedByHandler,
  type Database,
  decodeCursor,
  type FastifyRequest,
  inScope,
  isOwn,
  NotFound,
  ofOwnExtension,
  page,
  pageOf,
  pageQuery,
  principalOf,
  searchQuery,
} from '@klinke/platform'
import { z } from 'zod'
import type { KeptRecording } from './recording.ts'
import { extensionsOf } from './recording.ts'
import { addSound } from './sound-route.ts'
import { deleteRecording, findRecording, listAccesses, listRecordings } from './store.ts'
import { iso, recordingView, viewRecording } from './views.ts'

export interface RecordingApi {
  readonly database: Database
  readonly blobs: BlobStore
}

const tags = ['recordings']
const params = z.object({ recordingId: z.uuid() })
const filters = z.strictObject({
  ...pageQuery,
  ...searchQuery,
  tenantId: z.uuid().optional(),
  extensionId: z.uuid().optional().describe('Of one of the parties: an own recording of that user'),
  callId: z.string().max(100).optional(),
  from: z.iso.datetime({ offset: true }).optional().describe('Begun at or after'),
  to: z.iso.datetime({ offset: true }).optional().describe('Begun before'),
})
const accessView = z.object({ at: z.iso.datetime(), what: z.enum(['heard', 'deleted', 'expired']), who: z.string() })

/** What has been recorded. */
export function recordingRoutes(parts: RecordingApi): ApiRoutes {
  return (api) => {
    addReading(api, parts)
    addSound(api, parts)
    addDeletion(api, parts)
    addAccesses(api, parts)
  }
}

/** The login or key that asks, as the log of accesses names it. */
export function nameOf({ holder }: FastifyRequest): string {
  return holder?.name ?? ''
}

/** Throws `NotFound` unless the recording is there for who asks: users have those of their own conversations. */
export async function seenRecording(request: FastifyRequest, database: Database, id: string): Promise<KeptRecording> {
  const recording = await inScope(database, principalOf(request), undefined, (tx) => findRecording(tx, id))
  if (recording === undefined || !isOwn(request, ...extensionsOf(recording))) throw new NotFound('recording', id)
  return recording
}

function addReading(api: Api, { database }: RecordingApi): void {
  const list = { tags, summary: 'List recordings, newest first', querystring: filters, response: { 200: pageOf(recordingView) } }
  api.get('/recordings', { config: ofOwnExtension, schema: list }, async (request) => {
    const { limit, cursor, tenantId, from, to, extensionId, callId, q } = request.query
    const principal = principalOf(request)
    const [startedAtMs, id] = decodeCursor(cursor, 2) ?? []
    const after = startedAtMs === undefined || id === undefined ? undefined : { startedAtMs: Number(startedAtMs), id }
    const filter = {
      extensionId,
      callId,
      q,
      from: from === undefined ? undefined : new Date(from),
      to: to === undefined ? undefined : new Date(to),
    }
    const found = await inScope(database, principal, tenantId, (tx) => listRecordings(tx, filter, limit + 1, after))
    const cursorOf = (recording: KeptRecording): readonly string[] => [String(recording.startedAtMs), recording.id]
    return page(found, limit, (recording) => viewRecording(recording, principal), cursorOf)
  })
  const get = { tags, summary: 'Get a recording, with the evidence of consent', params, response: { 200: recordingView } }
  api.get('/recordings/:recordingId', { config: checkedByHandler, schema: get }, async (request) => {
    return viewRecording(await seenRecording(request, database, request.params.recordingId), principalOf(request))
  })
}

function addDeletion(api: Api, { database, blobs }: RecordingApi): void {
  const schema = { tags, summary: 'Delete a recording; who did stays on record', params, response: { 204: z.null() } }
  api.delete('/recordings/:recordingId', { schema }, async (request, reply) => {
    const id = request.params.recordingId
    const gone = await inScope(database, principalOf(request), undefined, (tx) => deleteRecording(tx, id, nameOf(request)))
    if (gone === undefined) throw new NotFound('recording', id)
    await blobs.remove(gone.key)
    return reply.code(204).send(null)
  })
}

function addAccesses(api: Api, { database }: RecordingApi): void {
  const response = { 200: z.object({ items: z.array(accessView) }) }
  const schema = { tags, summary: 'List who has heard or deleted a recording, also one that is gone', params, response }
  api.get('/recordings/:recordingId/accesses', { schema }, async (request) => {
    const id = request.params.recordingId
    const accesses = await inScope(database, principalOf(request), undefined, (tx) => listAccesses(tx, id))
    return { items: accesses.map(({ atMs, what, who }) => ({ at: iso(atMs), what, who })) }
  })
}
