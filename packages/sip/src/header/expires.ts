import { parseNumber } from './characters.ts'
import type { HeaderType } from './header-type.ts'

/** delta-seconds of RFC 3261 §25.1: up to 2^32-1; larger numbers count as malformed, so that the default applies (RFC 4475 §3.1.2.4). */
export const MAX_DELTA_SECONDS = 0xffff_ffff

/** Seconds as a whole number. */
export function parseDeltaSeconds(text: string): number | undefined {
  return parseNumber(text, MAX_DELTA_SECONDS)
}

/** Expires in seconds, RFC 3261 §20.19. */
export const Expires: HeaderType<number> = { name: 'Expires', parse: parseDeltaSeconds, print: String }

/** Min-Expires in seconds, RFC 3261 §20.23; goes with 423. */
export const MinExpires: HeaderType<number> = { name: 'Min-Expires', parse: parseDeltaSeconds, print: String }
