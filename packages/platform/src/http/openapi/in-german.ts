import type { OpenApiDocument, OpenApiOperation, OpenApiResponse } from './document.ts'
import { ABOUT, ANSWERS, AREA_OF_RIGHTS, IF_MATCH, KEYS, PROBLEMS, WHO } from './words.ts'

/** What the description of the API says in German. */
export interface GermanWords {
  /** By method and path below the prefix: `GET /extensions/{extensionId}`. */
  readonly summaries: Readonly<Record<string, string>>
  /** By tag. */
  readonly tags: Readonly<Record<string, string>>
}

/** The document in German: what operations do, who may use them, and what they answer. The names and the words of fields stay as they are. */
export function inGerman<Document extends object>(document: Document, prefix: string, words: GermanWords): Document {
  const german = structuredClone(document) as OpenApiDocument
  for (const [path, operations] of Object.entries(german.paths ?? {}))
    for (const [method, operation] of Object.entries(operations)) translate(operation, words.summaries[nameOf(method, path, prefix)], words)
  for (const tag of german.tags ?? []) {
    tag.name = words.tags[tag.name] ?? tag.name
    if (tag.description !== undefined) tag.description = tag.description.replace(AREA_OF_RIGHTS.en, AREA_OF_RIGHTS.de)
  }
  german.tags?.sort((one, other) => one.name.localeCompare(other.name, 'de'))
  const { info, components = {} } = german
  if (info !== undefined) info.description = ABOUT.de
  for (const [name, { de }] of Object.entries(KEYS)) {
    const scheme = components.securitySchemes?.[name]
    if (scheme !== undefined) scheme.description = de
  }
  for (const [name, { de }] of Object.values(PROBLEMS)) {
    const response = components.responses?.[name]
    if (response !== undefined) response.description = de
  }
  return german as Document
}

/** Operations and tags of the document that have no German words. */
export function missingGerman(document: object, prefix: string, { summaries, tags }: GermanWords): readonly string[] {
  const { paths = {}, tags: used = [] } = document as OpenApiDocument
  const names = Object.entries(paths).flatMap(([path, operations]) => Object.keys(operations).map((method) => nameOf(method, path, prefix)))
  return [
    ...names.filter((name) => !summaries[name]).map((name) => `${name} has no German summary`),
    ...used.filter(({ name }) => !tags[name]).map(({ name }) => `the tag "${name}" has no German name`),
  ]
}

function nameOf(method: string, path: string, prefix: string): string {
  return `${method.toUpperCase()} ${path.startsWith(prefix) ? path.slice(prefix.length) : path}`
}

function translate(operation: OpenApiOperation, summary: string | undefined, { tags }: GermanWords): void {
  operation.summary = summary ?? operation.summary ?? ''
  operation.tags = (operation.tags ?? []).map((tag) => tags[tag] ?? tag)
  const who = WHO[operation['x-access'] ?? 'tenant']
  operation.description = operation.description?.replace(who.en, who.de).replace(`${AREA_OF_RIGHTS.en}:`, `${AREA_OF_RIGHTS.de}:`) ?? who.de
  for (const parameter of operation.parameters ?? []) if (parameter.description === IF_MATCH.en) parameter.description = IF_MATCH.de
  for (const [status, response] of Object.entries(operation.responses ?? {})) translateAnswer(status, response)
}

function translateAnswer(status: string, response: OpenApiResponse): void {
  const words = ANSWERS[status]
  if (words !== undefined && response.description === words.en) response.description = words.de
}
