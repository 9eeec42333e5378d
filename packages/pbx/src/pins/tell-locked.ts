import type { Extension } from '@klinke/accounts'
import type { PbxSnapshot } from '../snapshot.ts'
import type { PinParts } from './extension-pins.ts'
import { LOCK_MINUTES } from './pin-lock.ts'

/** Tells the owner of an extension by mail, at the address of its mailbox, that somebody has tried too many PINs. Never rejects. */
export async function tellLocked(tenant: PbxSnapshot, extension: Extension, caller: string, { mail, logger }: PinParts): Promise<void> {
  const to = tenant.voicemail.ofExtension.get(extension.id)?.settings.mailTo ?? null
  if (mail === undefined || to === null) return
  try {
    await mail.send({ to, ...textFor(tenant, extension.number, caller) })
  } catch (error) {
    const reason = error instanceof Error ? error : new Error(String(error))
    logger.warn('a mail about wrong PINs was not taken', { tenant: tenant.id, extension: extension.number, error: reason })
  }
}

function textFor({ profile }: PbxSnapshot, number: string, caller: string): { readonly subject: string; readonly text: string } {
  return profile.language === 'en'
    ? {
        subject: `Your extension ${number} is locked`,
        text: `Somebody at ${caller} has entered five wrong PINs. Nobody can log in with your extension for ${LOCK_MINUTES} minutes.\n`,
      }
    : {
        subject: `Ihre Nebenstelle ${number} ist gesperrt`,
        text: `Jemand hat an ${caller} fünfmal eine falsche PIN eingegeben. Mit Ihrer Nebenstelle kann sich ${LOCK_MINUTES} Minuten lang niemand anmelden.\n`,
      }
}
