import type { Call, Outcome } from '@klinke/calls'
import type { Database, Text } from '@klinke/platform'
import { confirm, deny } from '../calls/confirm.ts'
import type { DialledFeature, FeatureContext } from '../feature-codes/feature.ts'
import type { PromptId } from '../prompts/catalogue.ts'
import { changeMembership, type Membership, type MembershipOf } from './membership.ts'

/** Writes what a code changes; gives how many memberships it was. */
export type ChangeMembership = (tenantId: string, of: MembershipOf, change: Membership) => Promise<number>

export function membershipsIn(database: Database): ChangeMembership {
  return (tenantId, of, change) => database.withTenant(tenantId, (tx) => changeMembership(tx, of, change))
}

/** A switch of a membership: `*NN` on, `#NN` and `*0NN` off, for one team by its internal number behind the code, else for all. */
export interface MembershipSwitch {
  readonly kind: MembershipOf['kind']
  readonly name: string
  readonly digits: string
  readonly title: Text
  readonly change: (on: boolean) => Membership
  /** What the member is told. */
  readonly said: { readonly on: PromptId; readonly off: PromptId }
}

export function membershipFeatures(
  { name, digits, title, ...what }: MembershipSwitch,
  change: ChangeMembership,
): readonly DialledFeature[] {
  const common = { when: 'dialled', argument: 'optional' } as const
  const run = (on: boolean) => switching({ ...what, name: `${name} ${on ? 'on' : 'off'}` }, on, change)
  const off = { de: `${title.de}: aus`, en: `${title.en}: off` }
  return [
    { ...common, name: `${name}-on`, title, codes: [`*${digits}`], run: run(true) },
    { ...common, name: `${name}-off`, title: off, codes: [`#${digits}`, `*0${digits}`], run: run(false) },
  ]
}

function switching(what: Pick<MembershipSwitch, 'kind' | 'name' | 'change' | 'said'>, on: boolean, change: ChangeMembership) {
  return async (call: Call, number: string, context: FeatureContext): Promise<Outcome> => {
    const { tenant, extension } = context
    const of = { kind: what.kind, extensionId: extension.id, ...(number !== '' && { team: { number } }) }
    const changed = await change(tenant.id, of, what.change(on))
    if (changed === 0) return deny(call, `${extension.number} is no member of ${number === '' ? `any ${what.kind}` : number}`, context)
    return confirm(call, `${what.name} in ${changed}`, context, on ? what.said.on : what.said.off)
  }
}
