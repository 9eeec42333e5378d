import { setImmediate } from 'node:timers/promises'
import sax from 'sax'

/** An element of a bank's file with all that is in it; names are without their prefix. */
export interface Element {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly Element[]
  /** Without spaces around it; empty where there are only elements. */
  readonly text: string
}

/** Why a file cannot be read: it is no XML or ends in the middle, has declarations that no bank sends, or is deeper or larger than any statement. */
export type XmlFlaw = 'broken' | 'too-large'

const MAX_DEPTH = 40
/** A statement of 50,000 entries has fewer. */
const MAX_ELEMENTS = 1_000_000

interface Open {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: Element[]
  text: string
}

/**
 * Reads a whole document, or nothing of it. Declarations of types and entities are refused, so that nothing is read that is not in the file. Between two pieces
 * calls have their turn.
 */
export async function readXmlTree(text: string): Promise<Element | XmlFlaw> {
  const parser = sax.parser(true)
  const open: Open[] = [{ name: '', attributes: {}, children: [], text: '' }]
  const found: XmlFlaw[] = []
  let elements = 0
  const refuse = (flaw: XmlFlaw): void => void found.push(flaw)
  parser.onerror = () => {
    refuse('broken')
    parser.resume()
  }
  parser.ondoctype = () => refuse('broken')
  parser.onopentag = ({ name, attributes }) => {
    elements += 1
    if (open.length > MAX_DEPTH || elements > MAX_ELEMENTS) return refuse('too-large')
    open.push({ name: local(name), attributes: textsOf(attributes), children: [], text: '' })
  }
  const addText = (piece: string): void => {
    const at = open.at(-1)
    if (at !== undefined) at.text += piece
  }
  parser.ontext = addText
  parser.oncdata = addText
  parser.onclosetag = () => {
    const closed = open.length > 1 ? open.pop() : undefined
    if (closed !== undefined) open.at(-1)?.children.push({ ...closed, text: closed.text.trim() })
  }
  for (let at = 0; at < text.length && found.length === 0; at += PIECE) {
    if (at > 0) await setImmediate()
    parser.write(text.slice(at, at + PIECE))
  }
  if (found.length === 0) parser.close()
  return found[0] ?? open[0]?.children[0] ?? 'broken'
}

/** Characters at a time: less than a millisecond. */
const PIECE = 65_536

/** The first element at the end of that path below one. */
export function at(element: Element | undefined, ...path: readonly string[]): Element | undefined {
  return path.reduce((found, name) => found?.children.find((child) => child.name === name), element)
}

/** All elements of that name directly below one. */
export function all(element: Element | undefined, name: string): readonly Element[] {
  return element?.children.filter((child) => child.name === name) ?? []
}

/** The text at the end of that path; undefined: there is none. */
export function textAt(element: Element | undefined, ...path: readonly string[]): string | undefined {
  const text = at(element, ...path)?.text
  return text === '' ? undefined : text
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

function textsOf(attributes: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(attributes).map(([name, value]) => [local(name), String(value)]))
}
