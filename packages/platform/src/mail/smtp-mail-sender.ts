import { createTransport } from 'nodemailer'
import type { Mail, MailSender } from './mail-sender.ts'

/** A mail server that does not answer must not hold up what waits for it. */
const TIMEOUT_MS = 10_000

/** Sends mail over the server of an `smtp:` or `smtps:` URL, in the name of `from`. Each mail is a connection of its own. */
export function smtpMailSender(url: string, from: string): MailSender {
  const timeouts = { connectionTimeout: TIMEOUT_MS, greetingTimeout: TIMEOUT_MS, socketTimeout: TIMEOUT_MS }
  const transport = createTransport({ url, ...timeouts })
  return {
    send: async ({ to, subject, text, attachment, id, ...mail }) => {
      const messageId = mail.messageId ?? (id === undefined ? undefined : `<${id}@${domainOf(from)}>`)
      const attachments = attachment === undefined ? [] : [{ filename: attachment.fileName, ...attachment }]
      await transport.sendMail({ from, to, subject, text, attachments, ...threading({ ...mail, messageId }) })
    },
  }
}

/** Of `a@b` and of `Name <a@b>`. */
function domainOf(from: string): string {
  return /@([^@<>\s]+)>?\s*$/.exec(from)?.[1] ?? 'localhost'
}

interface Threading extends Pick<Mail, 'references' | 'replyTo' | 'automatic'> {
  readonly messageId: string | undefined
}

function threading({ messageId, references, replyTo, automatic }: Threading) {
  const nearest = references?.at(-1)
  return {
    ...(messageId !== undefined && { messageId }),
    ...(nearest !== undefined && { inReplyTo: nearest, references: [...(references ?? [])] }),
    ...(replyTo !== undefined && { replyTo }),
    ...(automatic === true && { headers: { 'Auto-Submitted': 'auto-generated' } }),
  }
}
