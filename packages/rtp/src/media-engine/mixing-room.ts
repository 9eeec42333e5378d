import type { Endpoint } from '../media-engine.ts'
import type { MediaSource, Playback } from './playing.ts'
import type { Recording, RecordingLimits } from './recording.ts'

/** Members that a room can have at most. */
export const MAX_ROOM_MEMBERS = 99

export interface RoomOptions {
  /** 16,000 carries wideband to those who speak it. */
  readonly clockRateHz: 8000 | 16_000
  /** At most `MAX_ROOM_MEMBERS`. */
  readonly maxMembers: number
}

export interface MemberOptions {
  /** Nobody hears it: a listener, a monitoring supervisor. */
  readonly muted?: boolean
  /** It hears nobody. */
  readonly deaf?: boolean
  /** Louder or softer than it speaks. */
  readonly gainDb?: number
  /** Ids of the endpoints that hear this one; absent: all. To whisper: only the agent. */
  readonly heardBy?: readonly string[]
}

/** A conference: each member hears all others, and never itself. Members are endpoints of the room's session. */
export interface MixingRoom {
  /** Takes the endpoint in; ends what it was connected to or played. Rejects when the room is full or closed. */
  join(endpoint: Endpoint, options?: MemberOptions): Promise<void>
  /** Replaces all options of a member. */
  change(endpoint: Endpoint, options: MemberOptions): void
  /** The endpoint hears silence again. Removing or connecting an endpoint leaves as well. */
  leave(endpoint: Endpoint): void
  /** Mixes a source in for all members; replaces what was played before. */
  play(source: MediaSource): Promise<Playback>
  /** Records what all members together say, in one channel. */
  record(options: RecordingLimits): Promise<Recording>
  /** All members hear silence; its recordings end with `endpoint-gone`. */
  close(): void
}
