import { MAX_ROOM_MEMBERS } from '@klinke/rtp'
import { z } from 'zod'
import type { TeamRules } from '../teams/rules.ts'
import type { Team } from '../teams/team.ts'

/** One place in the room is the caller's. */
const MAX_PHONES = MAX_ROOM_MEMBERS - 1

export const pageSettings = z.strictObject({
  talkBack: z.boolean().default(false).describe('Those who hear the page may answer, and all hear them; else only the caller is heard'),
  callers: z.enum(['everyone', 'members']).default('everyone').describe('Which extensions may page'),
  maxPhones: z.int().min(1).max(MAX_PHONES).default(MAX_PHONES).describe('Members called at a time; further ones are left out'),
})

export type PageSettings = z.infer<typeof pageSettings>

export type PageGroup = Team<PageSettings>

export const PAGE_RULES = { kind: 'page', path: '/page-groups', title: 'page group', settings: pageSettings } as const satisfies TeamRules
