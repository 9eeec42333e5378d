import { existsSync } from 'node:fs'
import type { BlobStore, LentFile } from '@klinke/platform'
import type { Sound } from './spool.ts'

/** Messages and greetings in the blob store, by the names that the database has of them. */
export interface Sounds {
  /** Takes one that has been written. A greeting stays on this disk, because every call plays it. Rejects with `StorageFailed`. */
  keep(sound: Sound, stays?: 'stays'): Promise<void>
  /** Octets; undefined when it is gone. Rejects with `StorageAway`. */
  octets(tenantId: string, name: string): Promise<number | undefined>
  /** A message, on this disk while it is heard or sent. Undefined when it is gone. Rejects with `StorageAway`. */
  lend(tenantId: string, name: string): Promise<LentFile | undefined>
  /** Path of a greeting; undefined when it is not on this disk. */
  greeting(tenantId: string, name: string): string | undefined
}

/** Those that lie in a blob store. */
export class StoredSounds implements Sounds {
  readonly #blobs: BlobStore

  constructor(blobs: BlobStore) {
    this.#blobs = blobs
  }

  async keep({ tenantId, name, path }: Sound, stays?: 'stays'): Promise<void> {
    await this.#blobs.adopt(keyOf(tenantId, name), path, stays)
  }

  octets(tenantId: string, name: string): Promise<number | undefined> {
    return this.#blobs.octets(keyOf(tenantId, name))
  }

  lend(tenantId: string, name: string): Promise<LentFile | undefined> {
    return this.#blobs.lend(keyOf(tenantId, name))
  }

  greeting(tenantId: string, name: string): string | undefined {
    const path = this.#blobs.path(keyOf(tenantId, name))
    return existsSync(path) ? path : undefined
  }

  /** All of it; undefined when it is gone. Rejects with `StorageAway`. */
  read(tenantId: string, name: string): Promise<Uint8Array | undefined> {
    return this.#blobs.read(keyOf(tenantId, name))
  }

  /** Stores a whole greeting, and gives its name. Rejects with `StorageFailed`. */
  async put(tenantId: string, content: Uint8Array): Promise<string> {
    return (await this.#blobs.put(tenantId, content, 'wav')).slice(tenantId.length + 1)
  }

  /** Nothing happens when it is gone already. */
  async remove(tenantId: string, name: string): Promise<void> {
    await this.#blobs.remove(keyOf(tenantId, name))
  }
}

/** In the blob store. */
export function keyOf(tenantId: string, name: string): string {
  return `${tenantId}/${name}`
}
