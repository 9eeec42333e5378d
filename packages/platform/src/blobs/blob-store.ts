/**
 * Files that a tenant owns: recordings, music, prompts. The media engine reads them by path, so that a store elsewhere (S3) keeps copies of
 * them on a disk. The database knows which are in use, and how large.
 */
export interface BlobStore {
  /** Stores a whole file under a new key; half of one is never seen. Rejects with `StorageFailed`. */
  put(tenantId: string, content: Uint8Array, extension: string): Promise<string>
  /** Absolute path of a file, whether it is there or not. */
  path(key: string): string
  /** Undefined when it is gone. */
  read(key: string): Promise<Uint8Array | undefined>
  /** Nothing happens when it is gone already. */
  remove(key: string): Promise<void>
}
