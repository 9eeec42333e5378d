import type { MixingRoom } from '@klinke/rtp'
import { RoomRecording } from '../recordings/room-recording.ts'
import type { Conference } from './conference.ts'

/** `undefined` where the tenant does not record on demand. */
export function newRecording(conference: Conference, mix: MixingRoom): RoomRecording | undefined {
  const { host, room, context } = conference
  const { pbx, tenant } = context
  const { policy } = tenant.recordings
  if (pbx.recorder === undefined || !policy.onDemand) return undefined
  const { archive } = pbx.recorder
  const broken = (): void => conference.tellAll('recording-ended')
  const cause = { kind: 'conference', roomId: room.id } as const
  return new RoomRecording({ archive, tenantId: tenant.id, cause, beep: policy.beep, host, mix, broken })
}
