import { e164, extensionNumber, userPackageProblems } from '@klinke/accounts'
import { KlinkeError } from '@klinke/foundation'
import type { ProblemTable } from '@klinke/platform'
import { inBoth } from '@klinke/platform'
import { z } from 'zod'

/** Emergency numbers are never extensions: whoever dials them must reach help (EMG-01). */
const EMERGENCY = new Set(['110', '112'])

export const assignableNumber = extensionNumber.refine(
  (number) => !EMERGENCY.has(number),
  inBoth({ en: 'is an emergency number and cannot be an extension', de: 'ist eine Notrufnummer und kann keine Nebenstelle sein' }),
)

export const MAX_NAME_CHARACTERS = 100
const name = z.string().trim().min(1).max(MAX_NAME_CHARACTERS).describe('Shown to called parties inside')
const outgoingNumber = e164.nullable().describe("Number shown to called parties outside; null shows the tenant's first number")

const siteId = z.uuid().nullable().describe('Where its phones stand: 110 and 112 are shown a number of this site; null: the main site')

const userPackage = z
  .string()
  .max(40)
  .nullable()
  .describe('One of GET /user-packages; null: the first of the product, or none where it has none')

export const newExtension = z.strictObject({
  tenantId: z.uuid().optional().describe('Required with an operator key'),
  number: assignableNumber,
  name,
  outgoingNumber: outgoingNumber.optional(),
  siteId: siteId.optional(),
  userPackage: userPackage.optional(),
})

export const extensionChange = z.strictObject({
  number: assignableNumber.optional(),
  name: name.optional(),
  outgoingNumber: outgoingNumber.optional(),
  siteId: siteId.optional(),
  userPackage: userPackage.optional(),
})

/** PORT-08. */
export class DemoLimit extends KlinkeError {
  constructor() {
    super(
      'demo-limit',
      'A demo customer has three extensions at most. The operator makes it an ordinary customer: PATCH /tenants/{id} {"demo": false}.',
    )
  }
}

/** The profile's `maxExtensions`. */
export class ExtensionLimit extends KlinkeError {
  constructor(most: number, would: number) {
    super(
      'extension-limit',
      `The customer may have ${most} extensions, and there would be ${would}. The operator can raise \`maxExtensions\`.`,
      { german: `Der Kunde darf ${most} Nebenstellen haben, und es wären ${would}. Der Betreiber kann \`maxExtensions\` erhöhen.` },
    )
  }
}

export class ExtensionTaken extends KlinkeError {
  constructor(number: string) {
    super('extension-taken', `The tenant has an extension ${number} already. Choose another number, or change that one.`, {
      german: `Die Nebenstelle ${number} gibt es schon. Nehmen Sie eine andere Nummer, oder ändern Sie jene.`,
    })
  }
}

export class NotOwnNumber extends KlinkeError {
  constructor(number: string) {
    super(
      'not-own-number',
      `${number} is not assigned to this tenant, so it cannot be shown to called parties. Choose one of its numbers.`,
      {
        german: `${number} gehört diesem Kunden nicht und kann Angerufenen nicht angezeigt werden. Nehmen Sie eine seiner Rufnummern.`,
      },
    )
  }
}

export const extensionProblems: ProblemTable = {
  ...userPackageProblems,
  'demo-limit': {
    status: 409,
    title: { en: 'Limit of the demo reached', de: 'Grenze der Demo erreicht' },
    germanDetail: 'Ein Demo-Kunde hat höchstens drei Nebenstellen. Der Betreiber macht ihn zu einem gewöhnlichen Kunden.',
  },
  'extension-limit': {
    status: 409,
    title: { en: 'Limit of extensions reached', de: 'Grenze der Nebenstellen erreicht' },
    germanDetail: 'So viele Nebenstellen darf der Kunde nicht haben. Der Betreiber kann „maxExtensions“ erhöhen.',
  },
  'extension-taken': {
    status: 409,
    title: { en: 'Extension taken', de: 'Nebenstelle bereits vergeben' },
    germanDetail: 'Diese Nebenstelle gibt es schon. Nehmen Sie eine andere Nummer, oder ändern Sie jene.',
  },
  'not-own-number': {
    status: 422,
    title: { en: 'Not a number of this tenant', de: 'Keine Rufnummer dieses Mandanten' },
    germanDetail: 'Diese Rufnummer gehört dem Kunden nicht und kann darum nicht angezeigt werden. Nehmen Sie eine der eigenen.',
  },
}
