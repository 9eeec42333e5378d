import { KlinkeError } from '@klinke/foundation'
import type { ProblemTable, Text } from '@klinke/platform'

/** The rules of contracts by name, with what a refusal says in general. */
export const CONTRACT_RULES = {
  'contract-month-closed': {
    status: 422,
    title: { en: 'That month has ended', de: 'Dieser Monat ist abgeschlossen' },
    germanDetail:
      'Was einen vergangenen Monat betrifft, lässt sich nicht mehr ändern; er ist abgerechnet. Nennen Sie einen Tag ab dem Monatsersten.',
  },
  'contract-not-sold': {
    status: 422,
    title: { en: 'The profile does not sell that', de: 'Das verkauft dieses Profil nicht' },
    germanDetail: 'Das gibt es in diesem Produktprofil nicht.',
  },
  'contract-quantity-not-sold': {
    status: 422,
    title: { en: 'Not a quantity that is sold', de: 'Diese Menge gibt es nicht' },
    germanDetail: 'In dieser Menge gibt es das nicht.',
  },
  'contract-condition': {
    status: 422,
    title: { en: 'A condition of the product is not met', de: 'Eine Bedingung des Produkts ist nicht erfüllt' },
    germanDetail: 'Eine Bedingung des Produkts ist nicht erfüllt.',
  },
  'contract-too-early': {
    status: 422,
    title: { en: 'Before the earliest date', de: 'Vor dem frühesten Termin' },
    germanDetail: 'Das geht erst zu einem späteren Termin.',
  },
  'contract-ended': {
    status: 422,
    title: { en: 'The contract does not run then', de: 'Der Vertrag läuft dann nicht' },
    germanDetail: 'An diesem Tag läuft der Vertrag nicht.',
  },
  'contract-cancelled-already': {
    status: 409,
    title: { en: 'Notice has been given already', de: 'Schon gekündigt' },
    germanDetail: 'Der Vertrag ist schon gekündigt. Nehmen Sie die Kündigung zuerst zurück.',
  },
  'contract-nothing-to-withdraw': {
    status: 409,
    title: { en: 'Nothing to withdraw', de: 'Nichts zurückzunehmen' },
    germanDetail: 'Das ist keine Kündigung oder geplante Änderung, die noch bevorsteht.',
  },
} as const satisfies ProblemTable

export type ContractRule = keyof typeof CONTRACT_RULES

/** A rule of the profile or of contracts in general forbids it; says which, and what would be possible. */
export class ContractRuleBroken extends KlinkeError {
  constructor(rule: ContractRule, detail: Text) {
    super(rule, detail.en, { german: detail.de })
  }
}
