import { isSpace, isToken, trimSpace } from '../header/characters.ts'
import type { Field } from './header-fields.ts'
import { usualSpelling } from './header-names.ts'
import { MAX_FIELD_CHARACTERS, MAX_HEADER_FIELDS } from './limits.ts'

export interface ParsedFields {
  readonly fields: Field[]
  /** What is wrong with the first field that could not be read. */
  readonly detail: string | undefined
}

/**
 * Splits the head of a message into its fields from position `start` on, joining continuation lines (RFC 3261 §7.3.1). A field
 * that cannot be read is left out and the others are read, so that a refusal finds the Via.
 */
export function parseFields(head: string, start: number): ParsedFields {
  const fields: Field[] = []
  let detail: string | undefined
  for (let at = start; at < head.length; ) {
    const end = fieldEnd(head, at)
    if (end === undefined) return { fields, detail: 'Stray Line Break Character' }
    if (fields.length === MAX_HEADER_FIELDS) return { fields, detail: 'Too Many Header Fields' }
    const parsed = end - at > MAX_FIELD_CHARACTERS ? 'Header Field Too Long' : (parseField(head, at, end) ?? 'Malformed Header Field')
    if (typeof parsed === 'string') detail ??= parsed
    else fields.push(parsed)
    at = end + 2
  }
  return { fields, detail }
}

/**
 * The position of the CRLF that ends the field: the first that no space or tab follows. `undefined` for a CR or LF
 * outside a CRLF: peers disagree whether it ends a line, and a message must not mean two things.
 */
function fieldEnd(head: string, start: number): number | undefined {
  for (let from = start; ; ) {
    const feed = head.indexOf('\n', from)
    const carriage = head.indexOf('\r', from)
    if (feed < 0) return carriage < 0 ? head.length : undefined
    if (carriage !== feed - 1) return undefined
    if (!isSpace(head.charCodeAt(feed + 1))) return carriage
    from = feed + 1
  }
}

function parseField(head: string, start: number, end: number): Field | undefined {
  const colon = head.indexOf(':', start)
  if (colon < 0 || colon >= end) return undefined
  let nameEnd = colon
  while (nameEnd > start && isSpace(head.charCodeAt(nameEnd - 1))) nameEnd--
  const name = head.slice(start, nameEnd)
  const value = fieldValue(head, colon + 1, end)
  const usual = usualSpelling(name)
  if (usual !== undefined) return { key: usual, name: usual, value }
  return isToken(name) ? { key: name.toLowerCase(), name, value } : undefined
}

function fieldValue(head: string, start: number, end: number): string {
  let from = start
  let to = end
  while (from < to && isLinearSpace(head.charCodeAt(from))) from++
  while (to > from && isLinearSpace(head.charCodeAt(to - 1))) to--
  const value = head.slice(from, to)
  return value.includes('\r\n') ? value.split('\r\n').map(trimSpace).join(' ') : value
}

function isLinearSpace(code: number): boolean {
  return code === 0x20 || code === 0x09 || code === 0x0d || code === 0x0a
}
