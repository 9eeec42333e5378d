import type { Language } from '../i18n/language.ts'
import type { Mail } from '../mail/mail-sender.ts'

export interface Addressee {
  readonly email: string
  readonly name: string
  readonly language: Language
}

/** In one line: nobody writes lines of his own into our mails by what he is called. */
function called(name: string): string {
  return name.replaceAll(/\s+/g, ' ')
}

/** The token stands behind the `#`, which browsers keep to themselves: it is in no log of a server or proxy. */
export function invitationMail({ email, name, language }: Addressee, publicUrl: string, token: string): Mail {
  const link = `${publicUrl}/invitation#${token}`
  return language === 'de'
    ? {
        to: email,
        subject: 'Ihr Zugang zur Telefonanlage',
        text: `Guten Tag ${called(name)},\n\nfür Sie ist ein Zugang zur Telefonanlage eingerichtet. Ihr Kennwort legen Sie innerhalb von sieben Tagen hier fest:\n\n${link}\n`,
      }
    : {
        to: email,
        subject: 'Your access to the telephone system',
        text: `Hello ${called(name)},\n\nyou have been given access to the telephone system. Choose your password within seven days here:\n\n${link}\n`,
      }
}

export function resetMail({ email, name, language }: Addressee, publicUrl: string, token: string): Mail {
  const link = `${publicUrl}/reset-password#${token}`
  return language === 'de'
    ? {
        to: email,
        subject: 'Neues Kennwort für die Telefonanlage',
        text: `Guten Tag ${called(name)},\n\nhier legen Sie innerhalb einer Stunde ein neues Kennwort fest:\n\n${link}\n\nHaben Sie das nicht angefordert, ist nichts zu tun: Ihr Kennwort bleibt, wie es ist.\n`,
      }
    : {
        to: email,
        subject: 'New password for the telephone system',
        text: `Hello ${called(name)},\n\nchoose a new password within one hour here:\n\n${link}\n\nIf you have not asked for it, there is nothing to do: your password stays as it is.\n`,
      }
}
