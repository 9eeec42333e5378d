const CHILDREN = 10
const DIGIT_ZERO = 48

/**
 * Longest-prefix match over digits: a trie whose nodes are ten numbers each in one typed array, so that a look-up is one
 * read per digit and allocates nothing. The 5,202 area codes take 60 KB so.
 */
export class PrefixTable<Value> {
  readonly #children: Int32Array
  readonly #values: readonly (Value | undefined)[]

  constructor(rows: readonly (readonly [prefix: string, value: Value])[]) {
    const children: number[] = Array<number>(CHILDREN).fill(0)
    const values: (Value | undefined)[] = [undefined]
    for (const [prefix, value] of rows) {
      let node = 0
      for (let at = 0; at < prefix.length; at++) {
        const place = node * CHILDREN + digitAt(prefix, at)
        const next = children[place] || values.length
        if (next === values.length) {
          children[place] = next
          children.push(...Array<number>(CHILDREN).fill(0))
          values.push(undefined)
        }
        node = next
      }
      values[node] = value
    }
    this.#children = Int32Array.from(children)
    this.#values = values
  }

  /** The value of the longest prefix with which the digits from `start` on begin; what is no digit ends the search. */
  longest(digits: string, start = 0): Value | undefined {
    let node = 0
    let found = this.#values[0]
    for (let at = start; at < digits.length; at++) {
      const digit = digitAt(digits, at)
      if (digit < 0 || digit >= CHILDREN) return found
      node = this.#children[node * CHILDREN + digit] ?? 0
      if (node === 0) return found
      found = this.#values[node] ?? found
    }
    return found
  }
}

function digitAt(text: string, at: number): number {
  return text.charCodeAt(at) - DIGIT_ZERO
}
