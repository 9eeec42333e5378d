import type { HeaderType } from './header-type.ts'
import { type NameAddr, nameAddrHeader } from './name-addr.ts'
import { paramText, withParam } from './params.ts'

/** From, RFC 3261 §20.20. */
export const From: HeaderType<NameAddr> = nameAddrHeader('From')

/** To, RFC 3261 §20.39. */
export const To: HeaderType<NameAddr> = nameAddrHeader('To')

/** The tag of a From or To (RFC 3261 §19.3). */
export function tagOf(party: NameAddr | undefined): string | undefined {
  return party === undefined ? undefined : paramText(party.params, 'tag')
}

/** The party with that tag. */
export function withTag(party: NameAddr, tag: string): NameAddr {
  return { ...party, params: withParam(party.params, 'tag', tag) }
}
