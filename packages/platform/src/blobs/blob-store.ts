import type { Readable } from 'node:stream'

/** A file that lies on this disk until it is given back. */
export interface LentFile extends AsyncDisposable {
  readonly path: string
}

/**
 * Files that a tenant owns: recordings, messages, music, prompts. The media engine reads them by path, so that a store elsewhere (S3) keeps copies of
 * them on a disk. The database knows which are in use, and how large.
 */
export interface BlobStore {
  /** Stores a whole file under a new key; half of one is never seen. Rejects with `StorageFailed`. */
  put(tenantId: string, content: Uint8Array, extension: string): Promise<string>
  /**
   * Takes a file that lies on this disk, which moves into the store under `key`, `<tenant id>/<name>`; one that is there is replaced.
   * With `stays` it goes on lying on this disk, because calls play it; else a store elsewhere may become its only place.
   * Rejects with `StorageFailed`, and leaves it where it is.
   */
  adopt(key: string, path: string, stays?: 'stays'): Promise<void>
  /** Absolute path of a file, whether it is there or not. */
  path(key: string): string
  /** Brings a file to this disk, if it is elsewhere, so that it can be played; gives its path. Undefined when it is gone. Rejects with `StorageAway`. */
  fetch(key: string): Promise<string | undefined>
  /**
   * As `fetch`, for a file that need not stay on this disk: it lies there until the last one who was lent it has given it back.
   * Undefined when it is gone. Rejects with `StorageAway`.
   */
  lend(key: string): Promise<LentFile | undefined>
  /** Undefined when it is gone. */
  read(key: string): Promise<Uint8Array | undefined>
  /** Its length; undefined when it is gone. */
  octets(key: string): Promise<number | undefined>
  /** Some of its octets, both ends included, or all. Undefined when it is gone. */
  open(key: string, range?: { readonly first: number; readonly last: number }): Promise<Readable | undefined>
  /** Nothing happens when it is gone already. */
  remove(key: string): Promise<void>
  /** Tenants who may have files here, named as in the keys; whatever else lies there is left out. Rejects with `StorageAway`. */
  tenants(): Promise<readonly string[]>
  /**
   * Removes all files of a tenant that is no more, also those on their way to a store elsewhere. Rejects with `StorageAway`, when only what
   * is on this disk is gone; with `RangeError` for what is no tenant id.
   */
  removeTenant(tenantId: string): Promise<void>
}
