import { ImapFlow } from 'imapflow'
import { MAIL_HEAD_OCTETS, MAILS_AT_A_TIME, MAX_MAIL_OCTETS, type MailSource, type ReceivedMail, takeEach } from './mail-source.ts'

/** A mail server that does not answer must not hold up what waits for it. */
const TIMEOUT_MS = 20_000

/** A mailbox of an IMAP server (RFC 9051): mail that has not been seen is taken, and marked as seen. Each round is a connection of its own. */
export class ImapMailSource implements MailSource {
  readonly #url: URL

  /** `imaps://user:password@host/INBOX`; `imap:` begins in plain and changes to TLS where the server offers that. Password and user are percent-encoded. */
  constructor(url: string) {
    this.#url = new URL(url)
  }

  async receive(take: (mail: ReceivedMail) => Promise<void>): Promise<void> {
    const client = this.#client()
    // What fails after the connection is gone is told by the next command.
    client.on('error', () => undefined)
    await client.connect()
    try {
      const lock = await client.getMailboxLock(decodeURIComponent(this.#url.pathname.slice(1)) || 'INBOX')
      try {
        const unseen = (await client.search({ seen: false }, { uid: true })) || []
        await takeEach(unseen.slice(0, MAILS_AT_A_TIME), (uid) => takeOne(client, uid, take))
      } finally {
        lock.release()
      }
    } finally {
      await client.logout().catch(() => client.close())
    }
  }

  #client(): ImapFlow {
    const { hostname, port, username, password, protocol } = this.#url
    const secure = protocol === 'imaps:'
    return new ImapFlow({
      ...{ host: hostname.replaceAll(/^\[|\]$/g, ''), port: port === '' ? (secure ? 993 : 143) : Number(port), secure, logger: false },
      ...{ connectionTimeout: TIMEOUT_MS, greetingTimeout: TIMEOUT_MS, socketTimeout: TIMEOUT_MS },
      auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
    })
  }
}

async function takeOne(client: ImapFlow, uid: number, take: (mail: ReceivedMail) => Promise<void>): Promise<void> {
  const found = await client.fetchOne(String(uid), { size: true }, { uid: true })
  if (!found) return
  const isWhole = (found.size ?? 0) <= MAX_MAIL_OCTETS
  const source = isWhole ? true : { maxLength: MAIL_HEAD_OCTETS }
  const mail = await client.fetchOne(String(uid), { source }, { uid: true })
  if (!mail || mail.source === undefined) return
  await take({ raw: mail.source, isWhole })
  await client.messageFlagsAdd(String(uid), ['\\Seen'], { uid: true })
}
