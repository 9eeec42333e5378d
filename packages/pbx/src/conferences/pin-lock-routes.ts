import type { Clock } from '@klinke/foundation'
import { type ApiRoutes, type Database, inScope, NotFound, principalOf } from '@klinke/platform'
import { z } from 'zod'
import type { RoomPinLock } from './room-pin-lock.ts'
import { findRoom } from './store.ts'

const lockView = z.object({
  lockedUntil: z.iso.datetime().nullable().describe('Nobody gets in by PIN until then: too many wrong ones by many callers'),
  callers: z.array(z.object({ number: z.string(), lockedUntil: z.iso.datetime() })).describe('Who has typed too many wrong PINs'),
})
const params = z.object({ roomId: z.uuid() })
const tags = ['conferences']
const path = '/conference-rooms/:roomId/pin-lock'

/** Who is locked out of a room by wrong PINs, and how that is lifted. */
export function pinLockRoutes(database: Database, lock: RoomPinLock, clock: Clock): ApiRoutes {
  const iso = (leftMs: number): string => new Date(clock.epochMs() + leftMs).toISOString()
  return (api) => {
    const get = { tags, summary: 'Get who is locked out of a conference room by wrong PINs', params, response: { 200: lockView } }
    api.get(path, { schema: get }, async (request) => {
      const { roomId } = request.params
      const room = await inScope(database, principalOf(request), undefined, (tx) => findRoom(tx, roomId))
      if (room === undefined) throw new NotFound('conference room', roomId)
      const { roomMs, callersMs } = lock.lockedFor(roomId)
      const callers = [...callersMs].map(([number, leftMs]) => ({ number, lockedUntil: iso(leftMs) }))
      return { lockedUntil: roomMs === undefined ? null : iso(roomMs), callers }
    })
    const lift = { tags, summary: 'Let everybody try PINs again', params, response: { 204: z.null() } }
    api.delete(path, { schema: lift }, async (request, reply) => {
      const { roomId } = request.params
      const room = await inScope(database, principalOf(request), undefined, (tx) => findRoom(tx, roomId))
      if (room === undefined) throw new NotFound('conference room', roomId)
      lock.forgive(roomId)
      return reply.code(204).send(null)
    })
  }
}
