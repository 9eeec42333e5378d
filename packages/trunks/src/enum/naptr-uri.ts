/** A NAPTR record as ENUM reads it (RFC 3403 §4, RFC 6116 §3.4). */
export interface EnumRecord {
  readonly order: number
  readonly preference: number
  /** `u`: the substitution gives a URI. */
  readonly flags: string
  /** Such as `E2U+sip`. */
  readonly service: string
  /** `!expression!replacement!flags`. */
  readonly regexp: string
}

/** RFC 6116 §3.4.3.1: several service types may stand behind E2U; `sip` is that of RFC 3764, `voice:sip` as some zones write it. */
const OF_SIP = /^E2U(?:\+[a-z0-9:]+)*\+(?:sip|voice:sip)(?:\+[a-z0-9:]+)*$/i
/** A substitution longer than this is no telephone's. */
const MAX_REGEXP = 255
/** What an expression may be made of: no choice, no group in a group, nothing repeated but single characters. */
const EXPRESSION = /^\^?(?:\\\+|\\\.|\d|\.\*|\.|\((?:\\\+|\d|\.\*|\.|\[0-9\]\*)*\)|\[0-9\]\*)*\$?$/
/** Each further repetition multiplies the time that an expression can take with the length of the number: two are no time to speak of. */
const MAX_REPETITIONS = 2
const SIP_URI = /^sips?:[^\s<>"]{1,200}$/i

/**
 * The SIP URIs that the records of a number give, the one to take first at the beginning: by order, then by preference. Records that are
 * not understood, or whose expression does not fit the number, are passed over (RFC 6116 §3.4.4).
 */
export function sipUris(records: readonly EnumRecord[], number: string): readonly string[] {
  return records
    .filter(({ flags, service }) => flags.toLowerCase() === 'u' && OF_SIP.test(service))
    .toSorted((a, b) => a.order - b.order || a.preference - b.preference)
    .flatMap(({ regexp }) => substituted(regexp, number) ?? [])
}

/** The number put through a substitution expression (RFC 3402 §3.2), as far as it is one that numbers need. */
function substituted(regexp: string, number: string): string | undefined {
  const delimiter = regexp.slice(0, 1)
  const [, expression = '', replacement = '', flags, ...more] = regexp.split(delimiter)
  const isWhole = regexp.length <= MAX_REGEXP && flags !== undefined && more.length === 0 && /^i?$/.test(flags)
  if (delimiter === '' || !isWhole || !EXPRESSION.test(expression) || repetitionsIn(expression) > MAX_REPETITIONS) return undefined
  const match = new RegExp(expression).exec(number)
  if (match === null) return undefined
  const uri = replacement.replace(/\\([1-9])/g, (_, group: string) => match[Number(group)] ?? '')
  return SIP_URI.test(uri) ? uri : undefined
}

/** Of an expression as allowed above, in which a star is never a character of its own. */
function repetitionsIn(expression: string): number {
  return expression.split('*').length - 1
}
