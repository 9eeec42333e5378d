import type { Readable } from 'node:stream'

/** An object store elsewhere. Everything rejects with `StorageAway` when it does not answer, or refuses. */
export interface Bucket {
  /** Uploads a file of this disk under a key; one that is there is replaced. */
  put(key: string, path: string): Promise<void>
  /** Some of the octets, both ends included, or all. Undefined when there is none. */
  get(key: string, range?: { readonly first: number; readonly last: number }): Promise<Readable | undefined>
  /** Its length; undefined when there is none. */
  octets(key: string): Promise<number | undefined>
  /** Nothing happens when there is none. */
  remove(key: string): Promise<void>
  /** What stands before the first slash of its keys, each once. */
  folders(): Promise<readonly string[]>
  /** All keys that begin with that folder and a slash. */
  keys(folder: string): Promise<readonly string[]>
}
