import { e164 } from '@klinke/accounts'
import { z } from 'zod'
import { announcementRef } from '../announcements/rules.ts'
import { callDestination } from '../destinations/destination.ts'
import { ringTone } from '../ring-tones/rules.ts'
import type { TeamRules } from '../teams/rules.ts'
import type { Strategy } from '../teams/strategy.ts'
import type { Team } from '../teams/team.ts'

const MAX_OUTSIDE_MEMBERS = 20
const MAX_CALLERS = 1000

const seconds = z.int().min(5).max(600)

export const groupSettings = z.strictObject({
  strategy: z
    .enum(['simultaneous', 'random', 'longest-idle', 'round-robin'])
    .default('simultaneous')
    .describe('All together, or one after the other: in random order, who is idle for longest first, or in turn'),
  roundRobin: z
    .enum(['next-in-turn', 'one-then-all'])
    .default('next-in-turn')
    .describe('What "round-robin" means: the next member in turn first, or one at random and then all others together'),
  ringSeconds: seconds.default(60).describe('How long members are rung in all'),
  memberSeconds: seconds.default(15).describe('How long one is rung before the next'),
  greeting: z
    .enum(['none', 'before-answer', 'answered'])
    .default('none')
    .describe('Whether callers hear a word of welcome before it rings, without charge before the answer or answered'),
  greetingAnnouncement: announcementRef.nullable().default(null).describe('Said as the greeting; null: the prompt `queue-welcome`'),
  outsideMembers: z
    .array(e164)
    .max(MAX_OUTSIDE_MEMBERS)
    .default([])
    .describe('Numbers outside, rung last and not signed out; they accept a call with the key 1'),
  ringTone: ringTone.default(null).describe('How phones ring for the group; null: as the tenant has it for groups'),
  maxCallers: z.int().min(1).max(MAX_CALLERS).nullable().default(null).describe('Callers for whom it rings at a time; null: any number'),
  whenFull: callDestination.nullable().default(null).describe('For callers beyond that; null: busy'),
  overflow: callDestination.nullable().default(null).describe('When nobody answers; null: the caller is told so'),
})

export type GroupSettings = z.infer<typeof groupSettings>

export type RingGroup = Team<GroupSettings>

export const GROUP_RULES = {
  kind: 'group',
  path: '/ring-groups',
  title: 'ring group',
  settings: groupSettings,
} as const satisfies TeamRules

/** What a group's settings mean by its strategy (section 24 knows two kinds of round robin). */
export function strategyOf({ strategy, roundRobin }: GroupSettings): Strategy {
  return strategy === 'round-robin' ? roundRobin : strategy
}
