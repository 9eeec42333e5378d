import type { AddressFamily, EndpointStatistics, MediaEvent, MediaSource, NegotiatedStream } from '@klinke/rtp'

/**
 * What the main thread and a media worker say to each other. A worker knows legs: one media line of one endpoint each,
 * with a pair of ports. Commands are carried out in order and answered only where an answer is needed; both directions
 * travel in batches, one message for all that one turn of the event loop has to say.
 */
export type Command =
  /** Bind these RTP ports and the ones above them, ahead of need. Each is answered by `bound` or `refused`. */
  | { readonly kind: 'bind'; readonly family: AddressFamily; readonly ports: readonly number[] }
  | { readonly kind: 'open'; readonly leg: number; readonly family: AddressFamily; readonly port: number; readonly inactivityMs: number }
  /** What a negotiation made of the line; undefined while it is off. */
  | { readonly kind: 'configure'; readonly leg: number; readonly stream: NegotiatedStream | undefined }
  | { readonly kind: 'connect'; readonly a: number; readonly b: number }
  | { readonly kind: 'play'; readonly leg: number; readonly source: MediaSource }
  | { readonly kind: 'statistics'; readonly leg: number; readonly request: number }
  /** Ends the leg; its pair stays bound, with nobody listening. Answered by its last statistics. */
  | { readonly kind: 'remove'; readonly leg: number; readonly request: number }

export type Report =
  /** The worker runs; these descriptors outlive it when it dies. */
  | { readonly kind: 'started'; readonly packetIo: PacketIoKind; readonly descriptors: readonly number[] }
  | { readonly kind: 'bound'; readonly family: AddressFamily; readonly port: number; readonly descriptors: readonly number[] }
  | { readonly kind: 'refused'; readonly family: AddressFamily; readonly port: number }
  | { readonly kind: 'statistics'; readonly request: number; readonly statistics: EndpointStatistics }
  | { readonly kind: 'event'; readonly leg: number; readonly event: LegEvent }
  /** A bug was met while serving this leg. The leg is closed; the worker and its other legs go on. */
  | { readonly kind: 'fault'; readonly leg: number; readonly error: Error }

/** A media event without the endpoint's name, which workers do not know. */
export type LegEvent = WithoutEndpoint<MediaEvent>
type WithoutEndpoint<E> = E extends unknown ? Omit<E, 'endpoint'> : never

/** `kernel` falls back to `dgram` where the machine does not offer it. */
export type PacketIoKind = 'kernel' | 'dgram'

/** Given to a worker at its start. */
export interface WorkerSettings {
  readonly bindAddresses: Readonly<Partial<Record<AddressFamily, string>>>
  readonly packetIo: PacketIoKind
}
