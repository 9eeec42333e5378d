import type { CallPlan } from '@klinke/calls'
import type { Carrier } from '../../carrier.ts'
import type { CarrierProfile, IdentityPattern } from './carrier-profile.ts'
import { type ProfileName, SHIPPED_PROFILES } from './shipped-profiles.ts'

/** What differs from the shipped profile. */
export type ProfileChanges = { readonly [Key in keyof Omit<CarrierProfile, 'identity'>]?: CarrierProfile[Key] | undefined } & {
  readonly identity?: { readonly [Key in keyof IdentityPattern]?: IdentityPattern[Key] | undefined } | undefined
}

/** The profile of a carrier for which none is chosen. */
export function usualProfile({ kind }: Pick<Carrier['authentication'], 'kind'>): ProfileName {
  return kind === 'registration' ? 'registration' : 'trusted-address'
}

/** A shipped profile with what differs. */
export function profileFrom(name: ProfileName, { identity = {}, ...changes }: ProfileChanges): CarrierProfile {
  const { title: _title, about: _about, ...shipped } = SHIPPED_PROFILES[name]
  return { ...shipped, ...withoutHoles(changes), identity: { ...shipped.identity, ...withoutHoles(identity) } }
}

/** How that carrier wants to be spoken to. */
export function profileOf({ profile, authentication }: Pick<Carrier, 'profile' | 'authentication'>): CarrierProfile {
  return profile ?? SHIPPED_PROFILES[usualProfile(authentication)]
}

/** What may be spoken with a carrier, in calls to it and from it. */
export function mediaWith(carrier: Pick<Carrier, 'profile' | 'authentication'>): NonNullable<CallPlan['callerMedia']> {
  const { codecs, fax } = profileOf(carrier)
  return { t38: fax === 't38', ...(codecs !== undefined && { codecs }) }
}

function withoutHoles<T extends object>(changes: T): { [Key in keyof T]?: Exclude<T[Key], undefined> } {
  const kept: { [Key in keyof T]?: Exclude<T[Key], undefined> } = {}
  for (const key in changes) if (isSaid(changes[key])) kept[key] = changes[key]
  return kept
}

function isSaid<T>(value: T): value is Exclude<T, undefined> {
  return value !== undefined
}
