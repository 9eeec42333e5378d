import type { Clock } from '@klinke/foundation'
import type { LiveQueue } from '../queues/live-queue.ts'
import type { PbxDirectory } from '../snapshot.ts'
import type { EventSink } from './sink.ts'

/** Changes of this time are told as one. */
const GATHER_MS = 50

/** Tells that somebody has come into a queue, has left it, or that agents do something else. */
export function queueEvents(directory: PbxDirectory, clock: Clock, sink: EventSink): (queueId: string, queue: LiveQueue) => void {
  const gathering = new Set<string>()
  return (queueId, queue) => {
    if (gathering.has(queueId)) return
    gathering.add(queueId)
    clock.after(GATHER_MS, () => {
      gathering.delete(queueId)
      const tenant = Iterator.from(directory.tenants()).find(({ queues }) => queues.has(queueId))
      if (tenant === undefined) return
      const waits = queue.line.places.map(({ sinceMs }) => clock.nowMs() - sinceMs)
      const longestWaitSeconds = Math.round(Math.max(0, ...waits) / 1_000)
      const data = { queueId, name: tenant.queues.get(queueId)?.name ?? null, waiting: waits.length, longestWaitSeconds }
      sink.tell({ topic: 'queues', type: 'queue.changed', tenantId: tenant.id, area: 'routing', users: [], data })
    })
  }
}
