import { trimSpace } from './characters.ts'

const QUOTE = 0x22
const COMMA = 0x2c
const OPEN = 0x3c
const CLOSE = 0x3e
const BACKSLASH = 0x5c

/**
 * Where the list element that begins at `from` ends: the next comma outside quotes and angle brackets, or the
 * end of the text (RFC 3261 §7.3.1).
 */
function elementEnd(text: string, from: number): number {
  let quoted = false
  let bracketed = false
  for (let i = from; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (quoted) {
      if (code === BACKSLASH) i++
      else if (code === QUOTE) quoted = false
    } else if (code === QUOTE && !bracketed) quoted = true
    else if (code === OPEN) bracketed = true
    else if (code === CLOSE) bracketed = false
    else if (code === COMMA && !bracketed) return i
  }
  return text.length
}

/** The first element of a comma-separated list, without the white space around it. */
export function firstElement(text: string): string {
  return text.includes(',') ? trimSpace(text.slice(0, elementEnd(text, 0))) : text
}

/** What follows the first element of a comma-separated list; `undefined` when it has one element only. */
export function afterFirstElement(text: string): string | undefined {
  if (!text.includes(',')) return undefined
  const end = elementEnd(text, 0)
  return end === text.length ? undefined : trimSpace(text.slice(end + 1))
}

/** Appends the elements of a comma-separated list to `out`. An empty list (such as `Supported:`) has none. */
export function splitList(text: string, out: string[]): void {
  if (!text.includes(',')) {
    if (text !== '') out.push(text)
    return
  }
  for (let start = 0; start <= text.length; ) {
    const end = elementEnd(text, start)
    const element = trimSpace(text.slice(start, end))
    if (element !== '') out.push(element)
    start = end + 1
  }
}

/** How many elements a comma-separated list has. */
export function countList(text: string): number {
  if (!text.includes(',')) return text === '' ? 0 : 1
  const elements: string[] = []
  splitList(text, elements)
  return elements.length
}
