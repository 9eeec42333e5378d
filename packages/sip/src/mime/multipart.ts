import { Buffer } from 'node:buffer'
import { isSpace } from '../header/characters.ts'
import type { MediaType } from '../header/media-type.ts'
import { paramText } from '../header/params.ts'
import { field, HeaderFields } from '../message/header-fields.ts'
import type { Headers } from '../message/message.ts'
import { parseFields } from '../message/parse-fields.ts'

/** One part of a multipart body (RFC 2046 §5.1): its own headers and bytes, neither changed on the way through. */
export interface BodyPart {
  readonly headers: Headers
  readonly body: Uint8Array
}

/** Parts of one body, and headers of one part in characters; a body with more is malformed. */
const MAX_PARTS = 16
const MAX_HEAD_CHARACTERS = 4_096

/** RFC 2046 §5.1.1. */
const MAX_BOUNDARY_CHARACTERS = 70

/** Cuts a multipart body at the boundary that its type names; `undefined` when it breaks the grammar of RFC 2046 §5.1.1. */
export function parseMultipart(body: Uint8Array, type: MediaType): readonly BodyPart[] | undefined {
  const boundary = paramText(type.params, 'boundary')
  if (boundary === undefined || boundary === '' || boundary.length > MAX_BOUNDARY_CHARACTERS) return undefined
  // One character per byte, so that positions in the text are positions in the body.
  const text = Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString('latin1')
  const parts: BodyPart[] = []
  let delimiter = nextDelimiter(text, 0, boundary)
  while (delimiter !== undefined && !delimiter.last) {
    const next = nextDelimiter(text, delimiter.end - 2, boundary)
    const part = next && parts.length < MAX_PARTS ? parsePart(text, body, delimiter.end, next.start) : undefined
    if (part === undefined) return undefined
    parts.push(part)
    delimiter = next
  }
  return parts.length === 0 ? undefined : parts
}

/** The body and its Content-Type. `boundary` must not occur in any part: random characters do not. */
export function printMultipart(parts: readonly BodyPart[], boundary: string): { readonly body: Uint8Array; readonly contentType: string } {
  const pieces: Uint8Array[] = []
  for (const { headers, body } of parts) {
    const head = Array.from(headers.entries(), ([name, value]) => `${name}: ${value}\r\n`).join('')
    pieces.push(Buffer.from(`--${boundary}\r\n${head}\r\n`), body, Buffer.from('\r\n'))
  }
  pieces.push(Buffer.from(`--${boundary}--\r\n`))
  return { body: Buffer.concat(pieces), contentType: `multipart/mixed;boundary=${boundary}` }
}

/** A part made here. */
export function bodyPart(contentType: string, body: string): BodyPart {
  return { headers: new HeaderFields([field('Content-Type', contentType)]), body: Buffer.from(body) }
}

interface Delimiter {
  /** Where the part before it ends. */
  readonly start: number
  /** Where the part behind it begins. */
  readonly end: number
  readonly last: boolean
}

/** The next line that is the boundary. The line break before it belongs to it; the first may begin the body. */
function nextDelimiter(text: string, from: number, boundary: string): Delimiter | undefined {
  const dashed = `--${boundary}`
  for (let at = text.indexOf(dashed, from); at >= 0; at = text.indexOf(dashed, at + 1)) {
    const startsLine = at === 0 || text.startsWith('\r\n', at - 2)
    const last = text.startsWith('--', at + dashed.length)
    let end = at + dashed.length + (last ? 2 : 0)
    while (isSpace(text.charCodeAt(end))) end++
    if (startsLine && (last || text.startsWith('\r\n', end))) return { start: Math.max(0, at - 2), end: end + 2, last }
  }
  return undefined
}

function parsePart(text: string, body: Uint8Array, start: number, end: number): BodyPart | undefined {
  // A part without headers begins with the empty line at once; its line break may be the delimiter's own.
  const empty = text.indexOf('\r\n\r\n', start - 2)
  if (empty < 0 || empty + 2 > end || empty - start > MAX_HEAD_CHARACTERS) return undefined
  const head = Buffer.from(text.slice(start, Math.max(start, empty)), 'latin1').toString('utf8')
  const { fields, detail } = parseFields(head, 0)
  if (detail !== undefined) return undefined
  return { headers: new HeaderFields(fields), body: body.subarray(Math.min(empty + 4, end), end) }
}
