import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { PortingMessage, PortingPartner, Received } from './message.ts'

/**
 * Messages as JSON files, for a partner's system that reads and writes a folder: ours lie in `outbox`, theirs in `inbox`; what we have taken goes to `taken`, what
 * we cannot read to `refused`, with the reason beside it. A file is written under another name first, so that nobody reads half of it.
 */
export class FolderPartner implements PortingPartner {
  readonly #folder: string

  constructor(folder: string) {
    this.#folder = folder
  }

  async send(message: PortingMessage): Promise<void> {
    const folder = await this.#folderOf('outbox')
    const path = join(folder, `${message.id}.json`)
    await writeFile(`${path}.part`, `${JSON.stringify(message, undefined, 2)}\n`, { mode: 0o600 })
    await rename(`${path}.part`, path)
  }

  async receive(): Promise<readonly Received[]> {
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
      refused: async (why) => writeFile(`${await move('refused')}.why.txt`, `${why}\n`, { mode: 0o600 }),
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
