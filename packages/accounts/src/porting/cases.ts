import type { Text } from '@klinke/platform'

/** What a preliminary agreement between two carriers is about (WBCI, LAW-05). */
export const PORTING_CASES = ['VA-KUE-MRN', 'VA-KUE-ORN', 'VA-RRNP'] as const
export type PortingCase = (typeof PORTING_CASES)[number]

export const CASE_WORDS: Readonly<Record<PortingCase, Text>> = {
  'VA-KUE-MRN': { de: 'Kündigung mit Mitnahme der Rufnummern', en: 'Termination of the line, its numbers are ported' },
  'VA-KUE-ORN': { de: 'Kündigung ohne Mitnahme von Rufnummern', en: 'Termination of the line, without its numbers' },
  'VA-RRNP': { de: 'Nur Mitnahme von Rufnummern, ohne Kündigung', en: 'Numbers are ported, the line stays' },
}

/** Whether numbers come or go by it; by VA-KUE-ORN only the old line ends: its number names the line, and stays what it is. */
export function movesNumbers(businessCase: PortingCase): boolean {
  return businessCase !== 'VA-KUE-ORN'
}

/** Why a carrier says no (WBCI, LAW-05). */
export const REJECTION_CODES = ['RNG', 'ADF', 'AIF', 'WAI', 'KNI', 'VAE', 'SON'] as const
export type RejectionCode = (typeof REJECTION_CODES)[number]

interface Rejection {
  readonly reason: Text
  /** What to do about it. */
  readonly remedy: Text
}

export const REJECTIONS: Readonly<Record<RejectionCode, Rejection>> = {
  RNG: {
    reason: {
      de: 'Mindestens eine Rufnummer gehört nicht zu diesem Anschluss.',
      en: 'At least one of the numbers does not belong to this line.',
    },
    remedy: {
      de: 'Rufnummern, Durchwahlblock und Abfragestelle mit der letzten Rechnung des bisherigen Anbieters vergleichen.',
      en: 'Compare numbers, block and attendant number with the last invoice of the present carrier.',
    },
  },
  ADF: {
    reason: { de: 'Die Anschrift des Anschlusses stimmt nicht.', en: 'The address of the line is wrong.' },
    remedy: {
      de: 'Die Anschrift eintragen, die beim bisherigen Anbieter steht: die des Anschlusses, nicht die der Rechnung, und kein Postfach.',
      en: 'Enter the address that the present carrier knows: that of the line, not that of the invoice, and no PO box.',
    },
  },
  AIF: {
    reason: { de: 'Der Anschlussinhaber stimmt nicht.', en: 'The line is held by somebody else.' },
    remedy: {
      de: 'Firma oder Namen genau so schreiben, wie sie im Vertrag mit dem bisherigen Anbieter stehen, mit Rechtsform.',
      en: 'Write company or name exactly as in the contract with the present carrier, legal form included.',
    },
  },
  WAI: {
    reason: {
      de: 'Der Anschluss hat weitere Inhaber, die nicht unterschrieben haben.',
      en: 'The line has further holders who have not signed.',
    },
    remedy: {
      de: 'Alle Inhaber nennen und den Auftrag von allen unterschreiben lassen.',
      en: 'Name all holders, and have all of them sign the order.',
    },
  },
  KNI: {
    reason: { de: 'Der Kunde ist beim bisherigen Anbieter nicht zu finden.', en: 'The present carrier cannot find the customer.' },
    remedy: {
      de: 'Prüfen, ob es der richtige Anbieter ist: Bei Wiederverkäufern ist es der, von dem die Rechnung kommt. Inhaber, Anschrift und Rufnummern vergleichen.',
      en: 'Check that it is the right carrier: with resellers it is the one who sends the invoice. Compare holder, address and numbers.',
    },
  },
  VAE: {
    reason: {
      de: 'Für den Anschluss läuft schon eine andere Vorabstimmung.',
      en: 'Another preliminary agreement about this line is under way already.',
    },
    remedy: {
      de: 'Klären, ob der Kunde noch einen anderen Anbieter beauftragt hat; der muss seinen Vorgang zuerst zurücknehmen.',
      en: 'Find out whether the customer has asked another carrier, too: that one must withdraw first.',
    },
  },
  SON: {
    reason: { de: 'Anderer Grund; er steht in der Bemerkung.', en: 'Another reason, told in the remark.' },
    remedy: { de: 'Die Bemerkung lesen und beim bisherigen Anbieter nachfragen.', en: 'Read the remark, and ask the present carrier.' },
  },
}
