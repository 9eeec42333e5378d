import { KlinkeError } from '@klinke/foundation'

/** Something that a column can hold. */
export interface ImportField<Name extends string = string> {
  readonly name: Name
  /** What other programs call it, in German and English; compared by letters and digits alone. */
  readonly titles: readonly string[]
}

/** By column; undefined: the column is not read. */
export type Mapping<Name extends string> = readonly (Name | undefined)[]

/** Stands for a column that is not read, where a mapping is written as text. */
const NOT_READ = '-'

/** Which column is what, by the titles; each field at most once, the first column that has it. */
export function proposedMapping<Name extends string>(columns: readonly string[], fields: readonly ImportField<Name>[]): Mapping<Name> {
  const free = new Map(fields.flatMap(({ name, titles }) => [name, ...titles].map((title) => [plain(title), name] as const)))
  const taken = new Set<Name>()
  return columns.map((column) => {
    const name = free.get(plain(column))
    if (name === undefined || taken.has(name)) return undefined
    taken.add(name)
    return name
  })
}

/** Reads a mapping written as `name,-,mobile`: one field per column, in their order. Throws `MappingInvalid`. */
export function parsedMapping<Name extends string>(text: string, fields: readonly ImportField<Name>[]): Mapping<Name> {
  const known = new Map<string, Name>(fields.map(({ name }) => [name, name]))
  const mapping = text.split(',').map((part) => {
    const name = known.get(part.trim())
    if (name === undefined && part.trim() !== NOT_READ) throw new MappingInvalid(`There is no field "${part.trim()}".`, [...known.keys()])
    return name
  })
  const named = mapping.filter((name) => name !== undefined)
  const twice = named.find((name, index) => named.indexOf(name) !== index)
  if (twice !== undefined) throw new MappingInvalid(`The field "${twice}" has two columns.`, [...known.keys()])
  return mapping
}

/** True when a row has at least one title that is known, and no number of a telephone or mail address: a row of data would. */
export function looksLikeTitles(fields: readonly ImportField[]): (cells: readonly string[]) => boolean {
  return (cells) => proposedMapping(cells, fields).some((name) => name !== undefined) || !cells.some((cell) => /\d{4}|@/.test(cell))
}

export class MappingInvalid extends KlinkeError {
  constructor(what: string, known: readonly string[]) {
    super('mapping-invalid', `${what} Write one field per column, or ${NOT_READ}, separated by commas: ${known.join(', ')}.`)
  }
}

/** `Straße (geschäftl.)` and `strasse geschaeftl` are the same title. */
function plain(title: string): string {
  return title
    .toLowerCase()
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss')
    .replace(/[^a-z0-9]/g, '')
}
