import type { CallEnded, CallStarted } from '@klinke/calls'
import type { CallRecord } from '../call-records/record.ts'
import type { Evidence } from './evidence.ts'
import type { CallTrace } from './trace.ts'

/** What is known of a call at its end, before anything of it is looked up. */
export function evidenceAtEnd(started: CallStarted, answeredAtMs: number | undefined, ended: CallEnded): Evidence {
  return {
    ...{ cause: ended.cause, sipStatus: ended.sipStatus, direction: started.direction, emergency: started.emergency },
    ...{ callerNumber: started.caller.number, calledNumber: started.called.number, callerCallId: started.sipCallId },
    talkedSeconds: answeredAtMs === undefined ? undefined : (ended.endedAtMs - answeredAtMs) / 1000,
    steps: ended.route,
    ladder: [],
    media: { caller: ended.callerMedia, called: ended.calledMedia },
    refused: undefined,
  }
}

/** The same from the record, with what is kept beside it. */
export function evidenceOf(record: CallRecord, trace: CallTrace | undefined): Evidence {
  const { startedAt, answeredAt, endedAt, callerMedia, calledMedia } = record
  const untilMs = (endedAt ?? startedAt).getTime()
  return {
    ...{ cause: record.cause ?? undefined, sipStatus: record.sipStatus ?? undefined, direction: record.direction },
    ...{ emergency: record.emergency, callerNumber: record.caller.number, calledNumber: record.called.number },
    callerCallId: record.sipCallId,
    talkedSeconds: answeredAt === null ? undefined : (untilMs - answeredAt.getTime()) / 1000,
    steps: record.route ?? [],
    ladder: trace?.ladder ?? [],
    media: {
      caller: callerMedia === null ? undefined : { ...callerMedia, samples: trace?.samples.caller ?? [] },
      called: calledMedia === null ? undefined : { ...calledMedia, samples: trace?.samples.called ?? [] },
    },
    refused: undefined,
  }
}
