import type { Language, Mail, Text } from '@klinke/platform'
import { dayWords, moneyWords } from '../contracts/charges/words.ts'
import type { Day } from '../contracts/contract.ts'
import type { MailKind } from './mail-kinds.ts'
import type { OrderKind } from './order.ts'
import type { OrderPrice } from './order-price.ts'

export interface OrderMailFacts {
  readonly number: string
  readonly kind: OrderKind
  readonly product: Text
  readonly wish: Day
  readonly price: OrderPrice | undefined
  /** Why it was refused or cancelled. */
  readonly reason: string
  /** Last day of the contract, where notice was given or it has ended. */
  readonly until: Day | undefined
  /** First day of the contract. */
  readonly begins: Day | undefined
  /** What was left out, with the reason. */
  readonly skipped: readonly { readonly title: Text; readonly reason: string }[]
  /** `old → new`, of a site that has moved into another Ortsnetz; `–`: there was no new one. */
  readonly renumbered: readonly string[]
  /** What keeps it from being set up. */
  readonly trouble: Text | undefined
  readonly link: string
}

type Words = Readonly<Record<Language, (facts: OrderMailFacts) => { readonly subject: string; readonly text: string }>>

const because = (reason: string, words: string): string => (reason === '' ? '' : `\n\n${words}: ${reason}`)
const on = (day: Day | undefined, language: Language): string => (day === undefined ? '' : dayWords(day)[language])

const INVITED: Text = {
  de: ' Ihr Zugang kommt mit einer eigenen Einladung: Über ihren Link wählen Sie Ihr Passwort selbst. Passwörter verschicken wir nicht.',
  en: ' Your login comes with an invitation of its own: by its link you choose your password. We send no passwords.',
}

function numberChange(renumbered: readonly string[], language: Language): string {
  if (renumbered.length === 0) return ''
  const lines = renumbered.map((pair) => `\n- ${pair}`).join('')
  return language === 'de'
    ? `\n\nIhr Standort hat neue Rufnummern; die alten ruhen, Anrufe erreichen sie nicht mehr:${lines}`
    : `\n\nYour site has new numbers; the old ones rest, and no call reaches them any more:${lines}`
}

function leftOut(skipped: OrderMailFacts['skipped'], language: Language): string {
  if (skipped.length === 0) return ''
  const lines = skipped.map(({ title, reason }) => `\n- ${title[language]}: ${reason}`).join('')
  return language === 'de' ? `\n\nNicht eingerichtet ist:${lines}` : `\n\nNot set up is:${lines}`
}

function priceText(price: OrderPrice | undefined, language: Language): string {
  if (price === undefined) return ''
  const [monthly, once] = [price.monthlySum, price.onceSum].map((micros) => moneyWords(micros, price.currency)[language])
  return language === 'de'
    ? `\n\nMonatlich ${monthly}, einmalig ${once}, netto und ohne Gespräche.`
    : `\n\n${monthly} each month and ${once} once, net and without calls.`
}

const WORDS: Readonly<Record<MailKind, Words>> = {
  received: {
    de: ({ number, product, wish, price }) => ({
      subject: `Ihre Bestellung ${number} ist eingegangen`,
      text: `vielen Dank für Ihre Bestellung ${number} („${product.de}“) zum ${on(wish, 'de')}. Wir prüfen sie und melden uns. Mit dieser Nachricht ist noch kein Vertrag geschlossen.${priceText(price, 'de')}`,
    }),
    en: ({ number, product, wish, price }) => ({
      subject: `We have received your order ${number}`,
      text: `thank you for your order ${number} (“${product.en}”) for ${on(wish, 'en')}. We check it and let you know. This message makes no contract yet.${priceText(price, 'en')}`,
    }),
  },
  confirmed: {
    de: ({ number, product, wish, price }) => ({
      subject: `Auftragsbestätigung zu Ihrer Bestellung ${number}`,
      text: `wir bestätigen Ihre Bestellung ${number} („${product.de}“) zum ${on(wish, 'de')}. Was bestellt ist, steht im angehängten PDF.${priceText(price, 'de')}`,
    }),
    en: ({ number, product, wish, price }) => ({
      subject: `Your order ${number} is confirmed`,
      text: `we confirm your order ${number} (“${product.en}”) for ${on(wish, 'en')}. What is ordered is in the PDF attached.${priceText(price, 'en')}`,
    }),
  },
  provisioned: {
    de: ({ number, kind, renumbered, skipped }) => ({
      subject: `Ihre Bestellung ${number} ist eingerichtet`,
      text: `was Sie mit ${number} bestellt haben, ist eingerichtet.${kind === 'new' ? INVITED.de : numberChange(renumbered, 'de')}${leftOut(skipped, 'de')}`,
    }),
    en: ({ number, kind, renumbered, skipped }) => ({
      subject: `Your order ${number} is set up`,
      text: `what you ordered with ${number} is set up.${kind === 'new' ? INVITED.en : numberChange(renumbered, 'en')}${leftOut(skipped, 'en')}`,
    }),
  },
  active: {
    de: ({ number, begins }) => ({
      subject: `Bestellung ${number}: jetzt aktiv`,
      text: `Ihre Bestellung ${number} ist jetzt aktiv.${begins === undefined ? '' : ` Ihr Vertrag hat am ${on(begins, 'de')} begonnen.`}`,
    }),
    en: ({ number, begins }) => ({
      subject: `Order ${number}: now active`,
      text: `your order ${number} is now active.${begins === undefined ? '' : ` Your contract began on ${on(begins, 'en')}.`}`,
    }),
  },
  notice: {
    de: ({ number, product, until }) => ({
      subject: `Ihre Kündigung: Vertragsende am ${on(until, 'de')}`,
      text: `wir bestätigen Ihre Kündigung (${number}). Ihr Vertrag „${product.de}“ endet mit Ablauf des ${on(until, 'de')}. Rufnummern, die Sie mitnehmen möchten, lassen Sie bitte rechtzeitig portieren.`,
    }),
    en: ({ number, product, until }) => ({
      subject: `Your notice: the contract ends on ${on(until, 'en')}`,
      text: `we confirm your notice (${number}). Your contract “${product.en}” ends at the end of ${on(until, 'en')}. Please have numbers that you want to take along ported in time.`,
    }),
  },
  refused: {
    de: ({ number, reason }) => ({
      subject: `Ihre Bestellung ${number}`,
      text: `leider können wir Ihre Bestellung ${number} nicht annehmen.${because(reason, 'Grund')}`,
    }),
    en: ({ number, reason }) => ({
      subject: `Your order ${number}`,
      text: `we are sorry that we cannot accept your order ${number}.${because(reason, 'Reason')}`,
    }),
  },
  cancelled: {
    de: ({ number, reason }) => ({
      subject: `Ihre Bestellung ${number} ist storniert`,
      text: `Ihre Bestellung ${number} ist storniert.${because(reason, 'Grund')}`,
    }),
    en: ({ number, reason }) => ({
      subject: `Your order ${number} is cancelled`,
      text: `your order ${number} is cancelled.${because(reason, 'Reason')}`,
    }),
  },
  terminated: {
    de: ({ product, until }) => ({
      subject: `Ihr Vertrag ist beendet`,
      text: `Ihr Vertrag „${product.de}“ ist am ${on(until, 'de')} zu Ende gegangen. Ihre Daten löschen wir nach den gesetzlichen Fristen.`,
    }),
    en: ({ product, until }) => ({
      subject: 'Your contract has ended',
      text: `your contract “${product.en}” ended on ${on(until, 'en')}. We delete your data when the law says so.`,
    }),
  },
  stopped: {
    de: ({ number, trouble }) => ({
      subject: `Dringend: Umzug ${number} – Rufnummern nicht gewechselt`,
      text: `am Tag des Umzugs aus der Bestellung ${number} konnten die Rufnummern des Standorts nicht wechseln. Bis das behoben ist, sehen 110 und 112 von dort womöglich eine Rufnummer aus einem anderen Ort als die Anschrift.${because(trouble?.de ?? '', 'Grund')}\n\nBeheben Sie das gleich; versucht wird es alle zehn Minuten wieder.`,
    }),
    en: ({ number, trouble }) => ({
      subject: `Urgent: move ${number} – numbers not changed`,
      text: `on the day of the move of order ${number} the numbers of the site could not change. Until that is mended 110 and 112 may see a number of another place than the address from there.${because(trouble?.en ?? '', 'Reason')}\n\nPlease mend it at once; it is tried again every ten minutes.`,
    }),
  },
}

/** The mail that tells of a step of an order. */
export function orderMail(kind: MailKind, facts: OrderMailFacts, to: string, language: Language): Mail {
  const { subject, text } = WORDS[kind][language](facts)
  return language === 'de'
    ? { to, subject, text: `Guten Tag,\n\n${text}\n\nIhre Bestellungen sehen Sie im Portal:\n${facts.link}\n` }
    : { to, subject, text: `Hello,\n\n${text}\n\nYour orders are in the portal:\n${facts.link}\n` }
}
