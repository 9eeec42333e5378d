import { KlinkeError } from '@klinke/foundation'
import type { ProblemTable, Text } from '@klinke/platform'

/** The rules of the products by name (TRK-01, TRK-02, TRK-03, TRK-16, TRK-17, NUM-03), with what a refusal says in general. */
export const TRUNK_RULES = {
  'trunk-channels-not-sold': {
    status: 422,
    title: { en: 'Not a size that is sold', de: 'Diese Kanalzahl gibt es nicht' },
    germanDetail: 'Mit dieser Kanalzahl gibt es das Produkt nicht.',
  },
  'trunk-below-minimum': {
    status: 422,
    title: { en: 'Below the smallest order', de: 'Unter der Mindestabnahme' },
    germanDetail: 'Das sind weniger Kanäle, als der Kunde mindestens abnehmen muss.',
  },
  'trunk-access-not-allowed': {
    status: 422,
    title: { en: 'Not a way in of this product', de: 'Diese Anbindung hat das Produkt nicht' },
    germanDetail: 'Diese Art der Anbindung gibt es bei dem Produkt nicht.',
  },
  'trunk-places-missing': {
    status: 422,
    title: { en: 'The address of the PBX is missing', de: 'Adresse der Telefonanlage fehlt' },
    germanDetail: 'Bei einer festen Adresse muss eine genannt sein, und eine zweite darf es.',
  },
  'trunk-signalling-not-allowed': {
    status: 422,
    title: { en: 'Not a signalling profile of this product', de: 'Dieses Signalisierungsprofil hat das Produkt nicht' },
    germanDetail: 'Dieses Signalisierungsprofil gibt es bei dem Produkt nicht.',
  },
  'trunk-microsoft-needs-tls': {
    status: 422,
    title: { en: 'Microsoft needs TLS', de: 'Microsoft verlangt TLS' },
    germanDetail: 'Das Microsoft-Profil gibt es nur mit TLS.',
  },
  'trunk-singles-not-allowed': {
    status: 422,
    title: { en: 'No single numbers on this product', de: 'Keine Einzelrufnummern bei diesem Produkt' },
    germanDetail: 'An diesem Produkt gibt es nur Rufnummernblöcke.',
  },
  'trunk-blocks-not-allowed': {
    status: 422,
    title: { en: 'No blocks on this product', de: 'Keine Rufnummernblöcke bei diesem Produkt' },
    germanDetail: 'An diesem Produkt gibt es genau eine Rufnummer und keine Blöcke.',
  },
  'trunk-one-number': {
    status: 422,
    title: { en: 'One number only', de: 'Genau eine Rufnummer' },
    germanDetail: 'An diesem Produkt gibt es genau eine Rufnummer.',
  },
  'trunk-not-one-block': {
    status: 422,
    title: { en: 'Not one run of numbers', de: 'Kein zusammenhängender Rufnummernblock' },
    germanDetail: 'An diesem Produkt gibt es genau einen Rufnummernblock: Seine Teile müssen aneinander anschließen.',
  },
  'trunk-single-needs-block': {
    status: 422,
    title: { en: 'Single numbers need a block', de: 'Einzelrufnummern nur neben einem Block' },
    germanDetail: 'Einzelrufnummern gibt es nur, wenn auch ein Rufnummernblock zugeordnet ist.',
  },
  'trunk-numbers-above-ceiling': {
    status: 422,
    title: { en: 'Too many numbers for these channels', de: 'Zu viele Rufnummern für diese Kanalzahl' },
    germanDetail: 'So viele Rufnummern gibt es bei dieser Kanalzahl nicht.',
  },
  'trunk-temporary-parallel': {
    status: 422,
    title: { en: 'Temporary numbers go after the porting', de: 'Vorläufige Rufnummern gehen nach der Portierung' },
    germanDetail: 'Bei diesem Produkt bleiben vorläufige Rufnummern nicht neben den portierten bestehen.',
  },
  'trunk-number-unknown': {
    status: 422,
    title: { en: 'Not a number of the customer', de: 'Keine Rufnummer des Kunden' },
    germanDetail: 'Das ist weder eine einzelne Rufnummer des Kunden noch die erste eines Blocks.',
  },
  'trunk-number-led-elsewhere': {
    status: 409,
    title: { en: 'The number leads elsewhere', de: 'Die Rufnummer führt woandershin' },
    germanDetail: 'Diese Rufnummer führt schon zu einem anderen Ziel. Nehmen Sie sie dort zuerst fort.',
  },
  'trunk-head-number-not-here': {
    status: 422,
    title: { en: 'Not a number of this trunk', de: 'Keine Rufnummer dieses Trunks' },
    germanDetail: 'Die Kopfnummer muss eine Rufnummer dieses Trunks sein.',
  },
  'trunk-change-too-large': {
    status: 422,
    title: { en: 'More than a minor change', de: 'Mehr als eine kleine Änderung' },
    germanDetail: 'Eine kleine Änderung umfasst höchstens fünf Einzelrufnummern oder fünf Standorte. Teilen Sie sie auf.',
  },
  'trunk-unclear': {
    status: 409,
    title: { en: 'Not clear which trunk', de: 'Nicht klar, welcher Trunk' },
    germanDetail: 'Nennen Sie den Trunk, der gemeint ist.',
  },
  'trunk-nothing-changed': {
    status: 422,
    title: { en: 'Nothing would change', de: 'Es würde sich nichts ändern' },
    germanDetail: 'So ist es schon.',
  },
  'trunk-changed-since': {
    status: 409,
    title: { en: 'Changed since', de: 'Seitdem geändert' },
    germanDetail: 'Seit dieser Änderung ist der Trunk noch einmal geändert worden. Nehmen Sie die spätere Änderung zuerst zurück.',
  },
} as const satisfies ProblemTable

export type TrunkRule = keyof typeof TRUNK_RULES

/** A rule of the products that forbids what somebody wants. Its code is the name of the rule. */
export class TrunkRuleBroken extends KlinkeError {
  readonly rule: TrunkRule

  constructor(rule: TrunkRule, detail: Text) {
    super(rule, detail.en, { german: detail.de })
    this.rule = rule
  }
}
