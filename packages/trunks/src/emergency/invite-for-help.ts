import { type EmergencyLine, type Extension, emergencyLine, type TenantSnapshot } from '@klinke/accounts'
import type { BodyPart, HeaderField } from '@klinke/sip'
import type { ShownCaller } from '../calls/caller-identity.ts'
import { carrierPlaces, type OutboundParts } from '../calls/carrier-places.ts'
import { targetAt } from '../calls/target-at.ts'
import { type ToldLocation, toldLocation } from './location.ts'

/** What a control centre is told of who calls. */
export interface ToldForHelp {
  readonly line: EmergencyLine
  readonly shown: ShownCaller
  readonly location: ToldLocation | undefined
}

/**
 * Neither what the user shows else nor hiding it reaches the control centre: it is told where help is needed (NotrufV § 4, EMG-02, EMG-03).
 *
 * @param place where the phone stands
 */
export function toldForHelp(tenant: TenantSnapshot, place: Pick<Extension, 'siteId' | 'outgoingNumber'>, epochMs: number): ToldForHelp {
  const line = emergencyLine(tenant, place)
  return { line, shown: { number: line.number, privacy: 'none' }, location: toldLocation(tenant, line.site, line.number, epochMs) }
}

/** A call to 112 as a carrier would get it. */
export interface InviteForHelp {
  /** The first that would be tried; undefined: there is none. */
  readonly carrier: string | undefined
  readonly from: string
  readonly headers: readonly HeaderField[]
  readonly parts: readonly BodyPart[]
}

/** What a call to 112 would be, made as a true one; nothing is sent. */
export function inviteForHelp(tenant: TenantSnapshot, extension: Extension, parts: OutboundParts, epochMs: number): InviteForHelp {
  const { shown, location } = toldForHelp(tenant, extension, epochMs)
  const wanted = { number: '112', tenant, extension, location }
  const [place] = carrierPlaces(parts, wanted, true).places
  if (place === undefined) return { carrier: undefined, from: '', headers: [], parts: [] }
  const target = targetAt(place, wanted, shown)
  return { carrier: place.carrier.name, from: target.from, headers: target.headers ?? [], parts: target.parts ?? [] }
}
