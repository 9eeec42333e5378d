/** Something that has just happened, as docs/api.md lists it. */
export interface LiveEvent {
  readonly id: string
  readonly at: string
  readonly topic: Topic
  /** Such as `call.started`. */
  readonly type: string
  readonly tenantId: string
  readonly data: Readonly<Record<string, unknown>>
}

/** By topic the paths of the API whose answers are others afterwards; `configuration` may be anything. */
const PATHS = {
  calls: ['/live-calls', '/presence', '/channel-usage'],
  'call-records': ['/call-records'],
  registrations: ['/registrations', '/presence'],
  presence: ['/presence'],
  queues: ['/queues'],
  conferences: ['/conference-rooms'],
  mailboxes: ['/extensions/{extensionId}/mailbox'],
  recordings: ['/recordings'],
  configuration: [''],
} as const satisfies Readonly<Record<string, readonly string[]>>

export type Topic = keyof typeof PATHS

export const TOPICS = Object.keys(PATHS).filter(isTopic)

function isTopic(name: string): name is Topic {
  return Object.hasOwn(PATHS, name)
}

/** What has to be read again after an event. */
export function pathsOf({ topic }: LiveEvent): readonly string[] {
  return PATHS[topic]
}

/** What the stream says. */
export type StreamMessage =
  | { readonly kind: 'event'; readonly event: LiveEvent }
  /** Events are missing: everything has to be read again. */
  | { readonly kind: 'resync' }
  /** Still there; `lastId` is where to go on after a lost connection. */
  | { readonly kind: 'alive'; readonly lastId: string | undefined }

/** Undefined for what this portal does not know. */
export function readStreamMessage(text: string): StreamMessage | undefined {
  const said = parsed(text)
  switch (said.kind) {
    case 'event': {
      const event = eventOf(said)
      return event === undefined ? undefined : { kind: 'event', event }
    }
    case 'resync':
      return { kind: 'resync' }
    case 'subscribed':
    case 'heartbeat':
      return { kind: 'alive', lastId: typeof said.lastId === 'string' ? said.lastId : undefined }
    default:
      return undefined
  }
}

function eventOf({ id, at, topic, type, tenantId, data }: Readonly<Record<string, unknown>>): LiveEvent | undefined {
  if (typeof id !== 'string' || typeof at !== 'string' || typeof type !== 'string' || typeof tenantId !== 'string') return undefined
  if (typeof topic !== 'string' || !isTopic(topic)) return undefined
  return { id, at, topic, type, tenantId, data: isRecord(data) ? data : {} }
}

function parsed(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text)
    return isRecord(value) ? value : {}
  } catch {
    return {}
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
