import { KlinkeError } from '@klinke/foundation'
import { InUse, inBoth, type ProblemTable, type UsedBy } from '@klinke/platform'
import { z } from 'zod'
import { e164 } from '../numbers/rules.ts'
import { areaCode } from '../tenants/rules.ts'
import { leavingProblems } from './leaving.ts'
import { townProblems } from './town.ts'

/** Sites of one tenant; each can have many numbers and extensions. */
export const MAX_SITES = 200
/** Networks by which one site is known. */
const MAX_NETWORKS = 50
/** What uses a site is named in a refusal up to this many. */
const MAX_NAMED = 10
/** And listed in its document up to this many. */
const MAX_USERS = 100

export const siteAddress = z.strictObject({
  street: z
    .string()
    .trim()
    .min(1)
    .max(100)
    .meta({ examples: ['Domkloster'] }),
  houseNumber: z
    .string()
    .trim()
    .min(1)
    .max(10)
    .meta({ examples: ['4a'] }),
  postalCode: z
    .string()
    .regex(
      /^\d{5}$/,
      inBoth({ en: 'must be a German postal code of five digits', de: 'muss eine deutsche Postleitzahl mit fünf Ziffern sein' }),
    )
    .meta({ examples: ['50667'] }),
  city: z
    .string()
    .trim()
    .min(1)
    .max(100)
    .meta({ examples: ['Köln'] }),
})

const name = z.string().trim().min(1).max(100)
const emergencyNumber = e164
  .nullable()
  .describe('Shown to 110 and 112: a geographic number of the site; null: its first one')
  .meta({ examples: [null] })

export const newSite = z.strictObject({
  tenantId: z.uuid().optional().describe('Required with an operator key'),
  name,
  areaCode: areaCode.describe('Area code of the Ortsnetz where it is, without the leading zero').meta({ examples: ['221'] }),
  address: siteAddress.nullish().describe('Where it is; without one no extension can be made here where the product wants a valid site'),
})

export const siteChange = z.strictObject({
  name: name.optional(),
  main: z.literal(true).optional().describe('Becomes the main site: extensions and numbers that are said to be nowhere else are here'),
  areaCode: newSite.shape.areaCode.optional(),
  address: siteAddress.optional().describe('The address as it should have been written: holds at once. A move has its own operation'),
  emergencyNumber: emergencyNumber.optional(),
  networks: z
    .array(z.union([z.cidrv4(), z.cidrv6(), z.ipv4(), z.ipv6()]))
    .max(MAX_NETWORKS)
    .optional()
    .describe('Addresses and networks by which browsers there reach the portal: a web phone elsewhere warns (EMG-04); none: it cannot know')
    .meta({ examples: [['203.0.113.0/24']] }),
})

export const siteMove = z.strictObject({
  from: z.iso
    .date()
    .describe('Day of the move, at least as many days from now as `moveNoticeDays` of the profile says')
    .meta({ examples: ['2030-01-01'] }),
  areaCode: areaCode
    .describe('Area code of the Ortsnetz where the new address is: that of the site. A move into another one is ordered, with new numbers')
    .meta({ examples: ['221'] }),
  address: siteAddress,
  confirmed: z
    .boolean()
    .default(false)
    .describe('The address is in this Ortsnetz although another one is named after a town of that name')
    .meta({ examples: [false] }),
})

/** Why help would not find a site. */
export type SiteFlaw = 'address-missing' | 'geographic-number-missing'

export class SiteNameTaken extends KlinkeError {
  constructor(taken: string) {
    super('site-name-taken', `There is a site "${taken}" already. Choose another name.`)
  }
}

export class TooManySites extends KlinkeError {
  constructor() {
    super('too-many-sites', `A customer has ${MAX_SITES} sites at most.`)
  }
}

export class NoSuchSite extends KlinkeError {
  constructor(siteId: string) {
    super('no-such-site', `The customer has no site ${siteId}. GET /sites lists those that there are.`)
  }
}

export class SiteInUse extends InUse {
  constructor(site: string, uses: readonly UsedBy[]) {
    const named = uses.slice(0, MAX_NAMED).map(({ kind, name: used }) => `${kind} ${used}`)
    const more = uses.length > MAX_NAMED ? ` and ${uses.length - MAX_NAMED} more` : ''
    super('site-in-use', `At the site "${site}" are: ${named.join(', ')}${more}. Put them at another site first.`, uses.slice(0, MAX_USERS))
  }
}

export class MainSite extends KlinkeError {
  constructor(site: string) {
    super('main-site', `"${site}" is the main site. Make another one the main site first: PATCH /sites/{siteId} {"main": true}.`)
  }
}

/** NUM-02: a relocation across area codes is impossible. */
export class AreaCodeInUse extends KlinkeError {
  constructor(numbers: readonly string[]) {
    const more = numbers.length > MAX_NAMED ? ` and ${numbers.length - MAX_NAMED} more` : ''
    super(
      'area-code-in-use',
      `Geographic numbers cannot be taken to another Ortsnetz, and these are at the site: ${numbers.slice(0, MAX_NAMED).join(', ')}${more}. Create a new site and assign it numbers of its Ortsnetz.`,
    )
  }
}

export class NotNumberOfSite extends KlinkeError {
  constructor(number: string, site: string, code: string) {
    super(
      'not-number-of-site',
      `${number} is no geographic number of the site "${site}" in the Ortsnetz 0${code}. Only such a number tells 110 and 112 where help is needed.`,
    )
  }
}

/** NUM-02. */
export class WrongOrtsnetz extends KlinkeError {
  constructor(number: string, site: string, code: string) {
    super(
      'wrong-ortsnetz',
      `${number} is not of the Ortsnetz 0${code} of the site "${site}". Geographic numbers are for addresses in their Ortsnetz only: choose another site or another number.`,
    )
  }
}

/** EMG-01, NUM-07: whoever calls for help must be found. */
export class SiteNotValid extends KlinkeError {
  constructor(site: { readonly name: string; readonly flaws: readonly SiteFlaw[] } | undefined) {
    super('site-not-valid', site === undefined ? NO_SITE : `${flawed(site)} Then try again.`)
  }
}

const NO_SITE = 'The customer has no site, so that 110 and 112 would not know where the extension is. Create one: POST /sites.'

function flawed({ name: site, flaws }: { readonly name: string; readonly flaws: readonly SiteFlaw[] }): string {
  const mending = flaws.map((flaw) =>
    flaw === 'address-missing'
      ? 'it has no address yet (PATCH /sites/{siteId})'
      : 'it has no geographic number of its Ortsnetz (the operator assigns one: POST /numbers)',
  )
  return `Help would not find the site "${site}": ${mending.join(', and ')}.`
}

export const siteProblems: ProblemTable = {
  ...leavingProblems,
  ...townProblems,
  'site-name-taken': {
    status: 409,
    title: { en: 'Site name taken', de: 'Standortname bereits vergeben' },
    germanDetail: 'Einen Standort mit diesem Namen gibt es schon. Nehmen Sie einen anderen Namen.',
  },
  'too-many-sites': {
    status: 409,
    title: { en: 'Too many sites', de: 'Zu viele Standorte' },
    germanDetail: 'Mehr Standorte kann ein Kunde nicht haben.',
  },
  'no-such-site': {
    status: 422,
    title: { en: 'No such site', de: 'Standort gibt es nicht' },
    germanDetail: 'Diesen Standort hat der Kunde nicht.',
  },
  'site-in-use': {
    status: 409,
    title: { en: 'The site is in use', de: 'Standort wird benutzt' },
    germanDetail: 'An diesem Standort sind noch Nebenstellen oder Rufnummern. Geben Sie sie zuerst an einen anderen.',
  },
  'main-site': {
    status: 409,
    title: { en: 'It is the main site', de: 'Es ist der Hauptstandort' },
    germanDetail: 'Das ist der Hauptstandort. Machen Sie zuerst einen anderen dazu.',
  },
  'area-code-in-use': {
    status: 409,
    title: { en: 'Numbers stay in their Ortsnetz', de: 'Rufnummern bleiben in ihrem Ortsnetz' },
    germanDetail:
      'Ortsrufnummern können nicht in ein anderes Ortsnetz mitgenommen werden. Legen Sie einen neuen Standort an, und geben Sie ihm Rufnummern seines Ortsnetzes.',
  },
  'not-number-of-site': {
    status: 422,
    title: { en: 'Not a number of this site', de: 'Keine Rufnummer dieses Standorts' },
    germanDetail: 'Das ist keine Ortsrufnummer dieses Standorts. Nur eine solche sagt 110 und 112, wo Hilfe gebraucht wird.',
  },
  'wrong-ortsnetz': {
    status: 422,
    title: { en: 'Number of another Ortsnetz', de: 'Rufnummer eines anderen Ortsnetzes' },
    germanDetail: 'Diese Rufnummer ist nicht aus dem Ortsnetz des Standorts. Nehmen Sie einen anderen Standort oder eine andere Rufnummer.',
  },
  'site-not-valid': {
    status: 422,
    title: { en: 'The site is not valid for emergency calls', de: 'Standort für Notrufe nicht gültig' },
    germanDetail:
      'Hilfe fände diesen Standort nicht: Ihm fehlt die Anschrift oder eine Ortsrufnummer. Ergänzen Sie das, und versuchen Sie es noch einmal.',
  },
  'move-too-soon': {
    status: 422,
    title: { en: 'The move is too soon', de: 'Umzug zu kurzfristig' },
    germanDetail: 'Ein Umzug wird früher gemeldet, damit 110 und 112 die neue Anschrift rechtzeitig kennen. Nehmen Sie einen späteren Tag.',
  },
  'too-many-addresses': {
    status: 409,
    title: { en: 'Too many addresses', de: 'Zu viele Anschriften' },
    germanDetail: 'Mehr Anschriften werden zu einem Standort nicht aufgehoben.',
  },
  'proof-unusable': {
    status: 422,
    title: { en: 'Not a document that can be kept', de: 'Kein verwendbarer Nachweis' },
    germanDetail: 'Dieses Dokument kann nicht aufgehoben werden. Senden Sie PDF, JPEG oder PNG.',
  },
  'too-many-proofs': {
    status: 409,
    title: { en: 'Too many documents', de: 'Zu viele Nachweise' },
    germanDetail: 'Mehr Nachweise werden zu einem Standort nicht aufgehoben. Löschen Sie zuerst einen.',
  },
}
