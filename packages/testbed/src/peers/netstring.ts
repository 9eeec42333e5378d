/** Netstrings (`length:text,`), as baresip's ctrl_tcp frames its JSON. */
export function writeNetstring(text: string): string {
  return `${Buffer.byteLength(text)}:${text},`
}

/** Cuts netstrings out of a byte stream. */
export class NetstringReader {
  #rest: Buffer = Buffer.alloc(0)

  /** The texts that `chunk` completes. */
  push(chunk: Buffer): readonly string[] {
    this.#rest = Buffer.concat([this.#rest, chunk])
    const texts: string[] = []
    for (;;) {
      const colon = this.#rest.indexOf(':')
      const length = Number(this.#rest.toString('latin1', 0, Math.max(0, colon)))
      if (colon < 0 || this.#rest.length < colon + length + 2) return texts
      texts.push(this.#rest.toString('utf8', colon + 1, colon + 1 + length))
      this.#rest = this.#rest.subarray(colon + length + 2)
    }
  }
}
