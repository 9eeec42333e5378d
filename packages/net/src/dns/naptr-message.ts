import type { NaptrRecord } from './dns-lookups.ts'

/** RFC 3403 §4, RFC 1035 §3.2.4. */
const NAPTR = 35
const INTERNET = 1
const HEADER_OCTETS = 12
const RECURSION_DESIRED = 0x0100
const IS_RESPONSE = 0x8000
const IS_TRUNCATED = 0x0200
const RESPONSE_CODE = 0x000f
const NAME_ERROR = 3
const LONGEST_LABEL = 63
/** RFC 1035 §2.3.4, with the octet of the root. */
const LONGEST_NAME = 255
/** The two high bits of a length that is a pointer (RFC 1035 §4.1.4). */
const POINTER = 0xc0
/** Records of one answer that are read. */
const MAX_RECORDS = 64

export type NaptrAnswer =
  /** `ttlSeconds`: the shortest of the records; undefined when there are none. */
  | { readonly kind: 'records'; readonly records: readonly NaptrRecord[]; readonly ttlSeconds: number | undefined }
  /** The answer did not fit into a datagram. */
  | { readonly kind: 'truncated' }
  /** Not an answer to this question, or none that can be read. */
  | { readonly kind: 'unusable' }

/** A question for the NAPTR records of a name; undefined for what is no name of the DNS. */
export function naptrQuestion(name: string, id: number): Buffer | undefined {
  const labels = name.split('.').map((label) => Buffer.from(label, 'latin1'))
  const octets = labels.reduce((sum, label) => sum + label.length + 1, 1)
  if (octets > LONGEST_NAME || labels.some(({ length }) => length === 0 || length > LONGEST_LABEL)) return undefined
  const header = Buffer.alloc(HEADER_OCTETS)
  header.writeUInt16BE(id, 0)
  header.writeUInt16BE(RECURSION_DESIRED, 2)
  header.writeUInt16BE(1, 4)
  const end = Buffer.alloc(5)
  end.writeUInt16BE(NAPTR, 1)
  end.writeUInt16BE(INTERNET, 3)
  return Buffer.concat([header, ...labels.flatMap((label) => [Buffer.of(label.length), label]), end])
}

/** What a datagram answers to that question. Whatever stands in it, nothing is thrown. */
export function readNaptrAnswer(message: Buffer, question: Buffer): NaptrAnswer {
  const asked = question.subarray(HEADER_OCTETS)
  const repeated = message.subarray(HEADER_OCTETS, HEADER_OCTETS + asked.length)
  // A forged answer has to guess the id and the port, and to repeat the question (RFC 5452 §3, §9.1).
  const isOurs = repeated.length === asked.length && message.readUInt16BE(0) === question.readUInt16BE(0)
  if (!isOurs || lowered(repeated) !== lowered(asked)) return UNUSABLE
  const flags = message.readUInt16BE(2)
  const code = flags & RESPONSE_CODE
  if ((flags & IS_RESPONSE) === 0 || (code !== 0 && code !== NAME_ERROR)) return UNUSABLE
  if ((flags & IS_TRUNCATED) !== 0) return { kind: 'truncated' }
  try {
    return recordsIn(message, HEADER_OCTETS + asked.length)
  } catch (error) {
    // Lengths that lead out of the datagram.
    if (error instanceof RangeError) return UNUSABLE
    throw error
  }
}

const UNUSABLE: NaptrAnswer = { kind: 'unusable' }

function recordsIn(message: Buffer, from: number): NaptrAnswer {
  const count = Math.min(message.readUInt16BE(6), MAX_RECORDS)
  const records: NaptrRecord[] = []
  let ttlSeconds: number | undefined
  let at = from
  for (let index = 0; index < count; index++) {
    at = endOfName(message, at)
    const [type, ttl, length] = [message.readUInt16BE(at), message.readUInt32BE(at + 4), message.readUInt16BE(at + 8)]
    const data = at + 10
    at = data + length
    if (at > message.length) throw new RangeError('a record leads out of the datagram')
    // Aliases on the way there count for the time, too.
    ttlSeconds = Math.min(ttlSeconds ?? ttl, ttl)
    if (type === NAPTR) records.push(recordAt(message.subarray(data, at)))
  }
  return { kind: 'records', records, ttlSeconds: records.length === 0 ? undefined : ttlSeconds }
}

/**
 * ```text
 *  order (16) | preference (16) | flags <text> | services <text> | regexp <text> | replacement <name>
 * ```
 */
function recordAt(data: Buffer): NaptrRecord {
  const texts: string[] = []
  let at = 4
  for (let index = 0; index < 3; index++) {
    const end = at + 1 + data.readUInt8(at)
    if (end > data.length) throw new RangeError('a text leads out of its record')
    texts.push(data.toString('latin1', at + 1, end))
    at = end
  }
  const [flags = '', service = '', regexp = ''] = texts
  return { order: data.readUInt16BE(0), preference: data.readUInt16BE(2), flags, service, regexp, replacement: nameAt(data, at) }
}

/** A replacement is not compressed (RFC 3403 §4.1). */
function nameAt(data: Buffer, from: number): string {
  const labels: string[] = []
  for (let at = from, length = data.readUInt8(at); length > 0; length = data.readUInt8(at)) {
    if (length > LONGEST_LABEL) throw new RangeError('a name that is compressed')
    labels.push(data.toString('latin1', at + 1, at + 1 + length))
    at += 1 + length
  }
  return labels.join('.')
}

function endOfName(message: Buffer, from: number): number {
  let at = from
  for (let length = message.readUInt8(at); length > 0; length = message.readUInt8(at)) {
    if ((length & POINTER) === POINTER) return at + 2
    at += 1 + length
  }
  return at + 1
}

function lowered(octets: Buffer): string {
  return octets.toString('latin1').toLowerCase()
}
