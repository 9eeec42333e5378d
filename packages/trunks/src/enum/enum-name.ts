import type { E164 } from '@klinke/numbering'

/** The domain name under which a number stands in a zone: its digits backwards, each a label (RFC 6116 §3.2). */
export function enumName(number: E164, zone: string): string {
  return `${[...number.slice(1)].reverse().join('.')}.${zone}`
}
