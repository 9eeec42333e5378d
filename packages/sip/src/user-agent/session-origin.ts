import type { Headers } from '../message/message.ts'
import type { Core } from './core.ts'
import type { DialogPeer } from './dialog-peer.ts'
import type { SessionInterval } from './session-timer.ts'
import type { SuccessAck } from './success-ack.ts'

/** What a session grows out of. */
export interface SessionOrigin {
  readonly core: Core
  readonly peer: DialogPeer
  /** Our role in the INVITE that began the session. */
  readonly role: 'uac' | 'uas'
  /** CSeq of that INVITE. */
  readonly inviteSequence: number
  /** Headers of the peer's INVITE or 2xx. */
  readonly peerHeaders: Headers
  /** The ACK we owe as client. */
  readonly ack: SuccessAck | undefined
  /** Our description in force. */
  readonly localSdp: string | undefined
  readonly interval: SessionInterval | undefined
}
