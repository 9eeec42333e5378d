import { formatsOf } from '../documents/formats.ts'
import { documentTexts } from '../documents/texts.ts'
import type { StoredInvoice } from '../invoice-store.ts'

/** What a mail says about an invoice, or about one that is not paid. */
export interface MailText {
  readonly subject: string
  readonly text: string
}

/** The mail that brings an invoice or a credit note. `postponed`: that its debit comes later than it says. */
export function invoiceMail({ content, number, dueOn }: StoredInvoice, portalUrl: string, postponed?: string): MailText {
  const { language, issuer, totals, currency, period, kind, objectionWeeks, debit, prepaid = 0n } = content
  const { money, month, day } = formatsOf(language)
  const isInvoice = kind === 'invoice'
  const late = postponed === undefined ? [] : [postponed]
  const sum = money(totals.gross - prepaid, currency)
  const isPaid = isInvoice && prepaid > 0n && prepaid === totals.gross
  if (language === 'de') {
    const subject = `${isInvoice ? 'Rechnung' : 'Rechnungskorrektur'} ${number} für ${month(period.from)}`
    const pay = isInvoice && dueOn !== null ? `Bitte zahlen Sie ${sum} bis ${day(dueOn)}.` : `Ihr Guthaben daraus: ${sum}.`
    const due = debit?.text.de ?? (isPaid ? documentTexts.de.paidFromCredit : pay)
    const objection = `Einwendungen sind innerhalb von ${objectionWeeks} Wochen nach Zugang in Textform möglich, auch im Portal.`
    return {
      subject,
      text: ['Guten Tag,', `anbei ${subject}.`, due, ...late, objection, `Alle Rechnungen: ${portalUrl}/invoices`, issuer.name].join(
        '\n\n',
      ),
    }
  }
  const subject = `${isInvoice ? 'Invoice' : 'Credit note'} ${number} for ${month(period.from)}`
  const pay = isInvoice && dueOn !== null ? `Please pay ${sum} by ${day(dueOn)}.` : `Credited to you: ${sum}.`
  const due = debit?.text.en ?? (isPaid ? documentTexts.en.paidFromCredit : pay)
  const objection = `Objections are possible within ${objectionWeeks} weeks of receipt in text form, also in the portal.`
  return {
    subject,
    text: ['Hello,', `attached is ${subject}.`, due, ...late, objection, `All invoices: ${portalUrl}/invoices`, issuer.name].join('\n\n'),
  }
}

/** The mail of a level of dunning. */
export function dunningMail(
  { content, number, dueOn, paid, credited }: StoredInvoice,
  { level, fees, payUntil }: { readonly level: number; readonly fees: bigint; readonly payUntil: string },
): MailText {
  const { language, currency, totals, issuer } = content
  const { money, day } = formatsOf(language)
  const open = money(totals.gross - paid - credited, currency)
  const all = money(totals.gross - paid - credited + fees, currency)
  const due = dueOn === null ? '' : day(dueOn)
  if (language === 'de') {
    const subject = level === 1 ? `Zahlungserinnerung zur Rechnung ${number}` : `${level - 1}. Mahnung zur Rechnung ${number}`
    const text = [
      'Guten Tag,',
      `die Rechnung ${number} war am ${due} fällig. Offen sind ${open}${fees > 0n ? `, dazu Mahngebühren von ${money(fees, currency)}` : ''}.`,
      `Bitte zahlen Sie ${all} bis ${day(payUntil)}. Hat sich das mit Ihrer Zahlung überschnitten, ist nichts weiter zu tun.`,
      issuer.name,
    ]
    return { subject, text: text.join('\n\n') }
  }
  const subject = level === 1 ? `Reminder of invoice ${number}` : `Reminder ${level} of invoice ${number}`
  const text = [
    'Hello,',
    `invoice ${number} was due on ${due}. ${open} is open${fees > 0n ? `, and fees of ${money(fees, currency)}` : ''}.`,
    `Please pay ${all} by ${day(payUntil)}. If your payment is on its way, nothing more is to be done.`,
    issuer.name,
  ]
  return { subject, text: text.join('\n\n') }
}
