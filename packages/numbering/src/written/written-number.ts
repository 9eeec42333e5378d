import { type BlockFault, blockFault, type NumberBlock } from '../blocks/block.ts'
import { type Dialled, parsePublic } from '../dialled/dialled.ts'
import { MAX_WRITTEN_CHARACTERS } from '../dialled/separators.ts'
import type { E164 } from '../e164/e164.ts'
import type { EmergencyNumber } from '../emergency/emergency.ts'
import { areaCodeOf } from '../plan/area-code.ts'
import { blockNotation, type WrittenSpan } from './block-notation.ts'
import { telParts, type WrittenTel } from './tel-uri.ts'

/** What somebody wrote in a letter, a table or a form, as a meaning. */
export type Written =
  | {
      readonly kind: 'number'
      readonly number: E164
      /** How many of its last digits were written as an extension (`123456-0`); 0 when nothing says so. */
      readonly extensionDigits: number
      /** To be sent as key tones after the answer (`;ext=12`, "ext. 12"). */
      readonly dialledThrough?: string
    }
  | { readonly kind: 'block'; readonly block: NumberBlock }
  | { readonly kind: 'short-code'; readonly code: string }
  | { readonly kind: 'emergency'; readonly number: EmergencyNumber }
  | { readonly kind: 'invalid'; readonly why: WrittenFault }

export type WrittenFault = Extract<Dialled, { kind: 'invalid' }>['why'] | `block-${BlockFault}`

/** An extension that is dialled after the answer; German "Durchwahl" is another thing: it is the end of the number. */
const THROUGH = /^(.*?\d)[\s,;]*(?:ext(?:ension|\.)?|x|#)\s*(\d{1,10})$/i
const DIRECT = /^(.*?\d)(?:\s*-\s*0)?[\s,;]*(?:durchwahl|dw\.?|nst\.?|nebenstelle|app\.?|apparat)\s*-?\s*(\d{1,6})$/i
const HYPHENED = /^(.*\d)\s*-\s*(\d{1,5})$/

/**
 * Reads a number or a block in every form of NUM-04 and RFC 3966, as people write them: `0221 123456-0`, `+49 (0)221 123456`,
 * `tel:123456;phone-context=+49221`, `0221-123456 [100–200]`, "0221 123456 Durchwahl 12". `areaCode` without leading 0 is the place in which
 * a number without an area code is.
 */
export function readWritten(text: string, areaCode: string | undefined): Written {
  if (text.length > MAX_WRITTEN_CHARACTERS) return { kind: 'invalid', why: 'too-long' }
  const tel = telParts(text)
  if (tel) return telNumber(tel, areaCode)
  const plain = text.trim()
  const block = blockNotation(plain)
  if (block) return 'stem' in block ? blockBehind(block.stem, block, areaCode) : blockBetween(block, areaCode)
  const through = THROUGH.exec(plain)
  if (through) return withThrough(written(through[1] ?? '', areaCode), through[2])
  const direct = DIRECT.exec(plain)
  return direct ? written(`${direct[1] ?? ''}-${direct[2] ?? ''}`, areaCode) : written(plain, areaCode)
}

function written(text: string, areaCode: string | undefined): Written {
  const meaning = parsePublic(text, areaCode)
  if (meaning.kind !== 'public') return meaning.kind === 'extension' ? { kind: 'invalid', why: 'not-digits' } : meaning
  return { kind: 'number', number: meaning.number, extensionDigits: extensionDigits(text, meaning.number, areaCode) }
}

/** A hyphen stands before an extension only when a subscriber number stands before the hyphen: in 0221-123456 the area code does. */
function extensionDigits(text: string, number: E164, areaCode: string | undefined): number {
  const [, before = '', extension = ''] = HYPHENED.exec(text.replace(/[‐‑–−]/g, '-')) ?? []
  const stem = extension === '' ? undefined : stemIn(before, areaCode)
  return stem !== undefined && stem + extension === number ? extension.length : 0
}

/** A stem is a number in international form that may be shorter than any number, but has a digit behind its area code. */
function stemIn(text: string, areaCode: string | undefined): E164 | undefined {
  // With a digit more the shortest stems are numbers too; it is taken off again.
  const meaning = parsePublic(`${text}99`, areaCode)
  if (meaning.kind !== 'public') return undefined
  const stem: E164 = `+${meaning.number.slice(1, -2)}`
  const area = areaCodeOf(stem.slice('+49'.length))
  return stem.startsWith('+49') && area !== undefined && stem.length - '+49'.length <= area.areaCode.length ? undefined : stem
}

function blockBehind(text: string, { from, to }: { readonly from: string; readonly to: string }, areaCode: string | undefined): Written {
  const stem = stemIn(text, areaCode)
  if (stem === undefined) return { kind: 'invalid', why: 'too-short' }
  return checkedBlock({ stem, from, to })
}

/** The stem of two whole numbers is what they have in common. */
function blockBetween({ first, last }: WrittenSpan, areaCode: string | undefined): Written {
  const [a, b] = [parsePublic(first, areaCode), parsePublic(last, areaCode)]
  if (a.kind !== 'public' || b.kind !== 'public') return { kind: 'invalid', why: 'not-digits' }
  let common = 1
  while (common < a.number.length && a.number.charAt(common) === b.number.charAt(common)) common++
  return checkedBlock({ stem: `+${a.number.slice(1, common)}`, from: a.number.slice(common), to: b.number.slice(common) })
}

function checkedBlock(block: NumberBlock): Written {
  const fault = blockFault(block)
  return fault === undefined ? { kind: 'block', block } : { kind: 'invalid', why: `block-${fault}` }
}

/**
 * A local number with a context of digits is read behind them. RFC 3966 §5.1.5 does not promise that they make a number together, so one that
 * is dialled the same everywhere (115, 112) is that first.
 */
function telNumber({ number, context, extension }: WrittenTel, areaCode: string | undefined): Written {
  const alone = written(number, areaCode)
  const isAlone =
    number.startsWith('+') || context === undefined || !/^\+[\d().-]+$/.test(context) || ['short-code', 'emergency'].includes(alone.kind)
  return withThrough(isAlone ? alone : written(`${context}${number}`, areaCode), extension)
}

function withThrough(number: Written, dialledThrough: string | undefined): Written {
  return number.kind === 'number' && dialledThrough !== undefined ? { ...number, dialledThrough } : number
}
