import { addressOn, type EmergencyLine, germanDay, type SiteAddress } from '@klinke/accounts'
import type { Told } from './psap-simulator.ts'

/** Why help would not find who calls, or not surely. */
export const FINDINGS = [
  'no-carrier',
  'no-site',
  'no-number',
  'number-not-of-site',
  'address-missing',
  'address-not-sent',
  'address-differs',
] as const

export type Finding = (typeof FINDINGS)[number]

/** Not told of the address, a control centre looks it up by the number: that is how most networks do it, and no fault. */
const HARMLESS: ReadonlySet<Finding> = new Set(['address-not-sent'])

export function isFlaw(finding: Finding): boolean {
  return !HARMLESS.has(finding)
}

/** What a control centre was told, held against what is known of the site where the phone stands. */
export function compare(told: Told, line: EmergencyLine, carrier: string | undefined, epochMs: number): readonly Finding[] {
  const { site } = line
  const address = site && addressOn(site.addresses, germanDay(epochMs))
  const findings: readonly (readonly [Finding, boolean])[] = [
    ['no-carrier', carrier === undefined],
    ['no-site', site === undefined],
    ['no-number', told.number === null],
    ['number-not-of-site', told.number !== null && (!line.isOfSite || told.number !== line.number)],
    ['address-missing', site !== undefined && address === undefined],
    ['address-not-sent', address !== undefined && told.address === null],
    ['address-differs', address !== undefined && told.address !== null && !isSame(address, told.address)],
  ]
  return findings.flatMap(([finding, holds]) => (holds ? [finding] : []))
}

function isSame(one: SiteAddress, other: SiteAddress): boolean {
  const written = ({ street, houseNumber, postalCode, city }: SiteAddress): string =>
    [street, houseNumber.replaceAll(' ', ''), postalCode, city].join('\n')
  return written(one) === written(other)
}
