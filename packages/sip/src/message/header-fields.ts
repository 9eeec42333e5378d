import type { HeaderType } from '../header/header-type.ts'
import { firstElement, splitList } from '../header/split-list.ts'
import { headerKey, isListHeader, usualSpelling } from './header-names.ts'
import type { Headers } from './message.ts'

/** One header field. Immutable, so that an edited message shares it with the original. */
export interface Field {
  /** What names are compared by, from `headerKey`. */
  readonly key: string
  /** The spelling that is printed. */
  readonly name: string
  readonly value: string
}

/**
 * A field for a message built here. Line breaks in the value become a space, so that no text from outside
 * the protocol (a display name, a reason) can begin a header of its own.
 */
export function field(name: string, value: string): Field {
  const usual = usualSpelling(name)
  return { key: usual ?? name.toLowerCase(), name: usual ?? name, value: oneLine(value) }
}

/** `text` without line breaks. */
export function oneLine(text: string): string {
  return text.includes('\n') || text.includes('\r') ? text.replace(/[\r\n]+/g, ' ') : text
}

/** The header fields of one message. The field list is never changed after construction. */
export class HeaderFields implements Headers {
  readonly fields: readonly Field[]
  #firsts: Map<HeaderType<unknown>, unknown> | undefined
  #lists: Map<HeaderType<unknown>, readonly unknown[] | undefined> | undefined

  constructor(fields: readonly Field[]) {
    this.fields = fields
  }

  get(name: string): string | undefined {
    return this.#find(headerKey(name))
  }

  has(name: string): boolean {
    return this.#find(headerKey(name)) !== undefined
  }

  list(name: string): readonly string[] {
    const key = headerKey(name)
    const split = isListHeader(key)
    const values: string[] = []
    for (const entry of this.fields) {
      if (entry.key !== key) continue
      if (split) splitList(entry.value, values)
      else values.push(entry.value)
    }
    return values
  }

  *entries(): Iterable<readonly [name: string, value: string]> {
    for (const { name, value } of this.fields) yield [name, value]
  }

  read<T>(type: HeaderType<T>): T | undefined {
    this.#firsts ??= new Map()
    // What is stored under a type was made by that type's `parse`.
    const known = this.#firsts.get(type) as T | undefined
    if (known !== undefined || this.#firsts.has(type)) return known
    const text = this.#find(type.name)
    if (text === undefined) return undefined
    const value = type.parse(isListHeader(type.name) ? firstElement(text) : text)
    this.#firsts.set(type, value)
    return value
  }

  readAll<T>(type: HeaderType<T>): readonly T[] | undefined {
    this.#lists ??= new Map()
    if (this.#lists.has(type)) return this.#lists.get(type) as readonly T[] | undefined
    const values = parseAll(type, this.list(type.name))
    this.#lists.set(type, values)
    return values
  }

  #find(key: string): string | undefined {
    const { fields } = this
    for (let i = 0; i < fields.length; i++) {
      const entry = fields[i]
      if (entry !== undefined && entry.key === key) return entry.value
    }
    return undefined
  }
}

function parseAll<T>(type: HeaderType<T>, texts: readonly string[]): readonly T[] | undefined {
  const values: T[] = []
  for (const text of texts) {
    const value = type.parse(text)
    if (value === undefined) return undefined
    values.push(value)
  }
  return values
}

/** The fields of any headers; those of a parsed or built message as they are, without a copy. */
export function fieldsOf(headers: Headers): readonly Field[] {
  return headers instanceof HeaderFields ? headers.fields : Array.from(headers.entries(), ([name, value]) => field(name, value))
}
