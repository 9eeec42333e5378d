import type { Logger } from '@klinke/foundation'
import type { Mail, MailSender } from '@klinke/platform'
import { LOCK_MINUTES } from '../pins/pin-lock.ts'
import type { PbxSnapshot } from '../snapshot.ts'
import type { Mailbox, Message } from './mailbox.ts'

/** Tells the owner of a mailbox what happens in it. Never rejects. */
export interface MailboxOwner {
  /** True when the message is with the owner and need not be kept (VM-03: delete after mailing). */
  messageLeft(box: Mailbox, message: Message, path: string, tenant: PbxSnapshot): Promise<boolean>
  /** Somebody has tried too many PINs. */
  locked(box: Mailbox, callerNumber: string): Promise<void>
}

/** Tells owners by mail; without a sender, or for a box without an address, nobody is told and the message stays. */
export function mailingOwner(sender: MailSender | undefined, logger: Logger): MailboxOwner {
  const send = async (box: Mailbox, mail: Omit<Mail, 'to'>): Promise<boolean> => {
    const to = box.settings.mailTo
    if (sender === undefined || to === null) return false
    try {
      await sender.send({ ...mail, to })
      return true
    } catch (error) {
      logger.warn('a mail of a mailbox was not taken', {
        mailbox: box.id,
        error: error instanceof Error ? error : new Error(String(error)),
      })
      return false
    }
  }
  return {
    messageLeft: async (box, message, path, tenant) => {
      const who = message.callerName === undefined ? message.callerNumber : `${message.callerName} (${message.callerNumber})`
      const seconds = Math.round(message.durationMs / 1000)
      const sent = await send(box, {
        ...messageText(box, who, moment(message.receivedAtMs, tenant, box), seconds),
        attachment: { fileName: `${message.callerNumber.replace(/\W/g, '')}.wav`, contentType: 'audio/wav', path },
      })
      return sent && box.settings.deleteAfterMail
    },
    locked: async (box, callerNumber) => {
      await send(box, lockText(box, callerNumber))
    },
  }
}

function messageText({ settings }: Mailbox, who: string, when: string, seconds: number): Pick<Mail, 'subject' | 'text'> {
  return settings.language === 'de'
    ? { subject: `Neue Sprachnachricht von ${who}`, text: `${who} hat am ${when} eine Nachricht von ${seconds} Sekunden hinterlassen.\n` }
    : { subject: `New voice message from ${who}`, text: `${who} left a message of ${seconds} seconds on ${when}.\n` }
}

function lockText({ settings }: Mailbox, caller: string): Pick<Mail, 'subject' | 'text'> {
  return settings.language === 'de'
    ? {
        subject: 'Ihre Mailbox ist gesperrt',
        text: `Jemand hat unter ${caller} fünfmal eine falsche PIN eingegeben. Ihre Mailbox ist für ${LOCK_MINUTES} Minuten gesperrt.\n`,
      }
    : {
        subject: 'Your mailbox is locked',
        text: `Somebody at ${caller} has entered five wrong PINs. Your mailbox is locked for ${LOCK_MINUTES} minutes.\n`,
      }
}

function moment(atMs: number, { profile }: PbxSnapshot, { settings }: Mailbox): string {
  const timeZone = profile.timeZone ?? 'Europe/Berlin'
  const locale = settings.language === 'de' ? 'de-DE' : 'en-GB'
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', timeZone }).format(atMs)
}
