import { createWriteStream } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import type { Clock, Logger, Timer } from '@klinke/foundation'
import type { BlobSpool, BlobTask } from './blob-spool.ts'
import type { BlobStore, LentFile } from './blob-store.ts'
import type { Bucket } from './bucket.ts'
import { type FolderBlobStore, StorageFailed } from './folder-blob-store.ts'
import { assertTenantId, isTenantId } from './tenant-folders.ts'

const FIRST_RETRY_MS = 5_000
const LAST_RETRY_MS = 300_000

export interface BucketBlobStoreParts {
  readonly bucket: Bucket
  /** Files on their way there, and those that calls play. */
  readonly local: FolderBlobStore
  readonly spool: BlobSpool
  readonly clock: Clock
  readonly logger: Logger
}

/**
 * Blobs in a store elsewhere. What is stored lies on this disk first, so that no call waits for the store; it is uploaded in the
 * background, again and again while the store is away, also after a restart. A file that was adopted (a recording, a message) leaves this
 * disk then, unless it is lent to somebody; one that was put (music, a prompt) or is to stay (a greeting) stays.
 */
export class BucketBlobStore implements BlobStore {
  readonly #parts: BucketBlobStoreParts
  /** By key, oldest first; as in the spool. */
  readonly #tasks = new Map<string, BlobTask>()
  readonly #fetching = new Map<string, Promise<string | undefined>>()
  /** Files that leave this disk at this moment: who asks for one waits, and gets it from the store. */
  readonly #leaving = new Map<string, Promise<void>>()
  /** How often each file is lent now. */
  readonly #lent = new Map<string, number>()
  #working: Promise<void> | undefined
  #retry: { readonly timer: Timer; readonly now: () => void } | undefined
  #closed = false

  private constructor(parts: BucketBlobStoreParts) {
    this.#parts = parts
  }

  /** Goes on with what an earlier process has left. */
  static async open(parts: BucketBlobStoreParts): Promise<BucketBlobStore> {
    const store = new BucketBlobStore(parts)
    for (const task of await parts.spool.list()) store.#tasks.set(task.key, task)
    store.#work()
    return store
  }

  /** Files that wait to be uploaded or deleted. */
  get waiting(): number {
    return this.#tasks.size
  }

  async put(tenantId: string, content: Uint8Array, extension: string): Promise<string> {
    const key = await this.#parts.local.put(tenantId, content, extension)
    await this.#note({ key, what: 'upload', keep: true })
    this.#work()
    return key
  }

  async adopt(key: string, path: string, stays?: 'stays'): Promise<void> {
    // Noted first: a file that has moved and is not noted would never be uploaded.
    await this.#note({ key, what: 'upload', keep: stays !== undefined })
    await this.#parts.local.adopt(key, path)
    this.#work()
  }

  path(key: string): string {
    return this.#parts.local.path(key)
  }

  async fetch(key: string): Promise<string | undefined> {
    const { local } = this.#parts
    await this.#leaving.get(key)
    const here = await local.fetch(key)
    if (here !== undefined) return here
    const running = this.#fetching.get(key) ?? this.#download(key).finally(() => this.#fetching.delete(key))
    this.#fetching.set(key, running)
    return running
  }

  async lend(key: string): Promise<LentFile | undefined> {
    this.#lent.set(key, (this.#lent.get(key) ?? 0) + 1)
    let path: string | undefined
    try {
      path = await this.fetch(key)
    } finally {
      if (path === undefined) await this.#giveBack(key)
    }
    if (path === undefined) return undefined
    let isBack = false
    const giveBack = async (): Promise<void> => {
      if (!isBack) await this.#giveBack(key)
      isBack = true
    }
    return { path, [Symbol.asyncDispose]: giveBack }
  }

  async read(key: string): Promise<Uint8Array | undefined> {
    const content = await this.open(key)
    return content && buffer(content)
  }

  async octets(key: string): Promise<number | undefined> {
    if (this.#isRemoved(key)) return undefined
    return (await this.#parts.local.octets(key)) ?? this.#parts.bucket.octets(key)
  }

  async open(key: string, range?: { readonly first: number; readonly last: number }): Promise<Readable | undefined> {
    if (this.#isRemoved(key)) return undefined
    return (await this.#parts.local.open(key, range)) ?? this.#parts.bucket.get(key, range)
  }

  async remove(key: string): Promise<void> {
    await this.#note({ key, what: 'remove', keep: false })
    await this.#parts.local.remove(key)
    this.#work()
  }

  async tenants(): Promise<readonly string[]> {
    const { local, bucket } = this.#parts
    const names = [...(await local.tenants()), ...this.#uploads().map(({ key }) => key.split('/', 1)[0] ?? ''), ...(await bucket.folders())]
    return [...new Set(names)].filter(isTenantId)
  }

  async removeTenant(tenantId: string): Promise<void> {
    assertTenantId(tenantId)
    const { local, bucket } = this.#parts
    await local.removeTenant(tenantId)
    // One may be under way at this moment: it is removed after it has arrived.
    for (const { key } of this.#uploads()) if (key.startsWith(`${tenantId}/`)) await this.remove(key)
    for (const key of await bucket.keys(tenantId)) await bucket.remove(key)
  }

  /** Ends the uploads; those that are left go on after the next start. */
  async close(): Promise<void> {
    this.#closed = true
    this.#retry?.timer.cancel()
    this.#retry?.now()
    await this.#working
  }

  #uploads(): readonly BlobTask[] {
    return [...this.#tasks.values()].filter(({ what }) => what === 'upload')
  }

  /** The last one who gives it back leaves it in the store elsewhere alone, unless it is still on its way there. */
  async #giveBack(key: string): Promise<void> {
    const left = (this.#lent.get(key) ?? 1) - 1
    if (left > 0) return void this.#lent.set(key, left)
    this.#lent.delete(key)
    if (!this.#tasks.has(key)) await this.#leave(key)
  }

  #leave(key: string): Promise<void> {
    const leaving = this.#parts.local.remove(key)
    const ended = leaving.catch(() => undefined).then(() => void this.#leaving.delete(key))
    this.#leaving.set(key, ended)
    return leaving
  }

  #isRemoved(key: string): boolean {
    return this.#tasks.get(key)?.what === 'remove'
  }

  async #note(task: BlobTask): Promise<void> {
    try {
      await this.#parts.spool.add(task)
    } catch (error) {
      throw new StorageFailed(error)
    }
    this.#tasks.set(task.key, task)
  }

  #work(): void {
    this.#working ??= this.#workOff().finally(() => {
      this.#working = undefined
    })
  }

  async #workOff(): Promise<void> {
    let waitMs = FIRST_RETRY_MS
    for (let task = this.#next(); task !== undefined && !this.#closed; task = this.#next()) {
      try {
        await this.#carryOut(task)
        waitMs = FIRST_RETRY_MS
      } catch (error) {
        this.#parts.logger.warn('a file waits for its store', { key: task.key, waiting: this.waiting, error: asError(error) })
        await this.#pause(waitMs)
        waitMs = Math.min(2 * waitMs, LAST_RETRY_MS)
      }
    }
  }

  #next(): BlobTask | undefined {
    return this.#tasks.values().next().value
  }

  async #carryOut(task: BlobTask): Promise<void> {
    const { bucket, local, spool } = this.#parts
    const { key, what, keep } = task
    if (what === 'remove') await bucket.remove(key)
    else if ((await local.octets(key)) !== undefined) await bucket.put(key, local.path(key))
    // Meanwhile something else may have been asked for.
    if (this.#tasks.get(key) !== task) return
    await spool.done(task)
    if (what === 'upload' && !keep && !this.#lent.has(key)) await this.#leave(key)
    if (this.#tasks.get(key) === task) this.#tasks.delete(key)
  }

  async #pause(waitMs: number): Promise<void> {
    if (this.#closed) return
    const { promise, resolve } = Promise.withResolvers<void>()
    this.#retry = { timer: this.#parts.clock.after(waitMs, resolve), now: resolve }
    await promise
    this.#retry = undefined
  }

  async #download(key: string): Promise<string | undefined> {
    const { bucket, local } = this.#parts
    const content = this.#isRemoved(key) ? undefined : await bucket.get(key)
    if (content === undefined) return undefined
    const path = local.path(key)
    try {
      await mkdir(dirname(path), { recursive: true, mode: 0o700 })
      await pipeline(content, createWriteStream(`${path}.part`, { mode: 0o600 }))
      await rename(`${path}.part`, path)
      return path
    } catch (error) {
      await rm(`${path}.part`, { force: true }).catch(() => undefined)
      throw new StorageFailed(error)
    }
  }
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error))
}
