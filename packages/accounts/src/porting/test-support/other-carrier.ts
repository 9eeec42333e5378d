import { randomUUID } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type PortingMessage, portingMessage, type Said } from '../message.ts'

/** Another carrier that reads and writes the folder of a `FolderPartner`. */
export class OtherCarrier {
  readonly code = 'DEU.ANDERER'
  readonly #folder: string

  constructor(folder: string) {
    this.#folder = folder
  }

  /** What has been sent to it since it was asked last. */
  hears(): readonly PortingMessage[] {
    const folder = this.#folderOf('outbox')
    return readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .map((name) => {
        const message = portingMessage.parse(JSON.parse(readFileSync(join(folder, name), 'utf8')))
        rmSync(join(folder, name))
        return message
      })
  }

  /** Gives the message, so that it can be sent again. */
  says(says: Said, reference: string, to = 'DEU.KLINKE'): PortingMessage {
    const message = { id: randomUUID(), reference, from: this.code, to, says }
    this.writes(message)
    return message
  }

  writes(content: unknown, name: string = randomUUID()): void {
    writeFileSync(join(this.#folderOf('inbox'), `${name}.json`), typeof content === 'string' ? content : JSON.stringify(content))
  }

  /** Names of files that were put aside, and why. */
  refused(): readonly string[] {
    const folder = this.#folderOf('refused')
    return readdirSync(folder)
      .filter((name) => name.endsWith('.why.txt'))
      .map((name) => readFileSync(join(folder, name), 'utf8'))
  }

  #folderOf(name: string): string {
    const path = join(this.#folder, name)
    mkdirSync(path, { recursive: true })
    return path
  }
}
