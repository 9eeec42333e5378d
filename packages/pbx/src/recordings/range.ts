/** Octets of a file, both ends included. */
export interface OctetRange {
  readonly first: number
  readonly last: number
}

/**
 * A Range header (RFC 9110 §14.2) over so many octets; undefined: the whole is to be sent, as for several ranges, which a server
 * may ignore.
 */
export function parseRange(header: string | undefined, octets: number): OctetRange | 'unsatisfiable' | undefined {
  const [, from, to] = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? '') ?? []
  if (from === undefined || to === undefined || (from === '' && to === '')) return undefined
  if (from === '') {
    const length = Math.min(Number(to), octets)
    return length === 0 ? 'unsatisfiable' : { first: octets - length, last: octets - 1 }
  }
  const first = Number(from)
  const last = to === '' ? octets - 1 : Math.min(Number(to), octets - 1)
  if (to !== '' && Number(to) < first) return undefined
  return first >= octets ? 'unsatisfiable' : { first, last }
}
