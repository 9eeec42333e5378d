import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Clock } from '@klinke/foundation'
import type { PortingMessage, PortingPartner, Received } from './message.ts'

/** So many days after they have come files lie in `taken` and `refused`: what was taken is in the database, these are for looking up. */
export const MESSAGE_FILE_DAYS = 30
/** Of what was refused the newest: whoever sends much that is wrong does not fill the disk. */
export const MAX_REFUSED = 100

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
/** A file with this behind its name says why the file was refused. */
const WHY = '.why.txt'

/**
 * Messages as JSON files, for a partner's system that reads and writes a folder: ours lie in `outbox`, theirs in `inbox`; what we have taken goes to `taken`, what
 * we cannot read to `refused`, with the reason beside it, each for `MESSAGE_FILE_DAYS`. A file is written under another name first, so that nobody reads half of it.
 */
export class FolderPartner implements PortingPartner {
  readonly #folder: string
  readonly #clock: Pick<Clock, 'epochMs'>
  #tidiedMs = Number.NEGATIVE_INFINITY

  /** `clock`: that of the file system. */
  constructor(folder: string, clock: Pick<Clock, 'epochMs'>) {
    this.#folder = folder
    this.#clock = clock
  }

  async send(message: PortingMessage): Promise<void> {
    const folder = await this.#folderOf('outbox')
    const path = join(folder, `${message.id}.json`)
    await writeFile(`${path}.part`, `${JSON.stringify(message, undefined, 2)}\n`, { mode: 0o600 })
    await rename(`${path}.part`, path)
  }

  async receive(): Promise<readonly Received[]> {
    await this.#tidyHourly()
    const folder = await this.#folderOf('inbox')
    const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).toSorted()
    return Promise.all(names.map((name) => this.#received(folder, name)))
  }

  async #received(folder: string, name: string): Promise<Received> {
    const path = join(folder, name)
    const move = async (to: 'taken' | 'refused'): Promise<string> => {
      const goal = join(await this.#folderOf(to), name)
      await rename(path, goal)
      return goal
    }
    return {
      content: parsed(await readFile(path, 'utf8')),
      done: async () => void (await move('taken')),
      refused: async (why) => this.#sayWhy(await move('refused'), why),
    }
  }

  /** Keeps what is no message, with the reason. */
  async putAside(name: string, content: Uint8Array, why: string): Promise<void> {
    const path = join(await this.#folderOf('refused'), name)
    await writeFile(path, content, { mode: 0o600 })
    await this.#sayWhy(path, why)
  }

  async #sayWhy(path: string, why: string): Promise<void> {
    await writeFile(`${path}${WHY}`, `${why}\n`, { mode: 0o600 })
    await this.#tidy('refused', MAX_REFUSED)
  }

  async #tidyHourly(): Promise<void> {
    const nowMs = this.#clock.epochMs()
    if (nowMs - this.#tidiedMs < HOUR_MS) return
    this.#tidiedMs = nowMs
    await this.#tidy('taken', Number.POSITIVE_INFINITY)
    await this.#tidy('refused', MAX_REFUSED)
  }

  /** Deletes what is too old, and of the others the oldest beyond `most`. */
  async #tidy(name: 'taken' | 'refused', most: number): Promise<void> {
    const folder = await this.#folderOf(name)
    const files: { readonly path: string; readonly atMs: number }[] = []
    for (const file of await readdir(folder)) {
      if (file.endsWith(WHY)) continue
      const path = join(folder, file)
      // Another server on the same folder may have deleted it meanwhile.
      const found = await stat(path).catch(() => undefined)
      if (found !== undefined) files.push({ path, atMs: found.mtimeMs })
    }
    const oldestMs = this.#clock.epochMs() - MESSAGE_FILE_DAYS * DAY_MS
    const gone = files.toSorted((a, b) => b.atMs - a.atMs).filter(({ atMs }, index) => atMs < oldestMs || index >= most)
    for (const { path } of gone) {
      await rm(`${path}${WHY}`, { force: true })
      await rm(path, { force: true })
    }
  }

  #folderOf(name: PartnerFolder): Promise<string> {
    return folderOf(this.#folder, name)
  }
}

type PartnerFolder = 'outbox' | 'inbox' | 'taken' | 'refused'

/** The folder of that name, which is there then. */
export async function folderOf(folder: string, name: PartnerFolder): Promise<string> {
  const path = join(folder, name)
  await mkdir(path, { recursive: true, mode: 0o700 })
  return path
}

/** Undefined when it is no JSON: the schema refuses it like anything else. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
