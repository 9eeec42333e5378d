import type { Language, Mail, Text } from '@klinke/platform'
import { RIGHT_TO_END, stillComing } from '../../catalogue/price-changes/mail.ts'
import { dayWords } from '../../contracts/charges/words.ts'
import type { Day } from '../../contracts/contract.ts'

/** What customers of a tariff are told of a version of it. */
export interface TariffNews {
  readonly tariffName: string
  readonly validFrom: Day
  readonly changes: readonly Text[]
  /** The customer may end the contract because of it (§ 57 (1) and (2) no. 2 TKG). */
  readonly mayEnd: boolean
}

/** Tells a customer of new prices of calls (BIL-07): each as it was and as it will be, and from when. */
export function tariffMail({ tariffName, validFrom, changes, mayEnd }: TariffNews, to: string, language: Language): Mail {
  const day = dayWords(validFrom)[language]
  const lines = changes.map((change) => `- ${change[language]}`).join('\n')
  return language === 'de'
    ? {
        ...{ to, subject: `Neue Gesprächspreise ab ${day}: ${tariffName}` },
        text: `Guten Tag,\n\nab ${day} gelten für Ihre Gespräche nach dem Tarif „${tariffName}“ neue Preise. Sie verstehen sich netto:\n\n${lines}\n${mayEnd ? `\n${RIGHT_TO_END.de(day)}\n` : ''}`,
      }
    : {
        ...{ to, subject: `New prices of calls from ${day}: ${tariffName}` },
        text: `Hello,\n\nfrom ${day} on, new prices hold for your calls by the tariff “${tariffName}”. They are net:\n\n${lines}\n${mayEnd ? `\n${RIGHT_TO_END.en(day)}\n` : ''}`,
      }
}

/** Tells a customer that prices of which it was told do not come. `still`: first days of other ones of which it was told, and that do come. */
export function tariffWithdrawalMail(
  { tariffName, validFrom, still }: Omit<TariffNews, 'changes' | 'mayEnd'> & { readonly still: readonly Day[] },
  to: string,
  language: Language,
): Mail {
  const day = dayWords(validFrom)[language]
  return language === 'de'
    ? {
        ...{ to, subject: `Die neuen Gesprächspreise ab ${day} entfallen: ${tariffName}` },
        text: `Guten Tag,\n\nwir haben Ihnen für Ihre Gespräche nach dem Tarif „${tariffName}“ neue Preise ab ${day} angekündigt. Diese Änderung nehmen wir zurück; sie kommt nicht.${stillComing(still).de}\n`,
      }
    : {
        ...{ to, subject: `The new prices of calls from ${day} do not come: ${tariffName}` },
        text: `Hello,\n\nwe told you of new prices for your calls by the tariff “${tariffName}” from ${day} on. We take this change back; it does not come.${stillComing(still).en}\n`,
      }
}
