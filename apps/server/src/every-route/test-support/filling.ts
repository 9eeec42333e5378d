import type { Schema } from './operations.ts'

/** Values by the name of a field or parameter, such as `extensionId`. */
export type Known = Readonly<Record<string, unknown>>

/** A schema that nothing can be made of by itself: it needs an example. */
export class Unfillable extends Error {
  constructor(name: string) {
    super(`"${name}" cannot be filled from its schema: give it an example there, by .meta({ examples: [...] })`)
  }
}

/** Makes values that fit schemas: examples first, then what is known by name, then the least that fits. */
export class Filling {
  readonly #schemas: Readonly<Record<string, Schema>>
  #count = 0

  constructor(schemas: Readonly<Record<string, Schema>>) {
    this.#schemas = schemas
  }

  /** Throws `Unfillable`. */
  value(schema: Schema, name: string, known: Known): unknown {
    if (schema.$ref !== undefined) return this.value(this.#schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {}, name, known)
    if (Object.hasOwn(known, name)) return known[name]
    const given = schema.examples?.[0] ?? schema.example ?? schema.const ?? schema.enum?.[0] ?? schema.default
    if (given !== undefined) return given
    const choices = schema.anyOf ?? schema.oneOf
    if (choices !== undefined) return this.#choice(choices, name, known)
    if (schema.allOf !== undefined) return Object.assign({}, ...schema.allOf.map((part) => this.value(part, name, known)))
    return this.#ofType(schema, name, known)
  }

  #choice(choices: readonly Schema[], name: string, known: Known): unknown {
    for (const choice of choices)
      try {
        return this.value(choice, name, known)
      } catch (error) {
        if (!(error instanceof Unfillable)) throw error
      }
    throw new Unfillable(name)
  }

  #ofType(schema: Schema, name: string, known: Known): unknown {
    const type = typeof schema.type === 'string' ? schema.type : schema.type?.find((each) => each !== 'null')
    switch (type) {
      case 'object':
        return this.#object(schema, known)
      case 'array':
        return Array.from({ length: schema.minItems ?? 0 }, () => this.value(schema.items ?? {}, name, known))
      case 'string':
        return this.#text(schema, name)
      case 'integer':
      case 'number':
        return Math.max(schema.minimum ?? 1, (schema.exclusiveMinimum ?? 0) + 1)
      case 'boolean':
        return false
      case 'null':
        return null
      default:
        throw new Unfillable(name)
    }
  }

  /** What is required and what is known; a change of nothing shows nothing, so it changes the first field. */
  #object({ properties = {}, required = [] }: Schema, known: Known): Record<string, unknown> {
    const names = Object.keys(properties).filter((name) => required.includes(name) || (name === 'tenantId' && Object.hasOwn(known, name)))
    const [first] = Object.keys(properties)
    const filled = names.length === 0 && first !== undefined ? [first] : names
    return Object.fromEntries(filled.map((name) => [name, this.value(properties[name] ?? {}, name, known)]))
  }

  #text({ format, pattern, minLength = 0 }: Schema, name: string): string {
    const count = ++this.#count
    if (format === 'uuid') return `018f0000-0000-7000-8000-${String(count).padStart(12, '0')}`
    if (format === 'date-time') return '2026-12-01T08:00:00Z'
    if (format === 'date') return '2026-12-01'
    if (format === 'email' || name === 'email') return `person${count}@example.org`
    const candidates = [
      `Example ${count}`,
      String(20 + count),
      `+4922155${String(100_000 + count)}`,
      `t${count}.example.org`,
      '08:00',
      '1234',
      '2026-11',
    ]
    const fitting = candidates.find((text) => text.length >= minLength && (pattern === undefined || new RegExp(pattern, 'u').test(text)))
    if (fitting === undefined) throw new Unfillable(name)
    return fitting
  }
}
