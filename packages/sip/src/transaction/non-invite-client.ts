import { type Machine, machine } from './machine.ts'

export type NonInviteClientState = 'initial' | 'trying' | 'proceeding' | 'completed' | 'terminated'

export type NonInviteClientEvent =
  | 'start'
  | 'timer E'
  | 'timer F'
  | 'timer K'
  | '1xx'
  | '200-699'
  | 'transport error'
  /** The user agent waits no longer. */
  | 'give up'

export type NonInviteClientEffect =
  | 'send request'
  | 'resend request'
  | 'pass response'
  | 'report timeout'
  | 'report transport error'
  | 'arm E'
  | 'rearm E'
  | 'arm E at T2'
  | 'arm F'
  | 'arm K'
  | 'stop timers'

export const nonInviteClient: Machine<NonInviteClientState, NonInviteClientEvent, NonInviteClientEffect> = machine({
  name: 'non-INVITE client transaction',
  source: 'RFC 3261 §17.1.2',
  initial: 'initial',
  events: ['start', 'timer E', 'timer F', 'timer K', '1xx', '200-699', 'transport error', 'give up'],
  edges: {
    initial: {
      start: ['trying', ['arm E', 'arm F', 'send request']],
    },
    trying: {
      'timer E': ['trying', ['resend request', 'rearm E']],
      'timer F': ['terminated', ['stop timers', 'report timeout']],
      '1xx': ['proceeding', ['pass response']],
      '200-699': ['completed', ['stop timers', 'arm K', 'pass response']],
      'transport error': ['terminated', ['stop timers', 'report transport error']],
      'give up': ['terminated', ['stop timers', 'report timeout']],
    },
    proceeding: {
      // The server works on it: ask again at the slowest pace (RFC 3261 §17.1.2.2).
      'timer E': ['proceeding', ['resend request', 'arm E at T2']],
      'timer F': ['terminated', ['stop timers', 'report timeout']],
      '1xx': ['proceeding', ['pass response']],
      '200-699': ['completed', ['stop timers', 'arm K', 'pass response']],
      'transport error': ['terminated', ['stop timers', 'report transport error']],
      'give up': ['terminated', ['stop timers', 'report timeout']],
    },
    completed: {
      'timer K': ['terminated', []],
    },
    terminated: {},
  },
})
