import { detached, type HeaderField, PAssertedIdentity, Privacy, type SipResponse } from '@klinke/sip'
import type { Bridge } from '../bridge/bridge.ts'
import type { Leg } from './leg.ts'

/** How a peer is named whom it is connected with (COLP): From of what follows, and fields such as P-Asserted-Identity and Privacy. */
export interface ConnectedName {
  readonly from: string
  readonly headers: readonly HeaderField[]
}

/** What a peer is told of the party that it is connected with now; undefined: nothing, which leaves it with what it knows. */
export type NamesConnected = (other: Leg) => ConnectedName | undefined

/** What a party that we have called said of itself as it answered (RFC 3325 §9.1, §9.3). */
export interface SaidOfItself {
  /** URI of P-Asserted-Identity. */
  readonly uri: string | undefined
  /** It does not want to be shown (COLR). */
  readonly isHidden: boolean
}

/** Most say nothing of it. */
export function saidIn({ headers }: SipResponse): SaidOfItself | undefined {
  const uri = headers.readAll(PAssertedIdentity)?.[0]?.uri
  const isHidden = headers.read(Privacy)?.includes('id') ?? false
  return uri === undefined && !isHidden ? undefined : { uri: uri && detached(uri), isHidden }
}

/** What is said to a peer as it is answered. */
export function nameAtAnswer(leg: Leg, other: Leg): readonly HeaderField[] {
  const name = leg.namesConnected?.(other)
  leg.connectedAs = wordsOf(name)
  return name?.headers ?? []
}

/** Tells both parties of a conversation whom they talk to, as far as that is another one than they know. */
export function tellConnected({ legs, dialogOf }: Pick<Bridge, 'legs' | 'dialogOf'>): void {
  const [one, two] = legs
  for (const [leg, other] of [[one, two] as const, [two, one] as const]) {
    const name = leg.namesConnected?.(other)
    const words = wordsOf(name)
    // Whom we have called its INVITE has told who calls.
    const isKnown = leg.connectedAs === undefined && leg.role === 'called'
    if (name !== undefined && !isKnown && leg.connectedAs !== words) dialogOf(leg).session.connectedWith(name.from, name.headers)
    leg.connectedAs = words ?? leg.connectedAs ?? NOBODY_YET
  }
}

const NOBODY_YET = ''

function wordsOf(name: ConnectedName | undefined): string | undefined {
  return name && JSON.stringify(name)
}
