import { type E164, isE164, numberKind } from '@klinke/numbering'
import type { Extension, PhoneNumber, TenantSnapshot } from '../snapshot.ts'
import type { Site } from './site.ts'

/** By which number 110 and 112 are told where help is needed. */
export interface EmergencyLine {
  /** Where the phone stands; undefined: the tenant has no site. */
  readonly site: Site | undefined
  /** Undefined: nobody knows any number that says where that is. */
  readonly number: E164 | undefined
  /** The number is one of the site; otherwise it is only one at which the caller can be called back. */
  readonly isOfSite: boolean
}

/** The site where an extension stands: its own, else the main one. */
export function siteOf({ sites }: Pick<TenantSnapshot, 'sites'>, extension: Pick<Extension, 'siteId'>): Site | undefined {
  return sites.get(extension.siteId ?? '') ?? sites.values().find(({ isMain }) => isMain)
}

/**
 * The number that is shown to 110 and 112 for a phone, or a customer's PBX, that stands at this extension's site: the one chosen for the site, else its first geographic number
 * (EMG-01). A number of 032 or of a mobile network says nothing of a place and is never shown (EMG-05). Where the site has none, another geographic number
 * of the tenant lets the control centre at least call back.
 */
export function emergencyLine(tenant: TenantSnapshot, extension: Pick<Extension, 'siteId' | 'outgoingNumber'>): EmergencyLine {
  const site = siteOf(tenant, extension)
  const ofSite = site && numberOfSite(tenant, site)
  if (ofSite !== undefined) return { site, number: ofSite, isOfSite: true }
  const own = tenant.numbers.get(extension.outgoingNumber ?? '')
  return { site, number: [own, ...tenant.numbers.values()].map(placed).find((number) => number !== undefined), isOfSite: false }
}

function numberOfSite(tenant: TenantSnapshot, site: Site): E164 | undefined {
  const isHere = (number: PhoneNumber): boolean => number.siteId === site.id || (number.siteId === undefined && site.isMain)
  const chosen = tenant.numbers.get(site.emergencyNumber ?? '')
  if (chosen !== undefined && isHere(chosen) && isOfOrtsnetz(chosen.e164, site.areaCode)) return chosen.e164
  for (const number of tenant.numbers.values()) if (isHere(number) && isOfOrtsnetz(number.e164, site.areaCode)) return number.e164
  return undefined
}

function placed(number: PhoneNumber | undefined): E164 | undefined {
  return number !== undefined && isE164(number.e164) && ortsnetzOf(number.e164) !== undefined ? number.e164 : undefined
}

/** Area code (without 0) of a geographic number; undefined for all others. */
export function ortsnetzOf(e164: string): string | undefined {
  const kind = isE164(e164) ? numberKind(e164) : undefined
  return kind?.kind === 'geographic' ? kind.areaCode : undefined
}

function isOfOrtsnetz(e164: string, areaCode: string): e164 is E164 {
  return ortsnetzOf(e164) === areaCode
}
