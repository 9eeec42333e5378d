import type { Language, Mail, Text } from '@klinke/platform'
import { dayWords } from '../../contracts/charges/words.ts'
import type { Day } from '../../contracts/contract.ts'
import type { ProfileFile } from '../profile-file.ts'
import type { ChangedItem } from './changed-items.ts'

export interface PriceMailFacts {
  readonly file: Pick<ProfileFile, 'title'>
  readonly changed: readonly ChangedItem[]
  /** Calls cost otherwise, too. */
  readonly callsToo: boolean
  readonly holdsFrom: Day
  /** The customer may end the contract because of it (§ 57 (1) and (2) no. 2 TKG). */
  readonly mayEnd: boolean
  /** Of the customer's contract in the portal. */
  readonly link: string
}

const CALLS = { de: '- Gespräche: nach der neuen Preisliste', en: '- Calls: by the new price list' }

/** Of the day from which other prices hold. */
export const RIGHT_TO_END = {
  de: (day: string) =>
    `Sie können den Vertrag wegen dieser Änderung ohne Frist und ohne Kosten kündigen (§ 57 TKG), frühestens zu ihrem Beginn am ${day}. Die Kündigung muss innerhalb von drei Monaten nach Zugang dieser Mitteilung erklärt werden; dafür genügt eine Antwort auf diese E-Mail. Ist die Änderung ausschließlich zu Ihrem Vorteil, besteht dieses Recht nicht.`,
  en: (day: string) =>
    `You may end the contract because of this change, without notice and without cost (§ 57 TKG), no sooner than it begins to hold on ${day}. Say so within three months of receiving this; an answer to this mail is enough. There is no such right where the change is only to your advantage.`,
}

/** Tells a customer of new prices (BIL-07): each price and rule of charging as it was and as it will be, net, and from when. */
export function priceMail({ file, changed, callsToo, holdsFrom, mayEnd, link }: PriceMailFacts, to: string, language: Language): Mail {
  const day = dayWords(holdsFrom)[language]
  const lines = changed.map(({ title, before, after }) =>
    language === 'de'
      ? `- ${title.de}: bisher ${before.de}, künftig ${after.de}`
      : `- ${title.en}: ${before.en} so far, ${after.en} from then on`,
  )
  if (callsToo) lines.push(CALLS[language])
  return language === 'de'
    ? {
        ...{ to, subject: `Neue Preise ab ${day}: ${file.title.de}` },
        text: `Guten Tag,\n\nab ${day} gelten für Ihren Vertrag „${file.title.de}“ neue Preise. Sie verstehen sich netto, Leistungen monatlich je Einheit:\n\n${lines.join('\n')}\n${mayEnd ? `\n${RIGHT_TO_END.de(day)}\n` : ''}\nIhren Vertrag mit allen Terminen sehen Sie im Portal:\n${link}\n`,
      }
    : {
        ...{ to, subject: `New prices from ${day}: ${file.title.en}` },
        text: `Hello,\n\nfrom ${day} on, new prices hold for your contract “${file.title.en}”. They are net; items are per month and unit:\n\n${lines.join('\n')}\n${mayEnd ? `\n${RIGHT_TO_END.en(day)}\n` : ''}\nYour contract with all its dates is in the portal:\n${link}\n`,
      }
}

/** Tells a customer that prices of which it was told do not come. `still`: first days of other ones of which it was told, and that do come. */
export function withdrawalMail(
  { file, holdsFrom, link, still }: Pick<PriceMailFacts, 'file' | 'holdsFrom' | 'link'> & { readonly still: readonly Day[] },
  to: string,
  language: Language,
): Mail {
  const day = dayWords(holdsFrom)[language]
  return language === 'de'
    ? {
        ...{ to, subject: `Die neuen Preise ab ${day} entfallen: ${file.title.de}` },
        text: `Guten Tag,\n\nwir haben Ihnen für Ihren Vertrag „${file.title.de}“ neue Preise ab ${day} angekündigt. Diese Änderung nehmen wir zurück; sie kommt nicht.${stillComing(still).de}\n\nIhren Vertrag sehen Sie im Portal:\n${link}\n`,
      }
    : {
        ...{ to, subject: `The new prices from ${day} do not come: ${file.title.en}` },
        text: `Hello,\n\nwe told you of new prices for your contract “${file.title.en}” from ${day} on. We take this change back; it does not come.${stillComing(still).en}\n\nYour contract is in the portal:\n${link}\n`,
      }
}

/** Of changes that were announced apart from the one that is taken back: a sentence for each, with a space before it. */
export function stillComing(days: readonly Day[]): Text {
  const said = days.map(dayWords)
  return {
    de: said.map(({ de }) => ` Die neuen Preise ab ${de}, die wir Ihnen außerdem angekündigt haben, kommen.`).join(''),
    en: said.map(({ en }) => ` The new prices from ${en} on, of which we told you, too, do come.`).join(''),
  }
}
