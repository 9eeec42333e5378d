import type { KeptRecording } from '../recordings/recording.ts'
import type { EventSink } from './sink.ts'

/** A recording can be heard now. */
export function tellRecordingReady({ id, tenantId, callId, durationMs }: KeptRecording, sink: EventSink): void {
  const data = { recordingId: id, callId, durationSeconds: Math.round(durationMs / 1_000) }
  sink.tell({ topic: 'recordings', type: 'recording.ready', tenantId, area: 'recordings', users: [], data })
}
