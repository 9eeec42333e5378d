/** How waiting in a queue has ended. `lost`: the caller has reached nobody. `led-on`: to somebody else. `turned-away`: it was not taken at all. */
export type VisitEnd = 'answered' | 'lost' | 'led-on' | 'callback' | 'turned-away'

/** Somebody has waited in a queue, and waits no more. Times in ms since 1970. */
export interface QueueVisit {
  readonly id: string
  readonly tenantId: string
  readonly queueId: string
  readonly callId: string
  /** `callback`: it was called back. */
  readonly kind: 'caller' | 'callback'
  readonly joinedAtMs: number
  readonly leftAtMs: number
  readonly ended: VisitEnd
  /** Extension of the agent who has answered. */
  readonly agentId?: string
}

/** What an agent has had to do with one call of a queue. Times in ms since 1970. */
export interface QueueWork {
  readonly id: string
  readonly tenantId: string
  readonly queueId: string
  readonly callId: string
  readonly agentId: string
  readonly beganAtMs: number
  readonly endedAtMs: number
  /** Time to wrap it up, which begins with the end. */
  readonly wrapUpSeconds: number
}

/** Keeps what queues have done, for reports (ACD-04). It never delays a call. */
export interface QueueHistory {
  visited(visit: QueueVisit): void
  worked(work: QueueWork): void
}

/** Nobody keeps it. */
export const NO_HISTORY: QueueHistory = { visited: () => undefined, worked: () => undefined }
