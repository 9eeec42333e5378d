import { e164 } from '@klinke/accounts'
import { KlinkeError } from '@klinke/foundation'
import type { ProblemTable } from '@klinke/platform'
import { z } from 'zod'
import type { NeverShown } from './never-shown.ts'

/** Rights of one customer: all of them lie in memory. */
export const MAX_RIGHTS = 2_000
/** Documents of one right. */
export const MAX_DOCUMENTS = 10
/** So long before a right runs out its customer is told by mail. */
export const WARN_DAYS = 30

export const RIGHT_STATES = ['requested', 'approved', 'refused'] as const
export type RightState = (typeof RIGHT_STATES)[number]
/** What proves a right: the customer's contract or invoice with another provider, the letter of who has the number, the assignment of the Bundesnetzagentur. */
export const PROOFS = ['contract', 'invoice', 'authorisation', 'assignment'] as const
export type ProofKind = (typeof PROOFS)[number]

const fields = {
  number: e164.describe('The number to be shown: German, and not one of the customer’s own').meta({ examples: ['+4930123456'] }),
  owner: z
    .string()
    .trim()
    .min(1)
    .max(200)
    .describe('Whose number it is')
    .meta({ examples: ['Muster GmbH'] }),
  proof: z.enum(PROOFS).describe('What proves the right: own contract or invoice elsewhere, a letter of the owner, an assignment'),
}
export const newRight = z.strictObject({ tenantId: z.uuid().optional().describe('Required with an operator key'), ...fields })
export const approval = z.strictObject({
  validUntil: z.iso
    .datetime({ offset: true })
    .nullable()
    .default(null)
    .describe('null: until it is taken back')
    .meta({ examples: ['2030-01-01T00:00:00Z'] }),
})
export const refusal = z.strictObject({
  reason: z
    .string()
    .trim()
    .min(1)
    .max(500)
    .describe('What the customer reads')
    .meta({ examples: ['Der Vertrag ist nicht lesbar.'] }),
})

export const documentView = z.object({
  ...{ id: z.uuid(), name: z.string(), mediaType: z.string(), octets: z.int() },
  ...{ uploadedBy: z.string(), uploadedAt: z.iso.datetime() },
})
export const rightView = z.object({
  ...{ id: z.uuid(), tenantId: z.uuid(), ...fields },
  state: z.enum(RIGHT_STATES),
  requestedBy: z.string(),
  requestedAt: z.iso.datetime(),
  decidedBy: z.string().nullable(),
  decidedAt: z.iso.datetime().nullable(),
  reason: z.string().nullable().describe('Why it was refused or taken back'),
  validUntil: z.iso.datetime().nullable().describe('null: until it is taken back'),
  documents: z.array(documentView),
})

export class NumberNeverShown extends KlinkeError {
  constructor({ name }: NeverShown) {
    super('number-never-shown', `No caller shows ${name.en} (§ 120 TKG).`, { german: `${name.de} zeigt kein Anrufer (§ 120 TKG).` })
  }
}

export class NumberIsOwn extends KlinkeError {
  constructor(number: string) {
    super('number-is-own', `${number} is the customer's own: it can be shown without further proof.`)
  }
}

export class NumberRightTaken extends KlinkeError {
  constructor(number: string) {
    super('number-right-taken', `There is a request or a right for ${number} already. Delete it first to begin anew.`)
  }
}

export class TooManyRights extends KlinkeError {
  constructor() {
    super('too-many-number-rights', `A customer has ${MAX_RIGHTS} rights at most, with ${MAX_DOCUMENTS} documents each.`)
  }
}

export class EvidenceMissing extends KlinkeError {
  constructor() {
    super('evidence-missing', 'No document proves this right. It can be approved once there is one.')
  }
}

export class RightInThePast extends KlinkeError {
  constructor() {
    super('right-in-the-past', 'validUntil is over already. Choose a day to come, or none.')
  }
}

export class NoRightToShow extends KlinkeError {
  constructor(number: string) {
    super(
      'no-right-to-show',
      `${number} is neither the customer's own nor one with an approved right. Ask for the right first (POST /number-rights).`,
    )
  }
}

export const identityProblems: ProblemTable = {
  'number-never-shown': {
    status: 422,
    title: { en: 'Such numbers are never shown', de: 'Solche Nummern werden nie angezeigt' },
    germanDetail: 'Diese Art von Nummern zeigt kein Anrufer (§ 120 TKG).',
  },
  'number-is-own': {
    status: 409,
    title: { en: 'The number is an own one', de: 'Das ist eine eigene Nummer' },
    germanDetail: 'Die Nummer gehört dem Kunden: sie darf ohne weiteren Nachweis angezeigt werden.',
  },
  'number-right-taken': {
    status: 409,
    title: { en: 'There is a request already', de: 'Einen Antrag gibt es schon' },
    germanDetail: 'Für diese Nummer gibt es schon einen Antrag oder ein Recht. Löschen Sie es zuerst, um neu zu beginnen.',
  },
  'too-many-number-rights': {
    status: 422,
    title: { en: 'Too many rights or documents', de: 'Zu viele Rechte oder Dokumente' },
    germanDetail: 'Mehr Nutzungsrechte oder Dokumente kann ein Kunde nicht haben. Löschen Sie zuerst einige.',
  },
  'evidence-missing': {
    status: 422,
    title: { en: 'The evidence is missing', de: 'Der Nachweis fehlt' },
    germanDetail: 'Kein Dokument weist dieses Recht nach. Sobald eines da ist, lässt es sich bestätigen.',
  },
  'right-in-the-past': {
    status: 422,
    title: { en: 'The right would be over', de: 'Das Recht wäre schon abgelaufen' },
    germanDetail: 'Das Ende liegt in der Vergangenheit. Wählen Sie einen kommenden Tag, oder keinen.',
  },
  'no-right-to-show': {
    status: 422,
    title: { en: 'No right to show the number', de: 'Kein Recht, die Nummer zu zeigen' },
    germanDetail: 'Die Nummer gehört weder dem Kunden, noch ist ein Recht an ihr bestätigt. Beantragen Sie es zuerst.',
  },
}
