import { type Extension, emergencyLine, type SiteAddress } from '@klinke/accounts'
import type { OutsideLines } from '../calls/outside-lines.ts'
import type { PbxSnapshot } from '../snapshot.ts'
import { compare, type Finding } from './compare.ts'
import { readByControlCentre } from './psap-simulator.ts'

/** What a test of 110 and 112 found. */
export interface EmergencyTest {
  /** As the control centre reads it. */
  readonly number: string | null
  readonly address: SiteAddress | null
  /** Name of the site where the phone stands; null: none. */
  readonly site: string | null
  /** The carrier that a true call would go to first; null: none. */
  readonly carrier: string | null
  /** Nothing that keeps help from finding the caller: empty, or `address-not-sent`. */
  readonly findings: readonly Finding[]
}

/** Makes a call to 112 up to the moment where it would leave, and gives it to the built-in control centre instead. */
export function testEmergencyCall(
  tenant: PbxSnapshot,
  extension: Extension,
  outside: Pick<OutsideLines, 'inviteForHelp'>,
  epochMs: number,
): EmergencyTest {
  const invite = outside.inviteForHelp?.(tenant, extension, epochMs) ?? { carrier: undefined, from: '', headers: [], parts: [] }
  const line = emergencyLine(tenant, extension)
  const told = readByControlCentre(invite, line.site?.areaCode ?? tenant.areaCode)
  return {
    ...told,
    site: line.site?.name ?? null,
    carrier: invite.carrier ?? null,
    findings: compare(told, line, invite.carrier, epochMs),
  }
}
