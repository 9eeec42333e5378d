import { e164, extensionNumber } from '@klinke/accounts'
import { inBoth } from '@klinke/platform'
import { z } from 'zod'
import { announcementRef } from '../announcements/rules.ts'
import { callDestination } from '../destinations/destination.ts'
import { ringTone } from '../ring-tones/rules.ts'
import { scheduleRef } from '../schedules/rules.ts'
import type { TeamRules } from '../teams/rules.ts'
import type { Team } from '../teams/team.ts'

const MAX_CALLERS = 1000
const MAX_PRIORITY = 10
const MAX_PRIORITY_CALLERS = 200

const seconds = z.int().min(5).max(3600)
const key = z.string().regex(/^[0-9*#]$/, inBoth({ en: 'must be a key, such as 9', de: 'muss eine Taste sein, etwa 9' }))
const times = z.strictObject({ firstSeconds: seconds, everySeconds: seconds }).nullable().default(null)
const destination = callDestination.nullable().default(null)

export const queueSettings = z.strictObject({
  strategy: z
    .enum(['simultaneous', 'random', 'longest-idle', 'next-in-turn'])
    .default('longest-idle')
    .describe('Which free agents a caller rings: all, or one at a time'),
  answer: z
    .enum(['at-once', 'with-agent'])
    .default('at-once')
    .describe('"with-agent": greeting and music before the answer, so that waiting costs nothing (§ 115 TKG)'),
  greeting: z.boolean().default(true),
  greetingAnnouncement: announcementRef.nullable().default(null).describe('Said as the greeting; null: the prompt `queue-welcome`'),
  periodicAnnouncement: announcementRef
    .nullable()
    .default(null)
    .describe('Said as the word of patience; null: the prompt `queue-please-hold`'),
  announcements: z
    .strictObject({
      position: times.describe('The place in the queue'),
      wait: times.describe('The estimated waiting time'),
      periodic: times.describe('A word of patience'),
      callback: times.describe('By which key one is called back and keeps its place; nothing where there is none'),
    })
    .default({ position: null, wait: null, periodic: null, callback: null }),
  agentSeconds: z.int().min(5).max(120).default(20).describe('How long an agent is rung before another'),
  retrySeconds: z.int().min(0).max(600).default(10).describe('How long one who did not answer is left alone'),
  wrapUpSeconds: z.int().min(0).max(3600).default(0).describe('Time for an agent after each call of the queue'),
  announceToAgent: z
    .boolean()
    .default(true)
    .describe('The agent hears the name of the queue and how long the caller has waited; the phone shows the name'),
  nameAnnouncement: announcementRef
    .nullable()
    .default(null)
    .describe('Says the name of the queue to agents; null: the machine does, where espeak-ng is installed'),
  ringTone: ringTone.default(null).describe('How phones ring for the queue; null: as the tenant has it for queues'),
  maxCallers: z.int().min(1).max(MAX_CALLERS).default(100),
  maxWaitSeconds: z.int().min(10).max(14_400).nullable().default(null),
  hours: z.strictObject({ schedule: scheduleRef }).nullable().default(null).describe('Takes callers only while that is open'),
  priorityCallers: z
    .array(
      z.strictObject({
        caller: z
          .union([extensionNumber, e164, z.string().regex(/^\+[1-9]\d{0,14}\*$/)])
          .describe('A number, or the beginning of numbers: +49221*'),
        priority: z.int().min(1).max(MAX_PRIORITY),
      }),
    )
    .max(MAX_PRIORITY_CALLERS)
    .default([])
    .describe('Callers before others; without priority 0'),
  exit: z.strictObject({ key, to: callDestination }).nullable().default(null).describe('Key that leaves the queue'),
  callback: z.strictObject({ key }).nullable().default(null).describe('Key that hangs up and keeps the place: an agent calls back'),
  whenClosed: destination.describe('null: declined'),
  whenFull: destination.describe('null: busy'),
  whenNoAgent: destination.describe('Nobody is signed in, at first or any more; null: the caller waits'),
  whenAllBusy: destination.describe('No agent is free when the caller comes; null: the caller waits'),
  afterMaxWait: destination.describe('null: the call ends'),
})

export type QueueSettings = z.infer<typeof queueSettings>

export type CallQueue = Team<QueueSettings>

export const QUEUE_RULES = { kind: 'queue', path: '/queues', title: 'queue', settings: queueSettings } as const satisfies TeamRules

/** How much before others a caller is served; the first rule that fits counts. */
export function priorityOf(callerNumber: string, { priorityCallers }: QueueSettings): number {
  const fits = (caller: string): boolean => (caller.endsWith('*') ? callerNumber.startsWith(caller.slice(0, -1)) : caller === callerNumber)
  return priorityCallers.find(({ caller }) => fits(caller))?.priority ?? 0
}
