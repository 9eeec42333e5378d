import type { MediaSource, Playback, PlaybackEnd, Recording, RecordingOptions } from '@klinke/rtp'
import type { Leg } from '../leg/leg.ts'
import type { Call } from './call.ts'
import { settleMedia } from './talk-to.ts'

/** Plays to a party in the background. */
export async function startPlaying(call: Call, source: MediaSource, to: Leg): Promise<Playback> {
  if (to === call.principal) call.parties.hears(source)
  await to.arrival
  return call.media.play(to.endpoint, source)
}

/** Plays to a party and waits for the end of it. See `Call.play`. */
export async function play(call: Call, source: MediaSource, to: Leg): Promise<PlaybackEnd> {
  if (to === call.principal) call.parties.hears(undefined)
  // One who has just answered an offer of ours hears something before it is connected.
  if (to.unsettled?.kind === 'here') await settleMedia(call, to)
  await to.arrival
  const playback = await call.scope.race(call.media.play(to.endpoint, source))
  const ended = call.scope.race(playback.ended)
  return call.fax !== undefined && to === call.principal ? call.fax.during(to.endpoint, ended) : ended
}

/** What to record: as the media engine takes it, with legs for endpoints. */
export interface CallRecording extends Omit<RecordingOptions, 'endpoints'> {
  /** One party, or two that talk. */
  readonly of: readonly [Leg] | readonly [Leg, Leg]
}

/** Records one party or two. The call's end stops it. */
export async function record(call: Call, { of: [first, second], ...options }: CallRecording): Promise<Recording> {
  await Promise.all([first.arrival, second?.arrival])
  const endpoints = second === undefined ? ([first.endpoint] as const) : ([first.endpoint, second.endpoint] as const)
  const recording = await call.media.record({ ...options, endpoints })
  const resource = call.scope.own({ close: () => recording.stop() })
  void recording.ended.then(() => call.scope.disown(resource))
  return recording
}
