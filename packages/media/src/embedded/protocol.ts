import type {
  AddressFamily,
  EndpointStatistics,
  ListenOptions,
  MediaEvent,
  MediaSource,
  NegotiatedStream,
  PlaybackEnd,
  RecordingEnd,
} from '@klinke/rtp'
import type { DtlsIdentity } from '../dtls/certificate.ts'

/**
 * What the main thread and a media worker say to each other. A worker knows legs: one media line of one endpoint each,
 * with a pair of ports. Commands are carried out in order and answered only where an answer is needed; both directions
 * travel in batches, one message for all that one turn of the event loop has to say.
 */
export type Command = PortCommand | LegCommand | RoomCommand | RecordingCommand

/** Bind these RTP ports and the ones above them, ahead of need. Each is answered by `bound` or `refused`. */
export interface PortCommand {
  readonly kind: 'bind'
  readonly family: AddressFamily
  readonly ports: readonly number[]
}

export type LegCommand =
  | { readonly kind: 'open'; readonly leg: number; readonly family: AddressFamily; readonly port: number; readonly inactivityMs: number }
  /** What a negotiation made of the line; undefined while it is off. */
  | { readonly kind: 'configure'; readonly leg: number; readonly stream: NegotiatedStream | undefined }
  | { readonly kind: 'connect'; readonly leg: number; readonly other: number }
  /** Answered by `playback-ended`. */
  | { readonly kind: 'play'; readonly leg: number; readonly source: MediaSource; readonly request: number }
  | { readonly kind: 'stop'; readonly leg: number; readonly request: number }
  | { readonly kind: 'listen'; readonly leg: number; readonly options: ListenOptions }
  | { readonly kind: 'watch-for-stops'; readonly leg: number; readonly watched: boolean }
  /** Answered by `pressed`. */
  | {
      readonly kind: 'press'
      readonly leg: number
      readonly digits: string
      readonly durationMs: number
      readonly pauseMs: number
      readonly request: number
    }
  /** Another session takes the leg over: it hears nothing, and is not recorded any more. */
  | { readonly kind: 'release'; readonly leg: number }
  | { readonly kind: 'statistics'; readonly leg: number; readonly request: number }
  /** Ends the leg; its pair stays bound, with nobody listening. Answered by its last statistics. */
  | { readonly kind: 'remove'; readonly leg: number; readonly request: number }

export type RoomCommand =
  | { readonly kind: 'open-room'; readonly room: number; readonly clockRateHz: 8000 | 16_000 }
  | { readonly kind: 'join'; readonly room: number; readonly leg: number; readonly terms: MemberTerms }
  | { readonly kind: 'change'; readonly room: number; readonly leg: number; readonly terms: MemberTerms }
  | { readonly kind: 'leave'; readonly room: number; readonly leg: number }
  /** Answered by `playback-ended`. */
  | { readonly kind: 'play-room'; readonly room: number; readonly source: MediaSource; readonly request: number }
  | { readonly kind: 'stop-room'; readonly room: number; readonly request: number }
  | { readonly kind: 'close-room'; readonly room: number }

export type RecordingCommand =
  /** Of one or two legs, or of a room. Answered by `recording-ended`. */
  | {
      readonly kind: 'record'
      readonly request: number
      readonly of: readonly number[] | { readonly room: number }
      readonly options: RecordingTerms
    }
  | { readonly kind: 'recording'; readonly request: number; readonly action: 'stop' | 'pause' | 'resume' }

/** `MemberOptions` with legs in the place of endpoints. */
export interface MemberTerms {
  readonly muted?: boolean
  readonly deaf?: boolean
  readonly gainDb?: number
  readonly heardBy?: readonly number[]
}

export interface RecordingTerms {
  readonly path: string
  readonly separate: boolean
  readonly maxSeconds: number
  /** 0 for never. */
  readonly stopAfterSilenceSeconds: number
  readonly announceBeep: boolean
}

export type Report =
  /** The worker runs; these descriptors outlive it when it dies. */
  | { readonly kind: 'started'; readonly packetIo: PacketIoKind; readonly descriptors: readonly number[] }
  | { readonly kind: 'bound'; readonly family: AddressFamily; readonly port: number; readonly descriptors: readonly number[] }
  | { readonly kind: 'refused'; readonly family: AddressFamily; readonly port: number }
  | Answer
  | { readonly kind: 'event'; readonly leg: number; readonly event: LegEvent }
  /** A bug was met while serving this leg. The leg is closed; the worker and its other legs go on. */
  | { readonly kind: 'fault'; readonly leg: number; readonly error: Error }

/** Answers the command with that request number. */
export type Answer =
  | { readonly kind: 'statistics'; readonly request: number; readonly statistics: EndpointStatistics }
  | { readonly kind: 'playback-ended'; readonly request: number; readonly end: PlaybackEnd }
  | { readonly kind: 'recording-ended'; readonly request: number; readonly end: RecordingEnd }
  | { readonly kind: 'pressed'; readonly request: number }

/** A media event without the endpoint's name, which workers do not know. */
export type LegEvent = WithoutEndpoint<MediaEvent>
type WithoutEndpoint<E> = E extends unknown ? Omit<E, 'endpoint'> : never

/** `kernel` falls back to `dgram` where the machine does not offer it. */
export type PacketIoKind = 'kernel' | 'dgram'

/** Given to a worker at its start. */
export interface WorkerSettings {
  readonly bindAddresses: Readonly<Partial<Record<AddressFamily, string>>>
  readonly packetIo: PacketIoKind
  /** What is shown to browsers; undefined where DTLS is not spoken. */
  readonly identity: DtlsIdentity | undefined
}
