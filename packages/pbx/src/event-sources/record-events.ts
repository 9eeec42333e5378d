import type { Line } from '../call-records/journal/line.ts'
import type { EventSink } from './sink.ts'

/** Tells that records are complete, now that the API gives them. */
export function tellStoredRecords(lines: readonly Line[], sink: EventSink): void {
  for (const { kind, json } of lines) {
    if (kind !== 'E') continue
    const { id, tenantId, cause } = JSON.parse(json) as { readonly id: string; readonly tenantId: string; readonly cause: string }
    const data = { callId: id, cause }
    sink.tell({ topic: 'call-records', type: 'call-record.finished', tenantId, area: 'reports', users: [], data })
  }
}
