import { z } from 'zod'
import { partyView } from '../call-view.ts'

/** The answers of the reports. */

const count = z.int().min(0)
const seconds = z.number().min(0)
const wait = seconds.nullable().describe('null: nobody has waited')
const extension = {
  extensionId: z.string(),
  number: z.string().nullable().describe('null: the extension is no more'),
  name: z.string().nullable(),
}
const at = z
  .string()
  .describe(
    '`2026-10-25T02:00:00+02:00` the beginning of an hour, `02:00` an hour of the day, `2026-10-25` a day, in the zone of the range',
  )

const waited = {
  offered: count.describe('Everybody who came'),
  answered: count,
  lost: count.describe('The caller has hung up, or the longest wait was over and led nowhere'),
  ledOn: count.describe('Led elsewhere after waiting'),
  callbacks: count.describe('Promised a callback'),
  turnedAway: count.describe('Not taken: closed, full, nobody there; in no average'),
  averageWaitSeconds: wait,
  longestWaitSeconds: wait,
}

export const callsOfExtensionRow = z.object({
  ...extension,
  made: count,
  madeAnswered: count,
  answered: count.describe('Called, directly or in a group, and answered by it'),
  missed: count.describe('Called, and not answered by it'),
  queueCalls: count.describe('Answered for queues'),
  talkSeconds: seconds,
})

export const callsInTimeRow = z.object({
  ...{ at, calls: count, internal: count, inbound: count, outbound: count, answered: count, talkSeconds: seconds },
})

export const callsOfQueueRow = z.object({
  queueId: z.string(),
  name: z.string().nullable().describe('null: the queue is no more'),
  ...waited,
  calledBack: count.describe('Of those who were promised a callback: called back and reached'),
  talkSeconds: seconds,
  wrapUpSeconds: seconds,
})

export const waitedInTimeRow = z.object({ at, ...waited })

export const workRow = z.object({
  ...extension,
  ...{ calls: count, talkSeconds: seconds, wrapUpSeconds: seconds, averageWrapUpSeconds: seconds },
})

export const oneCallRow = z.object({
  callId: z.string(),
  startedAt: z.iso.datetime(),
  direction: z.enum(['internal', 'inbound', 'outbound']),
  part: z.enum(['made', 'answered', 'queue', 'missed']).describe('What the extension has done; `queue`: answered for a queue'),
  caller: partyView,
  called: partyView.describe('As dialled'),
  talkSeconds: seconds.nullable().describe('null: nobody has talked'),
  cause: z.string().nullable(),
})

export type CallsOfExtensionRow = z.infer<typeof callsOfExtensionRow>
export type CallsInTimeRow = z.infer<typeof callsInTimeRow>
export type CallsOfQueueRow = z.infer<typeof callsOfQueueRow>
export type WaitedInTimeRow = z.infer<typeof waitedInTimeRow>
export type WorkRow = z.infer<typeof workRow>
export type OneCallView = z.infer<typeof oneCallRow>

/** The range as it was understood. */
export const rangeView = z.object({
  from: z.iso.datetime().describe('The first moment'),
  to: z.iso.datetime().describe('The first moment after it'),
  zone: z.string(),
})
