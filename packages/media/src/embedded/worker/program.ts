import type { KeyPress } from '@klinke/rtp'
import type { PacketBuffer } from '../../packet-io/packet-io.ts'

/** What a party hears: another party, something played, a conference. */
export interface Program {
  /** Called each 20 ms. */
  tick(nowMs: number): void
  /** A negotiation has changed this party or the one it hears. */
  refit(): void
  /** The party hears something else from now on. */
  close(): void
}

/** Said to a party in between, such as key presses: while it lasts the party hears nothing else. */
export interface Interjection {
  /** Says the next 20 ms; false when it is over. */
  tick(nowMs: number): boolean
  /** It is over, or nobody can hear it any more. */
  ended(): void
}

/** Takes a party's packets as they come from the network. */
export interface PacketSink {
  /** The party hears itself: nobody else does. */
  readonly isEcho: boolean
  /** An RTP packet in the clear, which may be changed in place. */
  packet(packet: ReceivedPacket, nowMs: number): void
  /** A packet that is no RTP (T.38). */
  raw(buffer: PacketBuffer, length: number): void
  /** The packets of a key press have come, which is over now. */
  pressed(press: KeyPress): void
  /** A negotiation has changed the party. */
  refit(): void
}

/** One object per leg, filled anew for each packet. */
export interface ReceivedPacket {
  readonly buffer: PacketBuffer
  readonly payloadType: number
  readonly payloadAt: number
  readonly length: number
}
