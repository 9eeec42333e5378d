/** The end of a length that has more digits than any message of a peer needs. */
const MAX_LENGTH_DIGITS = 9

/** Netstrings (`length:text,`), as baresip's ctrl_tcp frames its JSON. */
export function writeNetstring(text: string): string {
  return `${Buffer.byteLength(text)}:${text},`
}

/** Cuts netstrings out of a byte stream. */
export class NetstringReader {
  #rest: Buffer = Buffer.alloc(0)

  /** The texts that `chunk` completes. Throws on anything that is no netstring. */
  push(chunk: Buffer): readonly string[] {
    this.#rest = Buffer.concat([this.#rest, chunk])
    const texts: string[] = []
    for (;;) {
      const colon = this.#rest.indexOf(':')
      const digits = this.#rest.toString('latin1', 0, colon < 0 ? MAX_LENGTH_DIGITS : colon)
      if (!/^[0-9]*$/.test(digits) || colon === 0) throw new TypeError(`Not a netstring: ${this.#rest.toString('latin1', 0, 80)}`)
      const length = Number(digits)
      if (colon < 0 || this.#rest.length < colon + length + 2) return texts
      texts.push(this.#rest.toString('utf8', colon + 1, colon + 1 + length))
      this.#rest = this.#rest.subarray(colon + length + 2)
    }
  }
}
