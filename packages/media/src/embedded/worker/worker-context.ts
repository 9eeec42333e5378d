import type { LegEvent, Report } from '../protocol.ts'
import type { Beat } from './beat.ts'
import type { Leg } from './leg.ts'
import type { RenditionCache } from './sources/rendition-cache.ts'

/** What the services of one worker share. */
export interface WorkerContext {
  readonly beat: Beat
  readonly renditions: RenditionCache
  readonly report: (report: Report) => void
  /** The leg of that number; undefined when it is gone or was never negotiated. */
  readonly leg: (number: number) => Leg | undefined
  readonly event: (leg: number, event: LegEvent) => void
  /** A bug was met while these legs were served: they are closed. */
  readonly fault: (legs: readonly number[], error: unknown) => void
}
