import sax from 'sax'
import { TableUnreadable } from '../table.ts'
import type { PartText } from './unpack.ts'

/** What is done with the elements of a part, in their order. Names are without their prefix. */
export interface XmlReader {
  opened?(name: string, attributes: Readonly<Record<string, string>>): void
  closed?(name: string): void
  text?(text: string): void
}

/**
 * Reads XML piece by piece. Documents that declare types or entities are refused: no workbook has them, and entities of entities are
 * the zip bomb of XML. Throws `TableUnreadable`.
 */
export async function readXml(text: PartText, reader: XmlReader): Promise<void> {
  const xml = sax.parser(true)
  let trouble: TableUnreadable | undefined
  const attempt = (work: () => void): void => {
    try {
      if (trouble === undefined) work()
    } catch (error) {
      if (!(error instanceof TableUnreadable)) throw error
      trouble = error
    }
  }
  const broken = (): void => attempt(() => fail())
  xml.onerror = broken
  xml.ondoctype = broken
  xml.onopentag = ({ name, attributes }) => attempt(() => reader.opened?.(local(name), textsOf(attributes)))
  xml.onclosetag = (name) => attempt(() => reader.closed?.(local(name)))
  xml.ontext = (piece) => attempt(() => reader.text?.(piece))
  xml.oncdata = (piece) => attempt(() => reader.text?.(piece))
  for await (const piece of text) {
    xml.write(piece)
    if (trouble !== undefined) throw trouble
  }
  xml.close()
  if (trouble !== undefined) throw trouble
}

function fail(): never {
  throw new TableUnreadable('broken-workbook')
}

/** Some programs write `x:row` where others write `row`. */
function local(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

function textsOf(attributes: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(attributes).map(([name, value]) => [local(name), String(value)]))
}
