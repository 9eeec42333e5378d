import type { Language, Mail } from '@klinke/platform'
import type { StoredMandate } from '../mandates/store.ts'
import type { ItemBalance } from '../open-items/store.ts'
import { veiledIban } from '../sepa/account.ts'
import { decimalOf } from '../sepa/cents.ts'
import type { Creditor } from '../sepa/direct-debit-file.ts'
import type { NextDebit } from './next-debit.ts'

export interface AnnouncedDebit {
  readonly item: Pick<ItemBalance, 'number'>
  readonly mandate: Pick<StoredMandate, 'reference' | 'iban'>
  readonly next: Pick<NextDebit, 'amountMicros' | 'dueOn' | 'attempt'>
  readonly creditor: Pick<Creditor, 'name' | 'creditorId'>
  readonly portalUrl: string
}

/** Tells the payer of a debit before it comes (BIL-08): how much, when, by which mandate and to whom. */
export function announcementMail(debit: AnnouncedDebit, to: string, language: Language): Mail {
  const { item, creditor, portalUrl } = debit
  const link = `${portalUrl}/direct-debit`
  return language === 'de'
    ? {
        to,
        subject: `Ankündigung: Lastschrift zu ${item.number}`,
        text: `${announcementText(debit, 'de')}\n\nIhr Mandat: ${link}\n\n${creditor.name}\n`,
      }
    : {
        to,
        subject: `Announcement: direct debit for ${item.number}`,
        text: `${announcementText(debit, 'en')}\n\nYour mandate: ${link}\n\n${creditor.name}\n`,
      }
}

/** The same in one paragraph, as it stands on invoices. */
export function announcementText({ item, mandate, next, creditor }: Omit<AnnouncedDebit, 'portalUrl'>, language: Language): string {
  const { reference, iban } = mandate
  const [euros, account] = [decimalOf(next.amountMicros), veiledIban(iban)]
  if (language === 'en') {
    const again = next.attempt > 1 ? ' again' : ''
    return `For ${item.number} we collect${again} EUR ${euros} on ${next.dueOn} from the account ${account}, by the SEPA mandate ${reference}; our creditor id is ${creditor.creditorId}.`
  }
  const [wieder, betrag] = [next.attempt > 1 ? ' erneut' : '', euros.replace('.', ',')]
  const tag = next.dueOn.split('-').toReversed().join('.')
  return `Zu ${item.number} ziehen wir am ${tag}${wieder} ${betrag} EUR vom Konto ${account} ein, nach dem SEPA-Mandat ${reference}; unsere Gläubiger-ID ist ${creditor.creditorId}.`
}
