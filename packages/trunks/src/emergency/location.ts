import { addressOn, germanDay, type Site, type TenantSnapshot } from '@klinke/accounts'
import type { DialTarget, Refusal } from '@klinke/calls'
import { type BodyPart, makeHeaders } from '@klinke/sip'
import type { Carrier } from '../carrier.ts'
import { civicLocation } from './civic-location.ts'

/** Where help is needed, as an INVITE says it. */
export type ToldLocation = Required<Pick<DialTarget, 'headers' | 'parts'>>

/** Anything that is unique in one INVITE; there is one such part (RFC 2392). */
const CONTENT_ID = 'line@klinke.invalid'

/**
 * The registered address of a site by value (RFC 6442 §3.1: Geolocation with a `cid` URL, the object in the body beside the session
 * description). `undefined` when nobody has said where the site is. Who takes the call need not understand it: `handling=optional`.
 */
export function toldLocation(
  tenant: TenantSnapshot,
  site: Site | undefined,
  number: string | undefined,
  epochMs: number,
): ToldLocation | undefined {
  const address = site && addressOn(site.addresses, germanDay(epochMs))
  if (site === undefined || address === undefined) return undefined
  const entity = number === undefined ? `sip:${tenant.sipDomain}` : `tel:${number}`
  const part: BodyPart = {
    headers: makeHeaders([
      ['Content-Type', 'application/pidf+xml'],
      ['Content-ID', `<${CONTENT_ID}>`],
      ['Content-Disposition', 'render;handling=optional'],
    ]),
    body: new TextEncoder().encode(civicLocation({ address, occupant: tenant.name, site: site.name, entity, epochMs })),
  }
  return {
    headers: [
      ['Geolocation', `<cid:${CONTENT_ID}>`],
      // RFC 6442 §4.2: who takes the call may lead it on by this.
      ['Geolocation-Routing', 'yes'],
    ],
    parts: [part],
  }
}

/** A place at a carrier, with the location if that carrier takes it (LAW-03). */
export function withLocation(target: DialTarget, { emergencyLocation }: Carrier, location: ToldLocation | undefined): DialTarget {
  if (location === undefined || emergencyLocation !== 'pidf-lo') return target
  return { ...target, headers: [...(target.headers ?? []), ...location.headers], parts: location.parts }
}

/** Of who was rung: nobody had anything against how it was asked. */
const OF_THE_PARTY: ReadonlySet<Refusal['cause']> = new Set(['busy', 'declined', 'no-answer'])

/**
 * The same place without the location, when its refusal may be owed to that, to the body that it makes or to its size: a location is not worth
 * a call for help (EMG-01). Where nobody answered at all, the next place is better than the same.
 */
export function withoutLocation(target: DialTarget, { cause, status, tryElsewhere }: Refusal): DialTarget | undefined {
  const { parts, headers = [], ...rest } = target
  const isSilent = tryElsewhere === true && status === 480
  if (parts === undefined || isSilent || OF_THE_PARTY.has(cause)) return undefined
  return { ...rest, headers: headers.filter(([name]) => !name.startsWith('Geolocation')), parts: [] }
}
