import { KlinkeError } from '@klinke/foundation'
import type { AddressFamily, NegotiationError } from '@klinke/rtp'

/** The port range is used up. New calls get 503; running calls go on. */
export class NoMediaPorts extends KlinkeError {
  constructor(from: number, to: number) {
    super('no-media-ports', `All media ports from ${from} to ${to} are in use; each call takes two pairs. Widen KLINKE_RTP_PORTS.`)
  }
}

/** The engine has no address of the family the peer talks. */
export class NoMediaAddress extends KlinkeError {
  constructor(family: AddressFamily) {
    super('no-media-address', `The media engine has no ${family} address, but a peer needs one. Configure it or turn the family off.`)
  }
}

/** What ran this session's media has died; the session can only be closed. */
export class MediaLost extends KlinkeError {
  constructor(callId: string) {
    super('media-lost', `The media worker of call ${callId} ended unexpectedly; the call has no media any more.`)
  }
}

/** Why a session description was refused: `bad-sdp` is the peer's fault (400), `glare` asks for 491, the others for 488. */
export type RefusalReason = NegotiationError['kind']

/** A session description that media cannot follow: unreadable, or nothing in common. */
export class MediaRefused extends KlinkeError {
  readonly reason: RefusalReason

  constructor({ kind, detail }: NegotiationError) {
    super('media-refused', `The session description cannot be followed: ${detail}.`)
    this.reason = kind
  }
}

/** The endpoint was removed, is of another session, or has not been negotiated as far as the call needs. */
export class EndpointUnusable extends KlinkeError {
  constructor(endpoint: string, problem: string) {
    super('endpoint-unusable', `Endpoint "${endpoint}" ${problem}.`)
  }
}

/** The room has as many members as it may have. */
export class RoomFull extends KlinkeError {
  constructor(maxMembers: number) {
    super('room-full', `The conference room has ${maxMembers} members already, which is its limit.`)
  }
}

/** The room was closed, or the endpoint has no audio to take part with. */
export class RoomClosed extends KlinkeError {
  constructor(endpoint: string, withoutAudio: boolean) {
    super('room-closed', withoutAudio ? `Endpoint "${endpoint}" has no audio for a conference.` : 'The conference room was closed.')
  }
}
