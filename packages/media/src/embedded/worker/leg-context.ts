import type { AudioCodec } from '@klinke/rtp'
import type { DtlsContext } from '../../dtls/dtls-context.ts'
import type { PacketBuffer, PacketIo, PacketSocket } from '../../packet-io/packet-io.ts'
import type { LegEvent } from '../protocol.ts'

export interface LegSockets {
  readonly rtp: PacketSocket
  readonly rtcp: PacketSocket
}

export interface LegContext {
  readonly io: PacketIo
  /** For packets made here; used and sent within one call. */
  readonly scratch: PacketBuffer
  /** 0 for never. */
  readonly inactivityMs: number
  readonly ssrc: number
  /** Undefined where browsers cannot be spoken with. */
  readonly dtls: DtlsContext | undefined
  /** Spoken here. */
  readonly codecs: readonly AudioCodec[]
  readonly event: (event: LegEvent) => void
  /** A bug was met while a packet was handled. */
  readonly fault: (error: unknown) => void
}
