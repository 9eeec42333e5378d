import type { Text } from '@klinke/platform'
import { type Document, isMap, isNode, LineCounter, type ParsedNode, parseDocument } from 'yaml'
import { ProfileInvalid } from './fault.ts'

/** Longer than any price list that people read. */
export const MAX_PROFILE_CHARACTERS = 500_000
/** Aliases are for a few repeated lines; more of them are an attack. */
const MAX_ALIASES = 100

/** A file in YAML, and where its parts stand. */
export interface YamlSource {
  readonly document: Readonly<Record<string, unknown>>
  /** Of what stands there, or of the nearest thing around it. */
  readonly lineOf: (path: readonly PropertyKey[]) => number | undefined
}

/** Reads a map of keys; numbers with a fraction stay text. Throws `ProfileInvalid`: not YAML, a key twice, no map, too long. */
export function readYaml(text: string, file: string): YamlSource {
  const fault = (line: number | undefined, what: Text) => new ProfileInvalid(file, [{ line, path: '', text: what }])
  if (text.length > MAX_PROFILE_CHARACTERS)
    throw fault(undefined, {
      en: `is longer than ${MAX_PROFILE_CHARACTERS} characters`,
      de: `ist länger als ${MAX_PROFILE_CHARACTERS} Zeichen`,
    })
  const lines = new LineCounter()
  const source = sourceOf(text, lines)
  const [error] = source.errors
  if (error !== undefined) throw fault(lines.linePos(error.pos[0]).line, yamlText(error.code, error.message))
  if (!isMap(source.contents))
    throw fault(1, { en: 'must consist of keys: profile, title, items …', de: 'muss aus Schlüsseln bestehen: profile, title, items …' })
  const lineOf = (path: readonly PropertyKey[]): number | undefined => {
    for (let length = path.length; length >= 0; length--) {
      const node = source.getIn(path.slice(0, length), true)
      if (isNode(node) && node.range) return lines.linePos(node.range[0]).line
    }
    return undefined
  }
  try {
    return { document: source.toJS({ maxAliasCount: MAX_ALIASES }) as Readonly<Record<string, unknown>>, lineOf }
  } catch (error) {
    if (error instanceof ReferenceError) throw fault(undefined, TOO_MANY_ALIASES)
    throw error
  }
}

/** The file with its comments; numbers with a fraction are text. */
export function sourceOf(text: string, lineCounter = new LineCounter()): Document.Parsed<ParsedNode> {
  return parseDocument(text, {
    ...{ lineCounter, uniqueKeys: true, prettyErrors: false, schema: 'core' },
    customTags: (tags) => tags.filter((tag) => typeof tag === 'string' || tag.tag !== 'tag:yaml.org,2002:float'),
  })
}

const TOO_MANY_ALIASES = {
  en: 'unfolds too many aliases (*name), or one without its anchor (&name); write the values out',
  de: 'löst zu viele Verweise (*name) auf oder einen ohne sein Ziel (&name); schreiben Sie die Werte aus',
}

/** The reader's own words are English; what people do wrong most is said in German, too. */
function yamlText(code: string, message: string): Text {
  return { en: `is no YAML: ${message}`, de: `ist kein YAML: ${GERMAN[code] ?? message}` }
}

const GERMAN: Readonly<Record<string, string>> = {
  DUPLICATE_KEY: 'Dieser Schlüssel steht hier zweimal. Lassen Sie einen davon weg.',
  BAD_INDENT: 'Die Einrückung passt nicht zu den Zeilen darüber.',
  TAB_AS_INDENT: 'Rücken Sie mit Leerzeichen ein, nicht mit Tabulatoren.',
  MISSING_CHAR: 'Es fehlt ein Zeichen, etwa ein Anführungszeichen oder eine Klammer.',
  UNEXPECTED_TOKEN: 'Dieses Zeichen gehört nicht hierher.',
  MULTILINE_IMPLICIT_KEY: 'Ein Schlüssel steht auf einer Zeile; fehlt hier ein Doppelpunkt?',
  BLOCK_AS_IMPLICIT_KEY: 'Hinter dem Doppelpunkt folgt noch einer: Setzen Sie den Text in Anführungszeichen.',
}
