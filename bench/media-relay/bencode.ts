/** The notation of rtpengine's ng protocol: byte strings and dictionaries are all that is needed here. */
export type Bencodable = string | { readonly [key: string]: Bencodable }

export function bencode(value: Bencodable): string {
  if (typeof value === 'string') return `${Buffer.byteLength(value)}:${value}`
  const entries = Object.entries(value).map(([key, item]) => bencode(key) + bencode(item))
  return `d${entries.join('')}e`
}

/** The string stored under `key`, wherever it stands. Enough for the answers read here. */
export function bencodedString(text: string, key: string): string | undefined {
  const at = text.indexOf(bencode(key))
  if (at < 0) return undefined
  const rest = text.slice(at + bencode(key).length)
  const length = /^(\d+):/.exec(rest)
  return length ? rest.slice(length[0].length, length[0].length + Number(length[1])) : undefined
}
