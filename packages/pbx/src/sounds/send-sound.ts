import type { FastifyReply, FastifyRequest } from '@klinke/platform'
import { parseRange } from '../recordings/range.ts'

/** Answers a WAV file that is in memory, whole or the range that is asked for (RFC 9110 §14), so that a player can jump. */
export function sendSound(request: FastifyRequest, reply: FastifyReply, content: Uint8Array): FastifyReply {
  const range = parseRange(request.headers.range, content.length)
  void reply.header('accept-ranges', 'bytes').type('audio/wav')
  if (range === undefined) return reply.send(content)
  if (range === 'unsatisfiable') return reply.code(416).header('content-range', `bytes */${content.length}`).send('')
  const { first, last } = range
  return reply
    .code(206)
    .header('content-range', `bytes ${first}-${last}/${content.length}`)
    .send(content.subarray(first, last + 1))
}
