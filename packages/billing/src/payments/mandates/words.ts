import type { Text } from '@klinke/platform'

/** Within which the payer asks its bank for the money back: § 675x (4) BGB, and no product makes it less. */
export const REFUND_WEEKS = 8

/** What the payer agrees to, in the words of the scheme (EPC409-09), with the note on refunds (BIL-08). `weeks`: of `payments.refundNoteWeeks`. */
export function mandateWords(creditor: string, weeks: number = REFUND_WEEKS): Text {
  const [count, counted] = weeks === REFUND_WEEKS ? ['acht', 'eight'] : [weeks, weeks]
  return {
    de: `Ich ermächtige ${creditor}, Zahlungen von meinem Konto mittels Lastschrift einzuziehen. Zugleich weise ich mein Kreditinstitut an, die von ${creditor} auf mein Konto gezogenen Lastschriften einzulösen. Hinweis: Ich kann innerhalb von ${count} Wochen, beginnend mit dem Belastungsdatum, die Erstattung des belasteten Betrages verlangen. Es gelten dabei die mit meinem Kreditinstitut vereinbarten Bedingungen.`,
    en: `By signing this mandate form, I authorise ${creditor} to send instructions to my bank to debit my account, and my bank to debit my account in accordance with the instructions from ${creditor}. As part of my rights, I am entitled to a refund from my bank under the terms and conditions of my agreement with my bank. A refund must be claimed within ${counted} weeks starting from the date on which my account was debited.`,
  }
}
