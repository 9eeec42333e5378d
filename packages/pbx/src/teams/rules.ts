import { extensionNumber } from '@klinke/accounts'
import { KlinkeError } from '@klinke/foundation'
import type { ProblemTable } from '@klinke/platform'
import { inBoth } from '@klinke/platform'
import { z } from 'zod'
import type { TeamKind } from './team.ts'

/** Members of one team: bounds a request, not a customer. */
const MAX_MEMBERS = 1000

/** What differs between the kinds of teams. */
export interface TeamRules {
  readonly kind: TeamKind
  /** Where its routes are, such as `/ring-groups`. */
  readonly path: string
  /** As an API reader calls it. */
  readonly title: string
  /** Fills in what is not given. Destinations and schedules in it are checked by their `targetId`. */
  readonly settings: z.ZodType<object>
}

const member = z.strictObject({
  extensionId: z.uuid(),
  signedIn: z.boolean().default(true),
  paused: z.boolean().default(false).describe('Signed in, but takes no calls of the team now'),
})
const members = z
  .array(member)
  .max(MAX_MEMBERS)
  .refine(
    (all) => new Set(all.map(({ extensionId }) => extensionId)).size === all.length,
    inBoth({ en: 'must name each extension once', de: 'muss jede Nebenstelle einmal nennen' }),
  )
const name = z.string().trim().min(1).max(100)
const number = extensionNumber.nullable()

/** Schemas of a kind of team. */
export function teamSchemas({ settings }: TeamRules) {
  return {
    view: z.object({ id: z.uuid(), tenantId: z.uuid(), name, number, settings, members: z.array(member) }),
    created: z.strictObject({
      tenantId: z.uuid().optional().describe('Required with an operator key'),
      name,
      number: number.default(null).describe('Internal number; null: only destinations lead here'),
      settings,
      members: members.default([]),
    }),
    change: z.strictObject({
      name: name.optional(),
      number: number.optional(),
      settings: settings.optional().describe('Replaced whole'),
      members: members.optional().describe('Replaced whole'),
    }),
    member,
    membership: z.strictObject({ signedIn: z.boolean().optional(), paused: z.boolean().optional() }),
  }
}

export class TeamNameTaken extends KlinkeError {
  constructor(taken: string) {
    super('team-name-taken', `The tenant has a team "${taken}" of this kind already. Choose another name, or change that one.`)
  }
}

export const teamProblems: ProblemTable = {
  'team-name-taken': {
    status: 409,
    title: { en: 'Team exists already', de: 'Gruppe gibt es bereits' },
    germanDetail: 'Eine Gruppe dieser Art mit diesem Namen gibt es schon. Nehmen Sie einen anderen Namen, oder ändern Sie jene.',
  },
}
