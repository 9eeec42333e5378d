import { skipSpace, tokenEnd } from './characters.ts'
import type { HeaderType } from './header-type.ts'
import { type Params, parseParams, printParams } from './params.ts'

/** A type of body content, in small letters. */
export interface MediaType {
  readonly type: string
  readonly subtype: string
  readonly params: Params
}

/** Content-Type, RFC 3261 §20.15. */
export const ContentType: HeaderType<MediaType> = mediaTypeHeader('Content-Type')

/** Accept, RFC 3261 §20.1; `*` stands for any type or subtype. */
export const Accept: HeaderType<MediaType> = mediaTypeHeader('Accept')

/** True when the range of an Accept covers `type/subtype`. */
export function covers(range: MediaType, type: string, subtype: string): boolean {
  return (range.type === '*' || range.type === type) && (range.subtype === '*' || range.subtype === subtype)
}

function mediaTypeHeader(name: string): HeaderType<MediaType> {
  return { name, parse: parseMediaType, print: ({ type, subtype, params }) => `${type}/${subtype}${printParams(params)}` }
}

function parseMediaType(text: string): MediaType | undefined {
  const typeEnd = tokenEnd(text, 0)
  const slash = skipSpace(text, typeEnd)
  const subtypeStart = skipSpace(text, slash + 1)
  const subtypeEnd = tokenEnd(text, subtypeStart)
  if (typeEnd === 0 || text.charCodeAt(slash) !== 0x2f || subtypeEnd === subtypeStart) return undefined
  const params = parseParams(text, subtypeEnd)
  if (params === undefined) return undefined
  return { type: text.slice(0, typeEnd).toLowerCase(), subtype: text.slice(subtypeStart, subtypeEnd).toLowerCase(), params }
}
