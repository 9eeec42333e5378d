import { type Machine, machine } from './machine.ts'

export type NonInviteServerState = 'initial' | 'trying' | 'proceeding' | 'completed' | 'terminated'

export type NonInviteServerEvent =
  /** The request arrives: for the first time, or again. */
  | 'request'
  /** The user agent answers. */
  | '1xx'
  | '200-699'
  | 'timer J'
  | 'transport error'
  /** The user agent wants no answer to go out. */
  | 'drop'

export type NonInviteServerEffect =
  | 'pass request'
  | 'send response'
  | 'resend response'
  | 'report transport error'
  | 'arm J'
  | 'stop timers'

export const nonInviteServer: Machine<NonInviteServerState, NonInviteServerEvent, NonInviteServerEffect> = machine({
  name: 'non-INVITE server transaction',
  source: 'RFC 3261 §17.2.2',
  initial: 'initial',
  events: ['request', '1xx', '200-699', 'timer J', 'transport error', 'drop'],
  edges: {
    initial: {
      request: ['trying', ['pass request']],
    },
    trying: {
      '1xx': ['proceeding', ['send response']],
      '200-699': ['completed', ['arm J', 'send response']],
      'transport error': ['terminated', ['report transport error']],
      drop: ['terminated', []],
    },
    proceeding: {
      request: ['proceeding', ['resend response']],
      '1xx': ['proceeding', ['send response']],
      '200-699': ['completed', ['arm J', 'send response']],
      'transport error': ['terminated', ['report transport error']],
      drop: ['terminated', []],
    },
    completed: {
      request: ['completed', ['resend response']],
      'timer J': ['terminated', []],
      'transport error': ['terminated', ['stop timers', 'report transport error']],
    },
    terminated: {},
  },
})
