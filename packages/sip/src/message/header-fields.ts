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
  /** What has been read, so that each type is parsed once: a few per message, for which chains are lighter than maps. */
  #firsts: Reading<unknown> | undefined
  #lists: Reading<readonly unknown[] | undefined> | undefined

  /** @param edited fields that were made of these headers by editing those named `keys`: what has been read of the others still holds. */
  constructor(fields: readonly Field[], edited?: { readonly from: HeaderFields; readonly keys: readonly string[] }) {
    this.fields = fields
    if (edited === undefined) return
    this.#firsts = without(edited.from.#firsts, edited.keys)
    this.#lists = without(edited.from.#lists, edited.keys)
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
    const known = readingOf(this.#firsts, type)
    // What is kept under a type was made by that type's `parse`.
    if (known !== undefined) return known.value as T | undefined
    const text = this.#firstText(type.name)
    if (text === undefined) return undefined
    const value = type.parse(text)
    this.#firsts = { type, value, before: this.#firsts }
    return value
  }

  readAll<T>(type: HeaderType<T>): readonly T[] | undefined {
    const known = readingOf(this.#lists, type)
    if (known !== undefined) return known.value as readonly T[] | undefined
    const value = this.#parseAll(type, this.list(type.name))
    this.#lists = { type, value, before: this.#lists }
    return value
  }

  #parseAll<T>(type: HeaderType<T>, texts: readonly string[]): readonly T[] | undefined {
    const values: T[] = []
    for (const text of texts) {
      // The first is mostly read by itself too.
      const value = values.length === 0 && text === this.#firstText(type.name) ? this.read(type) : type.parse(text)
      if (value === undefined) return undefined
      values.push(value)
    }
    return values
  }

  #firstText(name: string): string | undefined {
    const text = this.#find(name)
    return text !== undefined && isListHeader(name) ? firstElement(text) : text
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

interface Reading<V> {
  readonly type: HeaderType<unknown>
  readonly value: V
  readonly before: Reading<V> | undefined
}

function readingOf<V>(newest: Reading<V> | undefined, type: HeaderType<unknown>): Reading<V> | undefined {
  let reading = newest
  while (reading !== undefined && reading.type !== type) reading = reading.before
  return reading
}

/** Those of headers that have none of the names. */
function without<V>(newest: Reading<V> | undefined, names: readonly string[]): Reading<V> | undefined {
  let kept: Reading<V> | undefined
  for (let reading = newest; reading !== undefined; reading = reading.before) {
    const { type, value } = reading
    if (!names.includes(type.name)) kept = { type, value, before: kept }
  }
  return kept
}

/** The fields of any headers; those of a parsed or built message as they are, without a copy. */
export function fieldsOf(headers: Headers): readonly Field[] {
  return headers instanceof HeaderFields ? headers.fields : Array.from(headers.entries(), ([name, value]) => field(name, value))
}
