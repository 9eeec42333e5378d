import type { Logger } from '@klinke/foundation'
import type { QueueVisit, QueueWork } from '../../queues/history.ts'
import type { AliveEntry, AnsweredEntry, ChargedEntry, EndedEntry, OpenCall } from './entries.ts'
import type { Line } from './line.ts'
import { type Segment, SegmentReader } from './segments.ts'

/** What an earlier run left behind. */
export interface Recovered {
  /** Calls that had started and not ended when the process died. */
  readonly open: readonly OpenCall[]
  /** The latest time that the earlier run is known to have lived. */
  readonly lastSignMs: number
}

/**
 * Folds the journal of an earlier run. Any line tells that the process lived when it was written, and a process that
 * lives keeps its calls: so the last line of all is the last sign of life of every open call.
 */
export async function recover(segments: readonly Segment[], logger: Logger): Promise<Recovered> {
  const state: Fold = { open: new Map(), lastSignMs: 0 }
  const reader = new SegmentReader()
  for (const segment of segments) {
    let torn = 0
    for (let offset = 0; ; ) {
      const read = await reader.read(segment, offset)
      for (const line of read.lines) fold(state, line)
      torn += read.torn
      if (read.nextOffset === offset) break
      offset = read.nextOffset
    }
    if (torn > 0) logger.error('torn lines in the call journal were left out', { segment: segment.path, torn })
  }
  await reader.close()
  return { open: [...state.open.values()], lastSignMs: state.lastSignMs }
}

interface Fold {
  readonly open: Map<string, OpenCall>
  lastSignMs: number
}

function fold(state: Fold, { kind, json }: Line): void {
  switch (kind) {
    case 'S': {
      const { id, tenantId, startedAtMs } = JSON.parse(json) as OpenCall
      state.open.set(id, { id, tenantId, startedAtMs })
      seen(state, startedAtMs)
      break
    }
    case 'A': {
      const answered = JSON.parse(json) as AnsweredEntry
      charged(state, answered)
      seen(state, answered.answeredAtMs)
      break
    }
    case 'P':
      charged(state, JSON.parse(json) as ChargedEntry)
      break
    case 'E': {
      const ended = JSON.parse(json) as EndedEntry
      state.open.delete(ended.id)
      seen(state, ended.endedAtMs)
      break
    }
    case 'Q':
      seen(state, (JSON.parse(json) as QueueVisit).leftAtMs)
      break
    case 'W':
      seen(state, (JSON.parse(json) as QueueWork).endedAtMs)
      break
    case 'L':
    case 'C':
      seen(state, (JSON.parse(json) as AliveEntry).atMs)
      break
    case 'O': {
      const open = JSON.parse(json) as OpenCall
      state.open.set(open.id, open)
      break
    }
  }
}

function charged({ open }: Fold, { id, charge }: Pick<AnsweredEntry, 'id' | 'charge'>): void {
  const call = open.get(id)
  if (call !== undefined && charge !== undefined) open.set(id, { ...call, charge })
}

function seen(state: Fold, atMs: number): void {
  state.lastSignMs = Math.max(state.lastSignMs, atMs)
}
