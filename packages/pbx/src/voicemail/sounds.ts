import { randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { removeTenantFolder, tenantFolders } from '@klinke/platform'

/** A sound file of a tenant: its name in the database, its path for the media engine. */
export interface Sound {
  readonly name: string
  readonly path: string
}

/** Sound files of mailboxes below one folder, a folder per tenant. The database knows which are in use. */
export class Sounds {
  readonly #folder: string

  constructor(folder: string) {
    this.#folder = folder
  }

  /** A name for a file that is to be written now. */
  async create(tenantId: string): Promise<Sound> {
    await mkdir(join(this.#folder, tenantId), { recursive: true, mode: 0o700 })
    const name = `${randomUUID()}.wav`
    return { name, path: this.path(tenantId, name) }
  }

  path(tenantId: string, name: string): string {
    return join(this.#folder, tenantId, name)
  }

  /** Octets of a file; 0 when it is not there. */
  async size({ path }: Sound): Promise<number> {
    try {
      return (await stat(path)).size
    } catch {
      return 0
    }
  }

  /** Undefined when the file is gone. */
  async read(tenantId: string, name: string): Promise<Buffer | undefined> {
    try {
      return await readFile(this.path(tenantId, name))
    } catch {
      return undefined
    }
  }

  /** Stores a whole file; half of one is never seen under its name. */
  async write(tenantId: string, content: Uint8Array): Promise<Sound> {
    const sound = await this.create(tenantId)
    await writeFile(`${sound.path}.part`, content)
    await rename(`${sound.path}.part`, sound.path)
    return sound
  }

  /** Nothing happens when it is gone already. */
  async remove(tenantId: string, name: string): Promise<void> {
    await rm(this.path(tenantId, name), { force: true })
  }

  /** Names of a tenant's files that were last written before `beforeMs`. */
  async olderThan(tenantId: string, beforeMs: number): Promise<readonly string[]> {
    const old: string[] = []
    for (const name of await this.#names(tenantId)) {
      // One that went in between is not old.
      const { mtimeMs } = await stat(this.path(tenantId, name)).catch(() => ({ mtimeMs: Number.POSITIVE_INFINITY }))
      if (mtimeMs < beforeMs) old.push(name)
    }
    return old
  }

  /** Tenants that have files. */
  tenants(): Promise<readonly string[]> {
    return tenantFolders(this.#folder)
  }

  /** Removes all files of a tenant that is no more. */
  removeTenant(tenantId: string): Promise<void> {
    return removeTenantFolder(this.#folder, tenantId)
  }

  async #names(tenantId: string): Promise<readonly string[]> {
    try {
      return await readdir(join(this.#folder, tenantId))
    } catch {
      return []
    }
  }
}

/** Those of the installation with that folder. */
export function mailboxSounds(dataDir: string): Sounds {
  return new Sounds(join(dataDir, 'voicemail'))
}
