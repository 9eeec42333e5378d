import type { CallEnded, CallRecords, CallStarted } from '@klinke/calls'
import type { EndedCall } from './usage-watch.ts'

/** Steps after which a call did not leave: it says nothing of who was called. */
const REFUSED_HERE: ReadonlySet<string> = new Set(['channels-in-use', 'call-rate', 'barred', 'no-outgoing-number', 'no-carrier'])

/** Who hangs up so soon after the answer has had nobody to speak for it. */
const ABANDONED_WITHIN_MS = 3_000
/** Who gives up so soon did not want to be answered. */
const RUNG_ONLY_WITHIN_MS = 5_000
/** An answered call of that length has carried sound. */
const SOUND_AFTER_MS = 2_000

interface Outgoing {
  readonly startedAtMs: number
  answeredAtMs?: number
}

/** Tells what became of each call out on the way of its record; emergency calls are nobody's statistics. It keeps what is in progress. */
export function watchedRecords(records: CallRecords, ended: (tenantId: string, call: EndedCall) => void): CallRecords {
  const outgoing = new Map<string, Outgoing>()
  return {
    started: (call) => {
      if (isWatched(call)) outgoing.set(call.id, { startedAtMs: call.startedAtMs })
      records.started(call)
    },
    answered: (answer) => {
      const call = outgoing.get(answer.id)
      if (call !== undefined) call.answeredAtMs = answer.answeredAtMs
      records.answered(answer)
    },
    ended: (end) => {
      const call = outgoing.get(end.id)
      if (call !== undefined && outgoing.delete(end.id) && !end.route.some(({ step }) => REFUSED_HERE.has(step))) {
        ended(end.tenantId, whatBecame(call, end))
      }
      records.ended(end)
    },
    charged: (...what) => records.charged(...what),
    alive: (...what) => records.alive(...what),
    dialled: (...what) => records.dialled?.(...what),
    refused: (request) => records.refused?.(request),
  }
}

function isWatched({ direction, emergency }: CallStarted): boolean {
  return direction === 'outbound' && !emergency
}

function whatBecame({ startedAtMs, answeredAtMs }: Outgoing, { cause, endedAtMs, callerMedia }: CallEnded): EndedCall {
  if (answeredAtMs === undefined) {
    const rungOnly = cause === 'cancelled' && endedAtMs - startedAtMs < RUNG_ONLY_WITHIN_MS ? 1 : 0
    return { answered: 0, abandoned: 0, rungOnly, withoutMedia: 0 }
  }
  const talkedMs = endedAtMs - answeredAtMs
  const abandoned = cause === 'hung-up-by-caller' && talkedMs < ABANDONED_WITHIN_MS ? 1 : 0
  // Where the parties exchange their media themselves nobody knows.
  const withoutMedia = callerMedia?.packetsReceived === 0 && talkedMs >= SOUND_AFTER_MS ? 1 : 0
  return { answered: 1, abandoned, rungOnly: 0, withoutMedia }
}
