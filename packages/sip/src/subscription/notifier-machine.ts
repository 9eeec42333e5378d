import { type Machine, machine } from '../transaction/machine.ts'

export type NotifierState = 'initial' | 'pending' | 'active' | 'terminated'

export type NotifierEvent =
  /** The application takes the subscription: at once, or subject to somebody's consent. */
  | 'accept'
  | 'accept pending'
  | 'activate'
  /** A SUBSCRIBE in the dialog that prolongs. */
  | 'refresh'
  /** A SUBSCRIBE in the dialog with Expires 0. */
  | 'unsubscribe'
  /** What is subscribed to has changed. */
  | 'state change'
  | 'expiry'
  /** The application ends it. */
  | 'terminate'
  /** A NOTIFY got an answer that ends the subscription, or none (RFC 6665 §4.2.2). */
  | 'NOTIFY failed'

export type NotifierEffect = 'arm expiry' | 'stop expiry' | 'send NOTIFY' | 'end'

/** One subscription as the notifier sees it. */
export const notifierMachine: Machine<NotifierState, NotifierEvent, NotifierEffect> = machine({
  name: 'subscription, notifier',
  source: 'RFC 6665 §4.2',
  initial: 'initial',
  events: ['accept', 'accept pending', 'activate', 'refresh', 'unsubscribe', 'state change', 'expiry', 'terminate', 'NOTIFY failed'],
  edges: {
    initial: {
      accept: ['active', ['arm expiry', 'send NOTIFY']],
      'accept pending': ['pending', ['arm expiry', 'send NOTIFY']],
      // A SUBSCRIBE with Expires 0 from nowhere asks for the state once (§4.4.3).
      unsubscribe: ['terminated', ['send NOTIFY', 'end']],
    },
    pending: {
      activate: ['active', ['send NOTIFY']],
      refresh: ['pending', ['arm expiry', 'send NOTIFY']],
      unsubscribe: ['terminated', ['stop expiry', 'send NOTIFY', 'end']],
      expiry: ['terminated', ['send NOTIFY', 'end']],
      terminate: ['terminated', ['stop expiry', 'send NOTIFY', 'end']],
      'NOTIFY failed': ['terminated', ['stop expiry', 'end']],
    },
    active: {
      'state change': ['active', ['send NOTIFY']],
      refresh: ['active', ['arm expiry', 'send NOTIFY']],
      unsubscribe: ['terminated', ['stop expiry', 'send NOTIFY', 'end']],
      expiry: ['terminated', ['send NOTIFY', 'end']],
      terminate: ['terminated', ['stop expiry', 'send NOTIFY', 'end']],
      'NOTIFY failed': ['terminated', ['stop expiry', 'end']],
    },
    terminated: {},
  },
})
