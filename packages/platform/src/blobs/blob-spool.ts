import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'

/** What a store elsewhere has not been told yet. */
export interface BlobTask {
  readonly key: string
  readonly what: 'upload' | 'remove'
  /** After the upload the file stays on this disk, because calls play it. */
  readonly keep: boolean
}

const blobTask = z.object({ key: z.string(), what: z.enum(['upload', 'remove']), keep: z.boolean() })

/** Tasks on the disk, one per key, so that a restart forgets none. */
export class BlobSpool {
  readonly #folder: string

  constructor(folder: string) {
    this.#folder = folder
  }

  /** In place of what was to be done with that key before. */
  async add(task: BlobTask): Promise<void> {
    await mkdir(this.#folder, { recursive: true, mode: 0o700 })
    const path = this.#path(task.key)
    {
      await using file = await open(`${path}.part`, 'w', 0o600)
      await file.writeFile(JSON.stringify(task))
      await file.sync()
    }
    await rename(`${path}.part`, path)
  }

  async done({ key }: BlobTask): Promise<void> {
    await rm(this.#path(key), { force: true })
  }

  /** In no order. What a crash has left half written is not there: the one who asked was not answered. */
  async list(): Promise<readonly BlobTask[]> {
    const names = await readdir(this.#folder).catch(() => [])
    const tasks: BlobTask[] = []
    for (const name of names.filter((each) => each.endsWith('.json'))) {
      const content: unknown = JSON.parse(await readFile(join(this.#folder, name), 'utf8'))
      tasks.push(blobTask.parse(content))
    }
    return tasks
  }

  #path(key: string): string {
    return join(this.#folder, `${encodeURIComponent(key)}.json`)
  }
}
