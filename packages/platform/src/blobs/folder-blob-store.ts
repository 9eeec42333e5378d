import { randomUUID } from 'node:crypto'
import { copyFile, mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, join, resolve, sep } from 'node:path'
import type { Readable } from 'node:stream'
import { KlinkeError } from '@klinke/foundation'
import { errorCode } from '../database/errors.ts'
import type { BlobStore, LentFile } from './blob-store.ts'
import { removeTenantFolder, tenantFolders } from './tenant-folders.ts'

/** The disk is full or refuses. */
export class StorageFailed extends KlinkeError {
  constructor(cause: unknown) {
    const why = errorCode(cause) === 'ENOSPC' ? 'the disk is full' : String(errorCode(cause) ?? cause)
    super('storage-failed', `The file could not be stored: ${why}. The operator must make room.`, { cause })
  }
}

/** The store is elsewhere, and does not answer. */
export class StorageAway extends KlinkeError {
  constructor(cause: unknown) {
    super('storage-away', 'The file is in a store that does not answer now. Try again later.', { cause })
  }
}

/** Blobs as files below one folder, a folder per tenant. */
export class FolderBlobStore implements BlobStore {
  readonly #folder: string

  constructor(folder: string) {
    this.#folder = resolve(folder)
  }

  async put(tenantId: string, content: Uint8Array, extension: string): Promise<string> {
    const key = `${tenantId}/${randomUUID()}.${extension}`
    const path = this.path(key)
    try {
      await mkdir(dirname(path), { recursive: true, mode: 0o700 })
      await writeDurably(`${path}.part`, content)
      await rename(`${path}.part`, path)
      return key
    } catch (error) {
      // What kept it from being written is what counts.
      await rm(`${path}.part`, { force: true }).catch(() => undefined)
      throw new StorageFailed(error)
    }
  }

  async adopt(key: string, path: string): Promise<void> {
    const goal = this.path(key)
    try {
      await mkdir(dirname(goal), { recursive: true, mode: 0o700 })
      await syncFile(path)
      await moveFile(path, goal)
    } catch (error) {
      throw new StorageFailed(error)
    }
  }

  path(key: string): string {
    const path = join(this.#folder, key)
    if (!path.startsWith(this.#folder + sep)) throw new RangeError('A key leads out of the store.')
    return path
  }

  async fetch(key: string): Promise<string | undefined> {
    return (await this.octets(key)) === undefined ? undefined : this.path(key)
  }

  async lend(key: string): Promise<LentFile | undefined> {
    const path = await this.fetch(key)
    return path === undefined ? undefined : { path, [Symbol.asyncDispose]: () => Promise.resolve() }
  }

  async read(key: string): Promise<Uint8Array | undefined> {
    try {
      return await readFile(this.path(key))
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return undefined
      throw error
    }
  }

  async octets(key: string): Promise<number | undefined> {
    try {
      return (await stat(this.path(key))).size
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return undefined
      throw error
    }
  }

  async open(key: string, { first, last }: { first?: number; last?: number } = {}): Promise<Readable | undefined> {
    // Opened before it is given: what is removed in the meantime, once it is elsewhere, can be read to its end.
    const file = await open(this.path(key)).catch((error: unknown) => {
      if (errorCode(error) === 'ENOENT') return undefined
      throw error
    })
    return file?.createReadStream({ ...(first !== undefined && { start: first }), ...(last !== undefined && { end: last }) })
  }

  async remove(key: string): Promise<void> {
    await rm(this.path(key), { force: true })
  }

  tenants(): Promise<readonly string[]> {
    return tenantFolders(this.#folder)
  }

  removeTenant(tenantId: string): Promise<void> {
    return removeTenantFolder(this.#folder, tenantId)
  }
}

/** On the disk, not only in its cache, before it gets its name. */
async function writeDurably(path: string, content: Uint8Array): Promise<void> {
  await using file = await open(path, 'w', 0o600)
  await file.writeFile(content)
  await file.sync()
}

async function syncFile(path: string): Promise<void> {
  await using file = await open(path, 'r')
  await file.sync()
}

/** A data folder may lie on several file systems. */
async function moveFile(from: string, to: string): Promise<void> {
  try {
    await rename(from, to)
  } catch (error) {
    if (errorCode(error) !== 'EXDEV') throw error
    await copyFile(from, `${to}.part`)
    await syncFile(`${to}.part`)
    await rename(`${to}.part`, to)
    await rm(from)
  }
}
