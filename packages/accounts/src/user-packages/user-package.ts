import { KlinkeError } from '@klinke/foundation'
import { inBoth, type ProblemTable, type Text } from '@klinke/platform'
import { z } from 'zod'
import { extensionLimits } from '../tenants/extension-limits.ts'

/** What an extension can have or not by its package; everything else everybody has. */
export const PACKAGE_FEATURES = ['voicemail', 'web-phone'] as const
export type PackageFeature = (typeof PACKAGE_FEATURES)[number]

const MAX_PACKAGES = 20
const title = z.string().trim().min(1).max(60)

export const userPackage = z.strictObject({
  id: z
    .string()
    .max(40)
    .regex(
      /^[a-z0-9]+(?:-[a-z0-9]+)*$/,
      inBoth({
        en: 'must be small letters, digits and hyphens, such as user-basic',
        de: 'muss aus kleinen Buchstaben, Ziffern und Bindestrichen bestehen, etwa user-basic',
      }),
    )
    .describe('Of the item of the product profile that is charged for it'),
  title: z.strictObject({ de: title, en: title }),
  limits: z.strictObject(extensionLimits).partial().optional().describe('Settings that differ from those of the product; absent: none'),
  features: z.array(z.enum(PACKAGE_FEATURES)).optional().describe('What its users have of these; absent: all'),
})
export type UserPackage = Readonly<z.output<typeof userPackage>>

/** `userPackages` of a tenant's profile. */
export const userPackages = z
  .array(userPackage)
  .min(1)
  .max(MAX_PACKAGES)
  .refine(
    (all) => new Set(all.map(({ id }) => id)).size === all.length,
    inBoth({ en: 'names a package twice; leave one out', de: 'nennt ein Paket zweimal; lassen Sie eines weg' }),
  )

export type UserPackages = z.output<typeof userPackages>

export class NoSuchUserPackage extends KlinkeError {
  constructor(wanted: string, there: readonly UserPackage[]) {
    const named = there.map(({ id }) => id).join(', ')
    super(
      'no-such-user-package',
      named === ''
        ? 'The product of this customer has no user packages.'
        : `There is no user package "${wanted}". Choose one of: ${named}.`,
      {
        german:
          named === ''
            ? 'Das Produkt dieses Kunden hat keine Benutzerpakete.'
            : `Ein Benutzerpaket „${wanted}“ gibt es nicht. Wählen Sie eines von: ${named}.`,
      },
    )
  }
}

const FEATURE_WORDS: Readonly<Record<PackageFeature, Text>> = {
  voicemail: { de: 'keine Mailbox', en: 'no mailbox' },
  'web-phone': { de: 'kein Telefon im Browser', en: 'no telephone in the browser' },
}

export class NotInPackage extends KlinkeError {
  constructor(number: string, feature: PackageFeature) {
    const { de, en } = FEATURE_WORDS[feature]
    super('not-in-package', `The package of extension ${number} has ${en}. Give it one that has it.`, {
      german: `Das Paket der Nebenstelle ${number} hat ${de}. Geben Sie ihr eines, das es enthält.`,
    })
  }
}

export const userPackageProblems: ProblemTable = {
  'no-such-user-package': {
    status: 422,
    title: { en: 'No such user package', de: 'Benutzerpaket gibt es nicht' },
    germanDetail: 'Dieses Benutzerpaket hat das Produkt des Kunden nicht. GET /user-packages nennt die, die es gibt.',
  },
  'not-in-package': {
    status: 403,
    title: { en: 'Not in the package', de: 'Nicht im Paket enthalten' },
    germanDetail: 'Das Paket dieser Nebenstelle enthält das nicht. Geben Sie ihr ein anderes.',
  },
}
