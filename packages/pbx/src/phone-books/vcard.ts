import { setImmediate } from 'node:timers/promises'

/** Lines read before calls have their turn. */
const LINES_AT_A_TIME = 2_000
/** Cards of one file at most; more are not read, and said. */
export const MAX_CARDS = 100_000

/** One line of a card: `item1.TEL;TYPE=work,voice:+49…`. */
export interface CardLine {
  /** In upper case, without its group. */
  readonly name: string
  /** In lower case: of TYPE, and parameters without a name, as vCard 2.1 writes them. */
  readonly types: readonly string[]
  /** Unescaped, unless it is divided by semicolons: then each part is. */
  readonly parts: readonly string[]
}

/** A card of a file, by its lines. */
export interface Card {
  /** Line of the file on which it begins, from 1. */
  readonly line: number
  readonly lines: readonly CardLine[]
}

/**
 * Reads a file of vCards (3.0: RFC 2426, 4.0: RFC 6350; telephones also write 2.1, whose quoted-printable is read too). Lines that are none are
 * passed over, a card that is not closed ends with the next. There is no library that reads all three versions and is kept up.
 */
export async function readCards(text: string): Promise<readonly Card[]> {
  const cards: Card[] = []
  let open: { line: number; lines: CardLine[] } | undefined
  const all = unfolded(text)
  for (const [index, { line, text: written }] of all.entries()) {
    if (index % LINES_AT_A_TIME === LINES_AT_A_TIME - 1) await setImmediate()
    if (/^BEGIN:VCARD\s*$/i.test(written)) {
      if (open !== undefined) cards.push(open)
      open = { line, lines: [] }
    } else if (/^END:VCARD\s*$/i.test(written)) {
      if (open !== undefined) cards.push(open)
      open = undefined
    } else {
      const read = open && readLine(written)
      if (read !== undefined) open?.lines.push(read)
    }
    if (cards.length > MAX_CARDS) return cards
  }
  if (open !== undefined) cards.push(open)
  return cards
}

/** Long lines go on in the next one behind a space (RFC 6350 §3.2); quoted-printable of vCard 2.1 goes on behind `=`. */
function unfolded(text: string): readonly { readonly line: number; readonly text: string }[] {
  const lines: { line: number; text: string }[] = []
  for (const [index, raw] of text.split(/\r\n|\n|\r/).entries()) {
    const last = lines.at(-1)
    if (last !== undefined && /^[ \t]/.test(raw)) last.text += raw.slice(1)
    else if (last !== undefined && /=$/.test(last.text) && isQuotedPrintable(last.text)) last.text = last.text.slice(0, -1) + raw
    else lines.push({ line: index + 1, text: raw })
  }
  return lines
}

const LINE = /^(?:[A-Za-z0-9-]+\.)?([A-Za-z0-9-]+)((?:;(?:"[^"]*"|[^:;"])*)*):(.*)$/s

function readLine(text: string): CardLine | undefined {
  const found = LINE.exec(text)
  if (found === null) return undefined
  const [, name = '', written = '', value = ''] = found
  const parameters = written.split(';').filter((part) => part !== '')
  const types = parameters.flatMap(typesIn).map((type) => type.toLowerCase())
  const plain = isQuotedPrintable(text) ? quotedPrintable(value, /charset=iso-8859-1/i.test(written)) : value
  return { name: name.toUpperCase(), types, parts: partsOf(plain) }
}

/** `TYPE=work,voice`, `TYPE="work,voice"`, and `WORK` alone as in vCard 2.1. */
function typesIn(parameter: string): readonly string[] {
  const [name = '', value] = parameter.split('=')
  if (value === undefined) return [name]
  return name.toUpperCase() === 'TYPE' ? value.replaceAll('"', '').split(',') : []
}

/** Divided by semicolons that have no backslash before them, and unescaped (RFC 6350 §3.4). */
function partsOf(value: string): readonly string[] {
  const parts = ['']
  const add = (text: string) => parts.push((parts.pop() ?? '') + text)
  for (const [token] of value.matchAll(/\\.|[^\\;]+|;|\\/gs)) {
    if (token === ';') parts.push('')
    else add(token.startsWith('\\') ? unescaped(token.slice(1)) : token)
  }
  return parts.map((part) => part.trim())
}

function unescaped(character: string): string {
  return character === 'n' || character === 'N' ? '\n' : character
}

function isQuotedPrintable(text: string): boolean {
  return /^[^:]*QUOTED-PRINTABLE[^:]*:/i.test(text)
}

/** RFC 2045 §6.7. */
function quotedPrintable(value: string, isLatin1: boolean): string {
  const octets = value.replace(/=([0-9A-Fa-f]{2})/g, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return new TextDecoder(isLatin1 ? 'windows-1252' : 'utf-8').decode(Buffer.from(octets, 'latin1'))
}
