import { KlinkeError } from '@klinke/foundation'
import type { ProblemTable } from '@klinke/platform'
import { z } from 'zod'

/** Whose calls an extension may answer by naming it: anybody's, those of its pickup groups, or none. */
export const DIRECTED = ['everyone', 'groups', 'nobody'] as const

/** What calls read of a tenant's pickup. */
export interface Pickup {
  readonly directed: (typeof DIRECTED)[number]
  /** Ids of an extension's groups, by its id. */
  readonly groupsOf: ReadonlyMap<string, ReadonlySet<string>>
}

export const NO_PICKUP: Pickup = { directed: 'everyone', groupsOf: new Map() }

/** Both are in one group. */
export function shareGroup({ groupsOf }: Pickup, one: string, other: string): boolean {
  const groups = groupsOf.get(other)
  return groups !== undefined && groupsOf.get(one)?.isDisjointFrom(groups) === false
}

/** Whether `by` may answer the phone of `rung` when it names it. Everybody may answer the own one from another device. */
export function mayPickUp(pickup: Pickup, by: string, rung: string): boolean {
  return by === rung || pickup.directed === 'everyone' || (pickup.directed === 'groups' && shareGroup(pickup, by, rung))
}

/** As many as a phone system has in one room. */
const MAX_MEMBERS = 200

const name = z.string().trim().min(1).max(100)
const members = z.array(z.uuid()).max(MAX_MEMBERS).describe('Ids of extensions')

export const newPickupGroup = z.strictObject({ tenantId: z.uuid().optional().describe('Required with an operator key'), name, members })
export const pickupGroupChange = z.strictObject({ name: name.optional(), members: members.optional() })
export const pickupPolicy = z.strictObject({
  directed: z.enum(DIRECTED).describe('Whom extensions may pick up by naming it: `everyone`, members of a common group, `nobody`'),
})

export class PickupGroupNameTaken extends KlinkeError {
  constructor(taken: string) {
    super('pickup-group-name-taken', `The tenant has a pickup group "${taken}" already. Choose another name, or change that one.`)
  }
}

export const pickupProblems: ProblemTable = {
  'pickup-group-name-taken': {
    status: 409,
    title: { en: 'Pickup group exists already', de: 'Heranholgruppe gibt es bereits' },
    germanDetail: 'Eine Heranholgruppe mit diesem Namen gibt es schon. Nehmen Sie einen anderen Namen, oder ändern Sie jene.',
  },
}
