import { type FileHandle, mkdir, open, readdir, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { MAIL_HEAD_OCTETS, MAILS_AT_A_TIME, MAX_MAIL_OCTETS, type MailSource, type ReceivedMail, takeEach } from './mail-source.ts'

/** A Maildir, as mail servers deliver to: mail that has been taken goes from `new` to `cur`, flagged as seen. */
export class FolderMailSource implements MailSource {
  readonly #folder: string

  constructor(folder: string) {
    this.#folder = folder
  }

  async receive(take: (mail: ReceivedMail) => Promise<void>): Promise<void> {
    const [fresh, taken] = [join(this.#folder, 'new'), join(this.#folder, 'cur')]
    for (const folder of [fresh, taken, join(this.#folder, 'tmp')]) await mkdir(folder, { recursive: true })
    const names = (await readdir(fresh)).filter((name) => !name.startsWith('.')).toSorted()
    await takeEach(names.slice(0, MAILS_AT_A_TIME), async (name) => {
      await take(await readMailFile(join(fresh, name)))
      await rename(join(fresh, name), join(taken, `${name.split(':')[0] ?? name}:2,S`))
    })
  }
}

async function readMailFile(path: string): Promise<ReceivedMail> {
  await using file: FileHandle = await open(path)
  const { size } = await file.stat()
  const isWhole = size <= MAX_MAIL_OCTETS
  const raw = Buffer.alloc(isWhole ? size : MAIL_HEAD_OCTETS)
  await file.read(raw, 0, raw.length, 0)
  return { raw, isWhole }
}
