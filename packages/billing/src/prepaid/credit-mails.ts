import type { Language, Text } from '@klinke/platform'
import type { Currency, Micros } from '@klinke/rating'
import { dayWords, moneyWords } from '../contracts/charges/words.ts'
import { bankDay } from '../payments/day.ts'

export interface CreditMail {
  readonly subject: string
  readonly text: string
}

/** The balance went below what the customer has set (BIL-09). */
export function lowMail(
  { balance, warnBelow, currency }: { readonly balance: Micros; readonly warnBelow: Micros; readonly currency: Currency },
  language: Language,
  portalUrl: string,
): CreditMail {
  const [left, limit] = [moneyWords(balance, currency), moneyWords(warnBelow, currency)]
  return mail(language, portalUrl, {
    subject: { de: `Ihr Guthaben geht zur Neige: ${left.de}`, en: `Your credit is running out: ${left.en}` },
    text: {
      de: `Ihr Guthaben beträgt noch ${left.de} und liegt damit unter ${limit.de}. Ist es aufgebraucht, gehen keine kostenpflichtigen Anrufe mehr hinaus. 110 und 112 gehen immer.`,
      en: `Your credit is down to ${left.en}, which is below ${limit.en}. Once it is used up, calls that cost something do not leave any more. 110 and 112 always work.`,
    },
  })
}

/** More is owed than the balance covers: the reminder before any lock (FRD-03). `lockOn`: when calls out will be locked; undefined: never. */
export function owingMail(
  { missing, lockOn, currency }: { readonly missing: Micros; readonly lockOn: Date | undefined; readonly currency: Currency },
  language: Language,
  portalUrl: string,
): CreditMail {
  const money = moneyWords(missing, currency)
  const day = lockOn && dayWords(bankDay(lockOn.getTime()))
  const lock = {
    de: day === undefined ? '' : ` Ohne Zahlung werden abgehende Anrufe ab dem ${day.de} gesperrt; 110 und 112 bleiben erreichbar.`,
    en: day === undefined ? '' : ` Without a payment outgoing calls are locked from ${day.en} on; 110 and 112 can still be reached.`,
  }
  return mail(language, portalUrl, {
    subject: { de: `Ihr Guthaben reicht nicht: ${money.de} offen`, en: `Your credit does not suffice: ${money.en} open` },
    text: {
      de: `Ihr Guthaben deckt nicht, was Sie schulden: Es fehlen ${money.de}. Bitte laden Sie auf.${lock.de}`,
      en: `Your credit does not cover what you owe: ${money.en} are missing. Please top up.${lock.en}`,
    },
  })
}

/** Why calls are locked: one sentence for mails in either language. */
export function lockReason(missing: Micros, currency: Currency): string {
  const { de, en } = moneyWords(-missing, currency)
  return `Guthaben ${de} / credit ${en}`.replaceAll('-', '−')
}

function mail(language: Language, portalUrl: string, { subject, text }: { readonly subject: Text; readonly text: Text }): CreditMail {
  const [hello, link] = language === 'de' ? ['Guten Tag,', 'Ihr Guthaben'] : ['Hello,', 'Your credit']
  return { subject: subject[language], text: `${hello}\n\n${text[language]}\n\n${link}: ${portalUrl}/credit\n` }
}
