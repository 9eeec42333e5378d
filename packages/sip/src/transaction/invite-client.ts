import { type Machine, machine } from './machine.ts'

export type InviteClientState = 'initial' | 'calling' | 'proceeding' | 'completed' | 'accepted' | 'terminated'

export type InviteClientEvent =
  | 'start'
  | 'timer A'
  | 'timer B'
  | 'timer D'
  | 'timer M'
  | '1xx'
  | '2xx'
  | '300-699'
  | 'transport error'
  /** The user agent waits no longer: 64·T1 after its CANCEL (RFC 3261 §9.1). */
  | 'give up'

export type InviteClientEffect =
  | 'send request'
  | 'resend request'
  | 'send ACK'
  | 'pass response'
  | 'report timeout'
  | 'report transport error'
  | 'arm A'
  | 'rearm A'
  | 'arm B'
  | 'arm D'
  | 'arm M'
  | 'stop timers'

/** The INVITE client transaction. The ACK of a 2xx is not its business: the user agent sends that one (RFC 3261 §13.2.2.4). */
export const inviteClient: Machine<InviteClientState, InviteClientEvent, InviteClientEffect> = machine({
  name: 'INVITE client transaction',
  source: 'RFC 3261 §17.1.1, RFC 6026 §7.2',
  initial: 'initial',
  events: ['start', 'timer A', 'timer B', 'timer D', 'timer M', '1xx', '2xx', '300-699', 'transport error', 'give up'],
  edges: {
    initial: {
      start: ['calling', ['arm A', 'arm B', 'send request']],
    },
    calling: {
      'timer A': ['calling', ['resend request', 'rearm A']],
      'timer B': ['terminated', ['stop timers', 'report timeout']],
      '1xx': ['proceeding', ['stop timers', 'pass response']],
      '2xx': ['accepted', ['stop timers', 'arm M', 'pass response']],
      '300-699': ['completed', ['stop timers', 'arm D', 'send ACK', 'pass response']],
      'transport error': ['terminated', ['stop timers', 'report transport error']],
      'give up': ['terminated', ['stop timers', 'report timeout']],
    },
    proceeding: {
      '1xx': ['proceeding', ['pass response']],
      '2xx': ['accepted', ['arm M', 'pass response']],
      '300-699': ['completed', ['arm D', 'send ACK', 'pass response']],
      'transport error': ['terminated', ['report transport error']],
      'give up': ['terminated', ['report timeout']],
    },
    completed: {
      '300-699': ['completed', ['send ACK']],
      'timer D': ['terminated', []],
      'transport error': ['terminated', ['stop timers']],
    },
    accepted: {
      // More 2xx are other forks' or retransmissions: the user agent tells them apart by To tag.
      '2xx': ['accepted', ['pass response']],
      'timer M': ['terminated', []],
    },
    terminated: {},
  },
})
