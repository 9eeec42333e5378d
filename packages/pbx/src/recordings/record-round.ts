import type { Round } from '@klinke/calls'
import type { CallRecorderParts } from './call-recorder.ts'
import { informParties } from './inform-parties.ts'
import type { RecordingCause } from './recording.ts'
import { RoomRecording } from './room-recording.ts'

/**
 * Three parties of a recorded call sit together: recorded as one room, once those who do not know of it have been told (LAW-06). Somebody
 * who takes a seat later has not been told, so the recording ends then.
 */
export async function recordRound(round: Round, cause: RecordingCause, parts: CallRecorderParts): Promise<void> {
  const { call, tenant, archive, consents } = parts
  const { beep } = tenant.recordings.policy
  const told = [...round.legs]
  const apart = told.some((leg) => consents.of(leg) === undefined)
  const answer = await informParties(round, parts)
  if (round.over) return
  // While one was told nobody heard another.
  for (const leg of apart ? round.legs : []) if (call.parties.isThere(leg)) await round.room.join(leg.endpoint)
  if (answer !== 'consents' || round.legs.some((leg) => !told.includes(leg))) {
    call.note('recording-refused', answer)
    return
  }
  const recording = new RoomRecording({ archive, tenantId: tenant.id, cause, beep, host: call, mix: round.room, broken: () => undefined })
  for (const leg of told) {
    const consent = consents.of(leg)
    if (consent !== undefined) recording.heard(leg, consent)
  }
  round.onChange(() => recording.stop('party-left'))
  await recording.begin()
}
