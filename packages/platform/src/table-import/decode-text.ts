import { isUtf8 } from 'node:buffer'
import { TableUnreadable, type TextEncoding } from './table.ts'

/** Octets that are looked at to tell UTF-16 without a mark, and files that are no text. */
const SAMPLE_OCTETS = 4_096

/**
 * The text of a file whose encoding nobody told: by its byte order mark, else UTF-8 if it is valid as that, else Windows-1252, in which
 * German Excel saves. `asked` goes before all of it. Throws `TableUnreadable` for what is no text.
 */
export function decodeText(octets: Uint8Array, asked?: TextEncoding): { readonly text: string; readonly encoding: TextEncoding } {
  const encoding = asked ?? recognised(octets)
  // A byte order mark is not part of the text: TextDecoder leaves it out.
  const text = new TextDecoder(encoding).decode(octets)
  if (text.slice(0, SAMPLE_OCTETS).includes('\0')) throw new TableUnreadable('binary')
  if (text.trim() === '') throw new TableUnreadable('empty')
  return { text, encoding }
}

function recognised(octets: Uint8Array): TextEncoding {
  if (octets[0] === 0xff && octets[1] === 0xfe) return 'utf-16le'
  if (octets[0] === 0xfe && octets[1] === 0xff) return 'utf-16be'
  if (isUtf8(octets)) return zerosAt(octets, 1) ? 'utf-16le' : zerosAt(octets, 0) ? 'utf-16be' : 'utf-8'
  return zerosAt(octets, 1) ? 'utf-16le' : 'windows-1252'
}

/** Latin letters in UTF-16: every other octet, from `offset` on, is nearly always zero. */
function zerosAt(octets: Uint8Array, offset: 0 | 1): boolean {
  const sample = octets.subarray(0, SAMPLE_OCTETS)
  const every = sample.filter((_octet, index) => index % 2 === offset)
  const others = sample.filter((_octet, index) => index % 2 !== offset)
  return every.length > 1 && every.filter((octet) => octet === 0).length > every.length * 0.8 && !others.includes(0)
}
