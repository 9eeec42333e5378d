import { viewParty } from '../call-view.ts'
import { callsByExtension, callsByTime } from './call-reports.ts'
import { callsOfExtension } from './calls-of-extension.ts'
import { CALLS_BY_EXTENSION, CALLS_BY_QUEUE, CALLS_BY_TIME, ONE_CALL, WAITED_BY_TIME, WORK_BY_EXTENSION } from './columns.ts'
import { callsByQueue, waitedByTime, workByExtension } from './queue-reports.ts'
import type { Asked, Report } from './report.ts'
import type { CallsInTimeRow, CallsOfExtensionRow, CallsOfQueueRow, OneCallView, WaitedInTimeRow, WorkRow } from './views.ts'

/** The reports (ACD-04) as questions and files. */
export const callsPerExtension: Report<CallsOfExtensionRow> = {
  title: { de: 'Anrufe je Nebenstelle', en: 'Calls by extension' },
  columns: CALLS_BY_EXTENSION,
  read: ({ tx, range }) => callsByExtension(tx, range),
}

export const callsPerQueue: Report<CallsOfQueueRow> = {
  title: { de: 'Anrufe je Warteschlange', en: 'Calls by queue' },
  columns: CALLS_BY_QUEUE,
  read: ({ tx, range }) => callsByQueue(tx, range),
}

export const callsPerTime: Report<CallsInTimeRow> = {
  title: { de: 'Anrufe nach Zeit', en: 'Calls by time' },
  columns: CALLS_BY_TIME,
  read: ({ tx, range, query }) => callsByTime(tx, range, query.per ?? 'hour-of-day', query.direction),
}

export const waitsPerTime: Report<WaitedInTimeRow> = {
  title: { de: 'Verlorene Anrufe und Wartezeit', en: 'Lost calls and waiting time' },
  columns: WAITED_BY_TIME,
  read: ({ tx, range, query }) => waitedByTime(tx, range, query.per ?? 'hour-of-day', query.queueId),
}

export const workPerExtension: Report<WorkRow> = {
  title: { de: 'Nachbearbeitung je Nebenstelle', en: 'Wrap-up by extension' },
  columns: WORK_BY_EXTENSION,
  read: ({ tx, range, query }) => workByExtension(tx, range, query.queueId),
}

export const allCallsOfExtension: Report<OneCallView> = {
  title: { de: 'Alle Anrufe einer Nebenstelle', en: 'All calls of an extension' },
  columns: ONE_CALL,
  isPaged: true,
  read: oneByOne,
}

async function oneByOne(
  { tx, range, query, principal, naming }: Asked,
  limit: number,
  last: OneCallView | undefined,
): Promise<readonly OneCallView[]> {
  const after = last && { startedAt: new Date(last.startedAt), callId: last.callId }
  const calls = await callsOfExtension(tx, range, query.extensionId ?? '', limit, after)
  const named = naming(tx.scope.kind === 'tenant' ? tx.scope.tenantId : '', principal)
  return calls.map(({ startedAt, caller, called, ...call }) => ({
    ...{ ...call, startedAt: startedAt.toISOString() },
    ...{ caller: viewParty(caller, principal, named), called: viewParty(called, principal, named) },
  }))
}
