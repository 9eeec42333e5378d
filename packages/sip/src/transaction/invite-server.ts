import { type Machine, machine } from './machine.ts'

export type InviteServerState = 'initial' | 'proceeding' | 'completed' | 'confirmed' | 'accepted' | 'terminated'

export type InviteServerEvent =
  /** The request arrives: for the first time, or again. */
  | 'INVITE'
  | 'ACK'
  /** The user agent answers. */
  | '1xx'
  | '2xx'
  | '300-699'
  | 'timer G'
  | 'timer H'
  | 'timer I'
  | 'timer L'
  | 'transport error'
  /** The user agent wants no answer to go out. */
  | 'drop'

export type InviteServerEffect =
  | 'pass request'
  | 'pass ACK'
  | 'send response'
  | 'resend response'
  | 'report no ACK'
  | 'report transport error'
  | 'arm G'
  | 'rearm G'
  | 'arm H'
  | 'arm I'
  | 'arm L'
  | 'stop timers'

/**
 * The INVITE server transaction. A transport error ends nothing (RFC 6026 §7.1): the timers do. Retransmitting
 * a 2xx until its ACK is the user agent's business (RFC 3261 §13.3.1.4).
 */
export const inviteServer: Machine<InviteServerState, InviteServerEvent, InviteServerEffect> = machine({
  name: 'INVITE server transaction',
  source: 'RFC 3261 §17.2.1, RFC 6026 §7.1',
  initial: 'initial',
  events: ['INVITE', 'ACK', '1xx', '2xx', '300-699', 'timer G', 'timer H', 'timer I', 'timer L', 'transport error', 'drop'],
  edges: {
    initial: {
      INVITE: ['proceeding', ['pass request']],
    },
    proceeding: {
      INVITE: ['proceeding', ['resend response']],
      '1xx': ['proceeding', ['send response']],
      '2xx': ['accepted', ['arm L', 'send response']],
      '300-699': ['completed', ['arm G', 'arm H', 'send response']],
      'transport error': ['proceeding', ['report transport error']],
      drop: ['terminated', []],
    },
    completed: {
      INVITE: ['completed', ['resend response']],
      ACK: ['confirmed', ['stop timers', 'arm I']],
      'timer G': ['completed', ['resend response', 'rearm G']],
      'timer H': ['terminated', ['stop timers', 'report no ACK']],
    },
    confirmed: {
      'timer I': ['terminated', []],
    },
    accepted: {
      '2xx': ['accepted', ['send response']],
      // An RFC 2543 peer's ACK has the INVITE's branch; any other ACK of a 2xx never comes here.
      ACK: ['accepted', ['pass ACK']],
      'timer L': ['terminated', []],
      'transport error': ['accepted', ['report transport error']],
    },
    terminated: {},
  },
})
