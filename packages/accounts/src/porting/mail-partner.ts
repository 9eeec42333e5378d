import { rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type MailSender, type MailSource, type ReadMail, type ReceivedMail, readMail } from '@klinke/platform'
import { FolderPartner, folderOf } from './folder-partner.ts'
import type { PortingMessage, PortingPartner, Received } from './message.ts'

export interface MailPartnerParts {
  /** Where messages lie between mail and database. */
  readonly folder: string
  readonly mail: MailSender
  readonly source: MailSource
  /** The partner's address: messages go there, and only what comes from there is read. */
  readonly address: string
}

/**
 * Messages as attachments of mail, JSON each, for a partner without a shared folder. What comes in is written to the inbox of a `FolderPartner` before the mail
 * counts as taken, so that nothing is lost between the two; that it then comes twice does no harm. That a mail is from the partner is for the mail server to see to
 * (RFC 7489); of others, and without a message, it is put aside.
 */
export class MailPartner implements PortingPartner {
  readonly #parts: MailPartnerParts
  readonly #spool: FolderPartner

  constructor(parts: MailPartnerParts) {
    this.#parts = parts
    this.#spool = new FolderPartner(parts.folder)
  }

  async send(message: PortingMessage): Promise<void> {
    const { folder, mail, address } = this.#parts
    await this.#spool.send(message)
    const path = join(folder, 'outbox', `${message.id}.json`)
    await mail.send({
      to: address,
      subject: `WBCI ${message.says.kind} ${message.reference}`,
      text: `${message.from} → ${message.to}: ${message.says.kind} ${message.reference}\n`,
      messageId: `<${message.id}@${message.from.toLowerCase()}>`,
      automatic: true,
      attachment: { fileName: `${message.id}.json`, contentType: 'application/json', path },
    })
    await rm(path)
  }

  async receive(): Promise<readonly Received[]> {
    await this.#parts.source.receive((mail) => this.#take(mail))
    return this.#spool.receive()
  }

  async #take({ raw, isWhole }: ReceivedMail): Promise<void> {
    const mail = await readMail(raw)
    const why = refusal(mail, isWhole, this.#parts.address)
    if (mail === undefined || why !== undefined) return this.#refuse(raw, why ?? 'This is no mail.')
    const name = mail.key.replaceAll(/[^\w.-]+/g, '_').slice(0, 150)
    for (const [index, { content }] of messagesIn(mail).entries()) await this.#write('inbox', `${name}-${index}.json`, content)
  }

  async #refuse(raw: Uint8Array, why: string): Promise<void> {
    const key = (await readMail(raw))?.key ?? `${raw.length}`
    const name = key.replaceAll(/[^\w.-]+/g, '_').slice(0, 150)
    await this.#write('refused', `${name}.eml`, raw)
    await this.#write('refused', `${name}.eml.why.txt`, Buffer.from(`${why}\n`))
  }

  async #write(folder: 'inbox' | 'refused', name: string, content: Uint8Array): Promise<void> {
    const path = join(await folderOf(this.#parts.folder, folder), name)
    await writeFile(`${path}.part`, content, { mode: 0o600 })
    await rename(`${path}.part`, path)
  }
}

function refusal(mail: ReadMail | undefined, isWhole: boolean, address: string): string | undefined {
  if (mail === undefined) return 'This is no mail.'
  if (mail.from !== address.toLowerCase()) return `This mail is from ${mail.from || 'nobody'}, and messages come from ${address} only.`
  if (!isWhole) return 'This mail is too large for a message between carriers.'
  return messagesIn(mail).length === 0 ? 'This mail has no message: a JSON file as attachment.' : undefined
}

function messagesIn({ attachments }: ReadMail): ReadMail['attachments'] {
  return attachments.filter(({ name, mediaType }) => mediaType === 'application/json' || name.toLowerCase().endsWith('.json'))
}
