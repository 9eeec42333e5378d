import { rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Clock, Logger } from '@klinke/foundation'
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
  readonly clock: Pick<Clock, 'epochMs'>
  readonly logger: Logger
}

/** A message between carriers has some thousand octets. */
const MAX_MESSAGE_OCTETS = 256 * 1024

/**
 * Messages as attachments of mail, JSON each, for a partner without a shared folder. What comes in is written to the inbox of a `FolderPartner` before the mail
 * counts as taken, so that nothing is lost between the two; that it then comes twice does no harm. That a mail is from the partner is for the mail server to see to
 * (RFC 7489); a mail of it that is none of these is put aside, its beginning at least. Of mail of others nothing is kept but a line in the log: anybody may write to
 * the address.
 */
export class MailPartner implements PortingPartner {
  readonly #parts: MailPartnerParts
  readonly #spool: FolderPartner

  constructor(parts: MailPartnerParts) {
    this.#parts = parts
    this.#spool = new FolderPartner(parts.folder, parts.clock)
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
    const { address, logger } = this.#parts
    const mail = await readMail(raw)
    if (mail === undefined || mail.from !== address.toLowerCase())
      return logger.info('mail of others in the mailbox of portings was passed over', {
        from: mail?.from.slice(0, 254) ?? '',
        octets: raw.length,
      })
    const why = refusal(mail, isWhole)
    if (why !== undefined) return this.#spool.putAside(`${mail.key}.eml`, raw.subarray(0, MAX_MESSAGE_OCTETS), why)
    for (const [index, { content }] of messagesIn(mail).entries()) await this.#write(`${mail.key}-${index}.json`, content)
  }

  async #write(name: string, content: Uint8Array): Promise<void> {
    const path = join(await folderOf(this.#parts.folder, 'inbox'), name)
    await writeFile(`${path}.part`, content, { mode: 0o600 })
    await rename(`${path}.part`, path)
  }
}

function refusal(mail: ReadMail, isWhole: boolean): string | undefined {
  const messages = messagesIn(mail)
  if (!isWhole || messages.some(({ content }) => content.length > MAX_MESSAGE_OCTETS))
    return 'This mail is too large for a message between carriers.'
  return messages.length === 0 ? 'This mail has no message: a JSON file as attachment.' : undefined
}

function messagesIn({ attachments }: ReadMail): ReadMail['attachments'] {
  return attachments.filter(({ name, mediaType }) => mediaType === 'application/json' || name.toLowerCase().endsWith('.json'))
}
