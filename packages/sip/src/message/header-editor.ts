import { afterFirstElement } from '../header/split-list.ts'
import { type Field, field, fieldsOf, HeaderFields } from './header-fields.ts'
import { headerKey, isListHeader } from './header-names.ts'
import type { Headers } from './message.ts'

/**
 * Makes new headers out of existing ones; the original stays as it is and untouched fields are shared.
 *
 *     const headers = editHeaders(request.headers).prepend('Via', via).set('Max-Forwards', '69').removeFirst('Route').done()
 */
export class HeaderEditor {
  readonly #fields: Field[]
  readonly #original: Headers
  /** Of the fields that are not as they were. */
  readonly #keys: string[] = []

  constructor(original: Headers) {
    this.#fields = fieldsOf(original).slice()
    this.#original = original
  }

  /** Adds a field before the first one of that name, or at the top: the place of a new Via, Route or Record-Route. */
  prepend(name: string, value: string): this {
    const added = this.#edited(field(name, value))
    this.#fields.splice(Math.max(0, this.#indexOf(added.key)), 0, added)
    return this
  }

  /** Adds a field at the end. */
  append(name: string, value: string): this {
    this.#fields.push(this.#edited(field(name, value)))
    return this
  }

  /** Makes `value` the only field of that name, at the place of the first one or at the end. */
  set(name: string, value: string): this {
    const only = this.#edited(field(name, value))
    const at = this.#indexOf(only.key)
    if (at < 0) {
      this.#fields.push(only)
      return this
    }
    this.#fields[at] = only
    this.#removeFrom(at + 1, only.key)
    return this
  }

  /** Removes all fields of that name. */
  remove(name: string): this {
    const key = headerKey(name)
    this.#keys.push(key)
    this.#removeFrom(0, key)
    return this
  }

  /** Removes the first value of that name: one element of a list header, the whole field of another. */
  removeFirst(name: string): this {
    const key = headerKey(name)
    const at = this.#indexOf(key)
    if (at < 0) return this
    this.#keys.push(key)
    const rest = this.#rest(at)
    if (rest === undefined) this.#fields.splice(at, 1)
    else this.#fields[at] = rest
    return this
  }

  /** Replaces the first value of that name (the top Via), or adds it when there is none. */
  replaceFirst(name: string, value: string): this {
    const first = this.#edited(field(name, value))
    const at = this.#indexOf(first.key)
    if (at < 0) return this.append(name, value)
    const rest = this.#rest(at)
    if (rest === undefined) this.#fields[at] = first
    else this.#fields.splice(at, 1, first, rest)
    return this
  }

  /** The new headers. The editor is spent. */
  done(): Headers {
    const from = this.#original
    return from instanceof HeaderFields ? new HeaderFields(this.#fields, { from, keys: this.#keys }) : new HeaderFields(this.#fields)
  }

  /** What is left of the field at `at` without its first list element. */
  #rest(at: number): Field | undefined {
    const original = this.#fields[at]
    if (original === undefined || !isListHeader(original.key)) return undefined
    const rest = afterFirstElement(original.value)
    return rest === undefined || rest === '' ? undefined : { ...original, value: rest }
  }

  #edited(made: Field): Field {
    this.#keys.push(made.key)
    return made
  }

  #indexOf(key: string): number {
    const fields = this.#fields
    for (let i = 0; i < fields.length; i++) {
      if (fields[i]?.key === key) return i
    }
    return -1
  }

  #removeFrom(start: number, key: string): void {
    for (let i = this.#fields.length - 1; i >= start; i--) {
      if (this.#fields[i]?.key === key) this.#fields.splice(i, 1)
    }
  }
}

/** Begins an edit of a message's headers. */
export function editHeaders(headers: Headers): HeaderEditor {
  return new HeaderEditor(headers)
}

/** Headers made of these fields, in order. */
export function makeHeaders(fields: Iterable<readonly [name: string, value: string]>): Headers {
  return new HeaderFields(Array.from(fields, ([name, value]) => field(name, value)))
}
