import { type Api, checkedByHandler, type Database, type FastifyRequest, inScope, NotFound, noteDeed, principalOf } from '@klinke/platform'
import { z } from 'zod'
import { parseRange } from './range.ts'
import type { KeptRecording } from './recording.ts'
import { nameOf, type RecordingApi, seenRecording } from './recording-routes.ts'
import { noteAccess } from './store.ts'

const WAV = 'audio/wav'

/** The sound, also in parts (RFC 9110 §14), so that a player can jump. A request from the beginning counts as having heard it. */
export function addSound(api: Api, { database, blobs }: RecordingApi): void {
  const params = z.object({ recordingId: z.uuid() })
  const schema = { tags: ['recordings'], summary: 'Get the sound of a recording (WAV), whole or a range', params, produces: [WAV] }
  api.get('/recordings/:recordingId/sound', { config: checkedByHandler, schema }, async (request, reply) => {
    const id = request.params.recordingId
    const recording = await seenRecording(request, database, id)
    const octets = await blobs.octets(recording.key)
    if (octets === undefined) throw new NotFound('sound of recording', id)
    const range = parseRange(request.headers.range, octets)
    void reply.header('accept-ranges', 'bytes').type(WAV)
    if (range === 'unsatisfiable') return reply.code(416).header('content-range', `bytes */${octets}`).send('')
    const { first, last } = range ?? { first: 0, last: octets - 1 }
    if (first === 0) await noteHeard(request, database, recording)
    const sound = await blobs.open(recording.key, { first, last })
    if (sound === undefined) throw new NotFound('sound of recording', id)
    void reply.header('content-length', last - first + 1)
    if (range !== undefined) void reply.code(206).header('content-range', `bytes ${first}-${last}/${octets}`)
    return reply.send(sound)
  })
}

/** In the recording's own list, which outlives it, and in the audit log: who has listened, and from where. */
async function noteHeard(request: FastifyRequest, database: Database, recording: KeptRecording): Promise<void> {
  const { holder, ip: address, id: requestId, routeOptions } = request
  await inScope(database, principalOf(request), undefined, (tx) => noteAccess(tx, recording, 'heard', nameOf(request)))
  if (holder === undefined) return
  const actor = { kind: holder.principal.kind, id: holder.id, name: holder.name, address }
  const deed = { tenantId: recording.tenantId, actor, requestId, route: `GET ${routeOptions.url ?? ''}` }
  await database.withOperator((tx) => noteDeed(tx, { ...deed, action: 'heard', subject: 'recording', subjectId: recording.id }))
}
