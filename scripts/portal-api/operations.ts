import { type JsonSchema, propertyName, schemaType } from './schema-type.ts'

/** An OpenAPI 3.1 document, as far as types are made of it. */
export interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
}

interface Operation {
  readonly tags?: readonly string[]
  readonly summary?: string
  readonly parameters?: readonly Parameter[]
  readonly requestBody?: { readonly required?: boolean; readonly content?: Content }
  readonly responses?: Readonly<Record<string, { readonly content?: Content }>>
}

interface Parameter {
  readonly name: string
  readonly in: string
  readonly required?: boolean
  readonly description?: string
  readonly schema: JsonSchema
}

type Content = Readonly<Record<string, { readonly schema?: JsonSchema }>>

const PREFIX = '/api/v1'
const HEADER = '// Written by `npm run portal:api` from the OpenAPI document of the server. Change the server, then run it again.\n\n'

/** The files of types by name: one per tag, so that changes of different parts do not meet in one file, and one that lists them. */
export function operationFiles({ paths }: OpenApi): ReadonlyMap<string, string> {
  const byTag = new Map<string, string[]>()
  for (const [path, operations] of Object.entries(paths)) {
    for (const [method, operation] of Object.entries(operations)) {
      const tag = operation.tags?.[0] ?? 'other'
      const name = `${method.toUpperCase()} ${path.startsWith(PREFIX) ? path.slice(PREFIX.length) : path}`
      byTag.set(tag, [...(byTag.get(tag) ?? []), operationType(name, operation)])
    }
  }
  const tags = [...byTag.keys()].sort()
  const files = new Map(tags.map((tag) => [`${fileName(tag)}.ts`, tagFile(tag, byTag.get(tag) ?? [])]))
  return files.set('index.ts', indexFile(tags))
}

function tagFile(tag: string, types: readonly string[]): string {
  return `${HEADER}export interface ${typeName(tag)} {\n${types.join('\n')}\n}\n`
}

function indexFile(tags: readonly string[]): string {
  const imports = tags.map((tag) => `import type { ${typeName(tag)} } from './${fileName(tag)}.ts'`)
  const parts = tags.map((tag) => `    ${typeName(tag)}`)
  const comment = '/** Every route of the API by method and path, with what it takes and what it answers. */\n'
  return `${HEADER}${imports.join('\n')}\n\n${comment}export interface Operations\n  extends\n${parts.join(',\n')} {}\n`
}

function operationType(name: string, { summary, parameters = [], requestBody, responses = {} }: Operation): string {
  const lines = [
    ...parametersType('path', parameters),
    ...parametersType('query', parameters),
    ...bodyType(requestBody),
    `    readonly answer: ${answerType(responses)}`,
  ]
  return `${summary === undefined ? '' : `  /** ${summary} */\n`}  readonly '${name}': {\n${lines.join('\n')}\n  }`
}

function parametersType(place: 'path' | 'query', parameters: readonly Parameter[]): readonly string[] {
  const here = parameters.filter((parameter) => parameter.in === place)
  if (here.length === 0) return []
  const isNeeded = here.some(({ required }) => required === true)
  const properties = here.map(
    ({ name, required, schema }) =>
      `readonly ${propertyName(name)}${required === true ? '' : '?'}: ${schemaType(schema, 'request', '    ')}`,
  )
  return [`    readonly ${place}${isNeeded ? '' : '?'}: { ${properties.join('; ')} }`]
}

function bodyType(body: Operation['requestBody']): readonly string[] {
  const [entry] = Object.entries(body?.content ?? {})
  if (entry === undefined) return []
  const [media, { schema }] = entry
  const type = media === 'application/json' ? schemaType(schema ?? {}, 'request', '    ') : 'Blob'
  return [`    readonly body${body?.required === false ? '?' : ''}: ${type}`]
}

function answerType(responses: NonNullable<Operation['responses']>): string {
  const types = Object.entries(responses)
    .filter(([status]) => status.startsWith('2'))
    .map(([, { content }]) => contentType(content))
  return types.length === 0 ? 'unknown' : [...new Set(types)].join(' | ')
}

function contentType(content: Content = {}): string {
  const [entry] = Object.entries(content)
  if (entry === undefined) return 'null'
  const [media, { schema }] = entry
  return media === 'application/json' ? schemaType(schema ?? {}, 'answer', '    ') : 'Blob'
}

function fileName(tag: string): string {
  return tag.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')
}

function typeName(tag: string): string {
  const words = fileName(tag).split('-')
  return `${words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('')}Operations`
}
