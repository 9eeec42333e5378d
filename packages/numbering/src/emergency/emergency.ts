import { GERMANY } from '../e164/e164.ts'

/** Police 110; fire brigade and ambulance 112 (§ 164 TKG, NotrufV § 1). */
export type EmergencyNumber = '110' | '112'

export interface EmergencyContext {
  /** Area code without leading zero of the place where the caller is registered. */
  readonly areaCode: string | undefined
  /** Digits that the customer's phones dial for an outside line, if any. */
  readonly outsideLinePrefix: string | undefined
}

/** Supplementary-service codes such as `*31#` (hide my number) never apply to an emergency call (EMG-03), so they may not hide one. */
const SERVICE_CODE = /^[*#]{1,2}\d{2,3}[*#]/

/**
 * Recognises an emergency call in whatever form a phone sends it (EMG-01). This is asked before every other
 * rule; nobody may have an extension, a bar or a prefix that hides it.
 *
 * Taken as emergency, besides the bare `110` and `112`:
 * - behind the outside-line prefix, and behind a single `0`: people and dial plans put it there, and no German area code begins with 01;
 * - behind `+49`, `0049`, and behind the own area code (`+49221110`, `0221110`): phones that expand local numbers do that,
 *   and no subscriber number begins with 1, so no other subscriber is meant;
 * - behind a service code (`*31#112`);
 * - `urn:service:sos` and its sub-services (RFC 5031): police goes to 110, everything else to 112.
 *
 * `dialled` is the user part of the request-URI, or the whole URN; separators that people write are ignored, as is a closing `#`.
 */
export function emergencyNumber(dialled: string, context: EmergencyContext): EmergencyNumber | undefined {
  const urn = /^urn:service:sos(?:\.([a-z.-]+))?$/i.exec(dialled)
  if (urn) return urn[1]?.toLowerCase().startsWith('police') ? '110' : '112'
  const digits = dialled
    .replace(/[\s().\-/]/g, '')
    .replace(SERVICE_CODE, '')
    .replace(/#$/, '')
  // Nearly every number that is dialled is none, which costs little to see.
  if (!/11[02]$/.test(digits)) return undefined
  for (const prefix of prefixes(context)) {
    if (digits === `${prefix}110`) return '110'
    if (digits === `${prefix}112`) return '112'
  }
  return undefined
}

function prefixes({ areaCode, outsideLinePrefix }: EmergencyContext): readonly string[] {
  const country = ['', '0', `+${GERMANY}`, `00${GERMANY}`, `+${GERMANY}0`]
  const place = areaCode === undefined ? [] : [`0${areaCode}`, `+${GERMANY}${areaCode}`, `00${GERMANY}${areaCode}`]
  const inside = [...country, ...place]
  return outsideLinePrefix ? [...inside, ...inside.map((prefix) => outsideLinePrefix + prefix)] : inside
}
