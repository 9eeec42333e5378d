/** A JSON Schema (draft 2020-12, as OpenAPI 3.1 uses it), as far as our own schemas go. */
export interface JsonSchema {
  readonly type?: string | readonly string[]
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: boolean | JsonSchema
  readonly propertyNames?: JsonSchema
  readonly items?: JsonSchema | boolean
  readonly prefixItems?: readonly JsonSchema[]
  readonly anyOf?: readonly JsonSchema[]
  readonly oneOf?: readonly JsonSchema[]
  readonly allOf?: readonly JsonSchema[]
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly description?: string
  readonly default?: unknown
}

/** Answers have every property that has a default; requests may leave it out. */
export type Direction = 'request' | 'answer'

const PLAIN: Readonly<Record<string, string>> = {
  string: 'string',
  number: 'number',
  integer: 'number',
  boolean: 'boolean',
  null: 'null',
}

/** The TypeScript type of the values that the schema allows. Throws on a keyword that this writer does not know. */
export function schemaType(schema: JsonSchema, direction: Direction, indent = ''): string {
  if (schema.const !== undefined) return JSON.stringify(schema.const)
  if (schema.enum !== undefined) return union(schema.enum.map((value) => JSON.stringify(value)))
  const choices = schema.anyOf ?? schema.oneOf
  if (choices !== undefined) return union(choices.map((choice) => schemaType(choice, direction, indent)))
  if (schema.allOf !== undefined) return schema.allOf.map((part) => `(${schemaType(part, direction, indent)})`).join(' & ')
  if (Array.isArray(schema.type)) return union(schema.type.map((type: string) => schemaType({ ...schema, type }, direction, indent)))
  if (schema.type === 'array') return arrayType(schema, direction, indent)
  if (schema.type === 'object') return objectType(schema, direction, indent)
  if (schema.type === undefined) return 'unknown'
  const plain = PLAIN[String(schema.type)]
  if (plain === undefined)
    throw new Error(`The API has a schema of type ${String(schema.type)}, which scripts/portal-api cannot write as a type yet.`)
  return plain
}

function arrayType({ items, prefixItems }: JsonSchema, direction: Direction, indent: string): string {
  if (prefixItems !== undefined) return `readonly [${prefixItems.map((item) => schemaType(item, direction, indent)).join(', ')}]`
  const item = typeof items === 'object' ? schemaType(items, direction, indent) : 'unknown'
  return /^[\w]+$/.test(item) ? `readonly ${item}[]` : `readonly (${item})[]`
}

function objectType(
  { properties, required = [], additionalProperties, propertyNames }: JsonSchema,
  direction: Direction,
  indent: string,
): string {
  const inner = `${indent}  `
  const lines = Object.entries(properties ?? {}).flatMap(([name, schema]) => {
    const isThere = required.includes(name) || (direction === 'answer' && schema.default !== undefined)
    const comment = schema.description === undefined ? [] : [`${inner}/** ${oneLine(schema.description)} */`]
    return [...comment, `${inner}readonly ${propertyName(name)}${isThere ? '' : '?'}: ${schemaType(schema, direction, inner)}`]
  })
  if (lines.length > 0) return `{\n${lines.join('\n')}\n${indent}}`
  const values = typeof additionalProperties === 'object' ? schemaType(additionalProperties, direction, indent) : 'unknown'
  if (propertyNames?.enum !== undefined)
    return `{ readonly [Name in ${union(propertyNames.enum.map((name) => JSON.stringify(name)))}]?: ${values} }`
  return additionalProperties === false ? 'Record<string, never>' : `Readonly<Record<string, ${values}>>`
}

function union(types: readonly string[]): string {
  return [...new Set(types)].join(' | ')
}

/** As it stands in a type. */
export function propertyName(name: string): string {
  return /^[A-Za-z_]\w*$/.test(name) ? name : `'${name}'`
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').replaceAll('*/', '* /')
}
