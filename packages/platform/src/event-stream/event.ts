import type { Area } from '../http/rights.ts'

/** What clients subscribe to. */
export const TOPICS = [
  'calls',
  'call-records',
  'registrations',
  'presence',
  'queues',
  'conferences',
  'mailboxes',
  'recordings',
  'configuration',
] as const
export type Topic = (typeof TOPICS)[number]

/** In place of a tenant: it is the operator's own, and nobody else hears of it. */
export const OF_OPERATOR = ''

/** What says who hears of an event. */
export interface EventScope {
  readonly topic: Topic
  readonly tenantId: string
  /** Administrators need the right to read this area. */
  readonly area: Area
  /** The users who are told: those of these extensions, or all of the tenant. */
  readonly users: readonly string[] | 'all'
}

/** Something that has just happened, as the part of the product tells it that knows. */
export interface ApiEvent extends EventScope {
  /** Stable name, such as `call.started`. */
  readonly type: string
  /** Of what each server on the database hears and tells: the same from all of them. Absent: no other server tells it. */
  readonly sharedId?: string
  /** As this tenant may see it: plain JSON, small. */
  readonly data: Readonly<Record<string, unknown>>
}

/** Tells whoever wants to know. Never throws, never waits. */
export type TellEvent = (event: ApiEvent) => void

/** An event with its place in the order of all. */
export interface StampedEvent extends ApiEvent {
  /** Of one run of the server; a client resumes after it. */
  readonly id: string
  readonly sequence: number
  readonly at: string
  /** What clients get: JSON, made once for all of them. */
  readonly text: string
}

/** What is kept of an event for clients that come back. Its data is in the text: as objects, ten thousand of them burden each collection of garbage. */
export interface KeptEvent extends EventScope {
  readonly text: string
}
