import { randomBytes } from 'node:crypto'
import { readdirSync, renameSync, rmSync } from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'
import { KlinkeError } from '@klinke/foundation'
import { LockSocket } from './lock-socket.ts'
import { type OpenFolder, openFolder } from './open-folder.ts'

/** Another process works in this folder: two journals, two registrars and one set of files would be no exchange. */
export class FolderInUse extends KlinkeError {
  constructor(folder: string) {
    super('folder-in-use', `Another Klinke runs on the data folder ${folder}. Stop it, or set KLINKE_DATA_DIR to another folder.`)
  }
}

/** The folder's file system has no sockets, as some network and shared ones. */
export class FolderNotLocked extends KlinkeError {
  constructor(folder: string, cause: unknown) {
    const why = cause instanceof Error ? cause.message : String(cause)
    super('folder-not-locked', `The data folder ${folder} cannot be locked: ${why}. Set KLINKE_DATA_DIR to a folder on a local disk.`, {
      cause,
    })
  }
}

const PREFIX = 'lock-'
/** Processes that start at the same moment give way to each other, and try again after a random time. */
const MAX_ROUNDS = 20
const LONGEST_PAUSE_MS = 200

/**
 * Says that this process is the one that works in a folder: a Unix socket of an own name that it listens on. As long as it lives, also stopped
 * or in another container, a connection is taken; when it is dead, killed or not, the kernel refuses, and the next process removes the socket.
 *
 * Each shows its socket first and looks for others then, and gives way to whoever it finds. So of two at least one sees the other,
 * whatever the order, and no name is used twice, so what is removed as dead is never somebody's who has just begun.
 */
export class FolderLock {
  readonly #socket: LockSocket
  readonly #folder: OpenFolder
  readonly #name: string

  private constructor(socket: LockSocket, folder: OpenFolder, name: string) {
    this.#socket = socket
    this.#folder = folder
    this.#name = name
  }

  /** Takes the lock of `folder`. Rejects with `FolderInUse` or `FolderNotLocked`. */
  static async take(folder: string): Promise<FolderLock> {
    const place = openFolder(folder)
    try {
      const lock = await FolderLock.#takeIn(place)
      if (lock !== undefined) return lock
    } catch (error) {
      place.close()
      throw new FolderNotLocked(folder, error)
    }
    place.close()
    throw new FolderInUse(folder)
  }

  static async #takeIn(place: OpenFolder): Promise<FolderLock | undefined> {
    for (let round = 0; round < MAX_ROUNDS; round++) {
      const lock = await FolderLock.#show(place)
      const others = await lock.#others()
      if (others.length === 0) {
        lock.#socket.state = 'held'
        return lock
      }
      lock.#withdraw()
      if (others.includes('held')) return undefined
      await delay(Math.random() * LONGEST_PAUSE_MS)
    }
    return undefined
  }

  release(): void {
    this.#withdraw()
    this.#folder.close()
  }

  /** Its socket gets its name only when it answers, so that nobody takes it for dead. */
  static async #show(place: OpenFolder): Promise<FolderLock> {
    const id = randomBytes(8).toString('hex')
    const socket = await LockSocket.open(place.at(`asking-${id}`))
    renameSync(place.at(`asking-${id}`), place.at(PREFIX + id))
    return new FolderLock(socket, place, PREFIX + id)
  }

  /** The living others. Sockets of the dead are removed. */
  async #others(): Promise<readonly ('held' | 'asking')[]> {
    const names = readdirSync(this.#folder.at('.')).filter((name) => name.startsWith(PREFIX) && name !== this.#name)
    const others: ('held' | 'asking')[] = []
    for (const name of names) {
      const state = await LockSocket.ask(this.#folder.at(name))
      if (state === 'dead') rmSync(this.#folder.at(name), { force: true })
      else others.push(state)
    }
    return others
  }

  #withdraw(): void {
    rmSync(this.#folder.at(this.#name), { force: true })
    this.#socket.close()
  }
}
