import { MAX_WRITTEN_CHARACTERS, withoutSeparators } from '../dialled/separators.ts'
import { GERMANY } from '../e164/e164.ts'
import { areaCodeNamed } from '../plan/area-code.ts'

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

/** The country in front: `+49`, `0049`, with the 0 of the area code or without. */
const COUNTRY = new RegExp(`^(?:\\+|00)${GERMANY}0?`)

/**
 * Recognises an emergency call in whatever form a phone sends it (EMG-01). This is asked before every other
 * rule; nobody may have an extension, a bar or a prefix that hides it.
 *
 * Taken as emergency, besides the bare `110` and `112`:
 * - behind the outside-line prefix, and behind `0`, `00` or `+`: people and dial plans put them there, and there is no other number so;
 * - behind `+49`, `0049`, and behind an area code with its 0 or with the country (`+49221110`, `0221110`): phones that expand local numbers
 *   do that. No subscriber number begins with 11, so nobody else is meant, in whatever Ortsnetz: a phone that was moved still sends its old one;
 * - behind a service code (`*31#112`);
 * - as `tel:112`, with or without parameters;
 * - `urn:service:sos` and its sub-services (RFC 5031): police goes to 110, everything else to 112.
 *
 * Not taken: 19222 (transports of patients, a subscriber number), 115, 116117, and `221112`, which is a subscriber of the own Ortsnetz.
 *
 * `dialled` is the user part of the request-URI, or the whole URN; separators that people write are ignored, as is a closing `#`.
 */
export function emergencyNumber(dialled: string, { outsideLinePrefix }: EmergencyContext): EmergencyNumber | undefined {
  // Nearly every number that is dialled is none, which costs little to see.
  if (dialled.length > MAX_WRITTEN_CHARACTERS || !/1\D*1\D*[02]|^urn:/i.test(dialled)) return undefined
  const urn = /^urn:service:sos(?:\.([a-z.-]+))?$/i.exec(dialled)
  if (urn) return urn[1]?.toLowerCase().startsWith('police') ? '110' : '112'
  const number = dialled.replace(/^tel:/i, '').replace(/;.*$/s, '')
  const digits = withoutSeparators(number).replace(SERVICE_CODE, '').replace(/#$/, '')
  const before = /^(.*)11[02]$/s.exec(digits)?.[1]
  if (before === undefined || !isInFront(before, outsideLinePrefix)) return undefined
  return digits.endsWith('0') ? '110' : '112'
}

function isInFront(before: string, outsideLinePrefix: string | undefined): boolean {
  if (isOfNetwork(before)) return true
  return outsideLinePrefix !== undefined && before.startsWith(outsideLinePrefix) && isOfNetwork(before.slice(outsideLinePrefix.length))
}

/** Nothing, a prefix alone, the country, or an area code: all that may stand in front of 110 and 112 in the public network. */
function isOfNetwork(before: string): boolean {
  if (before === '' || before === '0' || before === '00' || before === '+') return true
  const code = before.replace(COUNTRY, '0')
  return code === '0' || (code.startsWith('0') && areaCodeNamed(code.slice(1)) !== undefined)
}
