import { type Api, inScope, NotFound, principalOf } from '@klinke/platform'
import { z } from 'zod'
import { parseRange } from './range.ts'
import { nameOf, type RecordingApi } from './recording-routes.ts'
import { findRecording, noteAccess } from './store.ts'

const WAV = 'audio/wav'

/** The sound, also in parts (RFC 9110 §14), so that a player can jump. A request from the beginning counts as having heard it. */
export function addSound(api: Api, { database, blobs }: RecordingApi): void {
  const params = z.object({ recordingId: z.uuid() })
  const schema = { tags: ['recordings'], summary: 'Get the sound of a recording (WAV), whole or a range', params, produces: [WAV] }
  api.get('/recordings/:recordingId/sound', { schema }, async (request, reply) => {
    const id = request.params.recordingId
    const principal = principalOf(request)
    const recording = await inScope(database, principal, undefined, (tx) => findRecording(tx, id))
    if (recording === undefined) throw new NotFound('recording', id)
    const octets = await blobs.octets(recording.key)
    if (octets === undefined) throw new NotFound('sound of recording', id)
    const range = parseRange(request.headers.range, octets)
    void reply.header('accept-ranges', 'bytes').type(WAV)
    if (range === 'unsatisfiable') return reply.code(416).header('content-range', `bytes */${octets}`).send('')
    const { first, last } = range ?? { first: 0, last: octets - 1 }
    if (first === 0) {
      await inScope(database, principal, undefined, (tx) => noteAccess(tx, recording, 'heard', nameOf(principal)))
    }
    const sound = await blobs.open(recording.key, { first, last })
    if (sound === undefined) throw new NotFound('sound of recording', id)
    void reply.header('content-length', last - first + 1)
    if (range !== undefined) void reply.code(206).header('content-range', `bytes ${first}-${last}/${octets}`)
    return reply.send(sound)
  })
}
