import { randomUUID } from 'node:crypto'
import { mkdir, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { errorCode, removeTenantFolder, tenantFolders } from '@klinke/platform'
import { z } from 'zod'
import { completeWav } from '../storage/complete-wav.ts'
import { NOTE, readNotes, writeNote } from '../storage/notes.ts'

const WAV = '.wav'

/** A sound that is written now, on this disk: its name in the database, its path for the media engine. */
export interface Sound {
  readonly tenantId: string
  readonly name: string
  readonly path: string
}

const messageNote = z.object({
  ...{ id: z.string(), mailboxId: z.string(), tenantId: z.string(), sound: z.string() },
  ...{ callerNumber: z.string(), callerName: z.string().optional(), receivedAtMs: z.number() },
  /** Absent while the caller speaks, or when the exchange was stopped meanwhile. */
  durationMs: z.number().optional(),
})

/** What is known of a message before it is in the archive; written beside its sound. */
export type MessageNote = Readonly<z.infer<typeof messageNote>>

/** Where sounds of mailboxes are written, and messages wait for the archive. */
export interface Spool {
  /** A place for a sound that is to be written now. Rejects when the disk refuses. */
  create(tenantId: string): Promise<Sound>
  /** The place of a sound with that name. */
  sound(of: { readonly tenantId: string; readonly sound: string }): Sound
  /** Octets of a sound; undefined when it is not there. */
  octets(sound: Sound): Promise<number | undefined>
  /** Writes the length into a sound that a crash has left open; gives the duration in milliseconds. */
  complete(sound: Sound): Promise<number>
  /** Nothing happens when it is gone already. */
  remove(sound: Sound): Promise<void>
  /** Rejects when the disk refuses. */
  note(message: MessageNote): Promise<void>
  forget(message: MessageNote): Promise<void>
  /** All messages that are noted. What cannot be read is told to `unreadable` and stays. */
  notes(unreadable: (file: string) => void): Promise<readonly MessageNote[]>
}

/** Below one folder, a folder per tenant. */
export class FolderSpool implements Spool {
  readonly #folder: string

  constructor(folder: string) {
    this.#folder = folder
  }

  async create(tenantId: string): Promise<Sound> {
    await mkdir(join(this.#folder, tenantId), { recursive: true, mode: 0o700 })
    return this.sound({ tenantId, sound: `${randomUUID()}${WAV}` })
  }

  sound({ tenantId, sound }: { readonly tenantId: string; readonly sound: string }): Sound {
    return { tenantId, name: sound, path: join(this.#folder, tenantId, sound) }
  }

  async octets({ path }: Sound): Promise<number | undefined> {
    try {
      return (await stat(path)).size
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return undefined
      throw error
    }
  }

  async complete(sound: Sound): Promise<number> {
    return completeWav(sound.path, (await this.octets(sound)) ?? 0)
  }

  async remove({ path }: Sound): Promise<void> {
    await rm(path, { force: true })
  }

  async note(message: MessageNote): Promise<void> {
    await writeNote(this.#notePath(message), message)
  }

  async forget(message: MessageNote): Promise<void> {
    await rm(this.#notePath(message), { force: true })
  }

  async notes(unreadable: (file: string) => void): Promise<readonly MessageNote[]> {
    const parse = (content: unknown): MessageNote | undefined => messageNote.safeParse(content).data
    const folders = (await this.tenants()).map((tenantId) => join(this.#folder, tenantId))
    return (await Promise.all(folders.map((folder) => readNotes(folder, parse, unreadable)))).flat()
  }

  /** Sounds of a tenant that no note names, with the time of their last octet. */
  async unnoted(tenantId: string): Promise<readonly (readonly [sound: Sound, writtenAtMs: number])[]> {
    const names = await readdir(join(this.#folder, tenantId)).catch(() => [])
    const noted = new Set(names.filter((name) => name.endsWith(NOTE)))
    const found: (readonly [Sound, number])[] = []
    for (const name of names.filter((each) => each.endsWith(WAV) && !noted.has(`${each}${NOTE}`))) {
      const sound = this.sound({ tenantId, sound: name })
      // One that has gone in between is somebody's who knows it.
      const { mtimeMs } = await stat(sound.path).catch(() => ({ mtimeMs: undefined }))
      if (mtimeMs !== undefined) found.push([sound, mtimeMs])
    }
    return found
  }

  /** Tenants that have something here. */
  tenants(): Promise<readonly string[]> {
    return tenantFolders(this.#folder)
  }

  /** Removes all that a tenant has here who is no more. */
  removeTenant(tenantId: string): Promise<void> {
    return removeTenantFolder(this.#folder, tenantId)
  }

  #notePath({ tenantId, sound }: MessageNote): string {
    return join(this.#folder, tenantId, `${sound}${NOTE}`)
  }
}

/** That of the installation with that folder. */
export function mailboxSpool(dataDir: string): FolderSpool {
  return new FolderSpool(join(dataDir, 'voicemail'))
}
