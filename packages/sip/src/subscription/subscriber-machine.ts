import { type Machine, machine } from '../transaction/machine.ts'

export type SubscriberState = 'initial' | 'notify wait' | 'pending' | 'active' | 'leaving' | 'terminated'

export type SubscriberEvent =
  | 'subscribe'
  | '2xx'
  /** A final response that ends the subscription, or none. */
  | 'refused'
  | 'NOTIFY pending'
  | 'NOTIFY active'
  | 'NOTIFY terminated'
  /** 64·T1 without NOTIFY. */
  | 'timer N'
  | 'refresh due'
  | 'expiry'
  | 'unsubscribe'

export type SubscriberEffect =
  | 'send SUBSCRIBE'
  | 'send unsubscribe'
  | 'pass NOTIFY'
  | 'arm N'
  | 'stop N'
  | 'arm refresh'
  | 'stop refresh'
  | 'end'

/** One subscription as the subscriber sees it. Leaving ends with the last NOTIFY, so that nothing of it is lost. */
export const subscriberMachine: Machine<SubscriberState, SubscriberEvent, SubscriberEffect> = machine({
  name: 'subscription, subscriber',
  source: 'RFC 6665 §4.1',
  initial: 'initial',
  events: [
    ...(['subscribe', '2xx', 'refused', 'NOTIFY pending', 'NOTIFY active', 'NOTIFY terminated'] as const),
    ...(['timer N', 'refresh due', 'expiry', 'unsubscribe'] as const),
  ],
  edges: {
    initial: {
      subscribe: ['notify wait', ['arm N', 'send SUBSCRIBE']],
    },
    'notify wait': {
      '2xx': ['notify wait', ['arm refresh']],
      refused: ['terminated', ['stop N', 'stop refresh', 'end']],
      'NOTIFY pending': ['pending', ['stop N', 'pass NOTIFY']],
      'NOTIFY active': ['active', ['stop N', 'pass NOTIFY']],
      'NOTIFY terminated': ['terminated', ['stop N', 'stop refresh', 'pass NOTIFY', 'end']],
      'timer N': ['terminated', ['stop refresh', 'end']],
      unsubscribe: ['leaving', ['stop refresh', 'arm N', 'send unsubscribe']],
    },
    pending: {
      '2xx': ['pending', ['arm refresh']],
      refused: ['terminated', ['stop refresh', 'end']],
      'NOTIFY pending': ['pending', ['pass NOTIFY']],
      'NOTIFY active': ['active', ['pass NOTIFY']],
      'NOTIFY terminated': ['terminated', ['stop refresh', 'pass NOTIFY', 'end']],
      'refresh due': ['pending', ['send SUBSCRIBE']],
      expiry: ['terminated', ['stop refresh', 'end']],
      unsubscribe: ['leaving', ['stop refresh', 'arm N', 'send unsubscribe']],
    },
    active: {
      '2xx': ['active', ['arm refresh']],
      refused: ['terminated', ['stop refresh', 'end']],
      'NOTIFY pending': ['pending', ['pass NOTIFY']],
      'NOTIFY active': ['active', ['pass NOTIFY']],
      'NOTIFY terminated': ['terminated', ['stop refresh', 'pass NOTIFY', 'end']],
      'refresh due': ['active', ['send SUBSCRIBE']],
      expiry: ['terminated', ['stop refresh', 'end']],
      unsubscribe: ['leaving', ['stop refresh', 'arm N', 'send unsubscribe']],
    },
    leaving: {
      refused: ['terminated', ['stop N', 'end']],
      'NOTIFY pending': ['leaving', ['pass NOTIFY']],
      'NOTIFY active': ['leaving', ['pass NOTIFY']],
      'NOTIFY terminated': ['terminated', ['stop N', 'pass NOTIFY', 'end']],
      'timer N': ['terminated', ['end']],
    },
    terminated: {},
  },
})
