import { KlinkeError } from '@klinke/foundation'
import { AREA_CODES, type AreaCode, areaCodeNamed } from '@klinke/numbering'
import type { ProblemTable } from '@klinke/platform'
import type { SiteAddress } from './site.ts'

/** Ortsnetze by the town that they are named after. */
const BY_TOWN = Map.groupBy(AREA_CODES, ({ place }) => townWords(place))

function townWords(town: string): string {
  return town
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/**
 * The Ortsnetz of the town, if that is in quite another part of the country than the area code: one that begins with another digit. Towns of which parts belong to a
 * neighbouring Ortsnetz, and such as have none of their own name, are taken as they are said.
 */
export function townElsewhere({ city }: Pick<SiteAddress, 'city'>, areaCode: string): AreaCode | undefined {
  const named = BY_TOWN.get(townWords(city)) ?? []
  return named.some((each) => each.areaCode[0] === areaCode[0]) ? undefined : named[0]
}

/** What a move is checked by: 110 and 112 are shown a number of the site, by which help looks for it (EMG-01, NUM-02). */
export interface MoveTarget {
  readonly areaCode: string
  readonly address: SiteAddress
  /** Somebody has made sure that the address is in that Ortsnetz, although its town is named as another one. */
  readonly confirmed: boolean
}

/** Throws `MoveLeavesOrtsnetz` or `TownElsewhere`. */
export function assertStaysInOrtsnetz(site: { readonly name: string; readonly areaCode: string }, target: MoveTarget): void {
  const { areaCode, address, confirmed } = target
  if (areaCode !== site.areaCode) throw new MoveLeavesOrtsnetz(site, areaCode)
  const elsewhere = confirmed ? undefined : townElsewhere(address, areaCode)
  if (elsewhere !== undefined) throw new TownElsewhere(address.city, elsewhere, areaCode)
}

function named(areaCode: string): string {
  const place = areaCodeNamed(areaCode)?.place
  return place === undefined ? `0${areaCode}` : `0${areaCode} (${place})`
}

/** Numbers stay: 110 and 112 would look for the old place (NUM-02). */
export class MoveLeavesOrtsnetz extends KlinkeError {
  constructor(site: { readonly name: string; readonly areaCode: string }, to: string) {
    super(
      'move-leaves-ortsnetz',
      `The site "${site.name}" has numbers of the Ortsnetz ${named(site.areaCode)}, and the new address is in ${named(to)}: 110 and 112 would be shown a number of the old place. Order the move: POST /orders with a form of kind "move" gives the site numbers of the new place on that day.`,
      {
        german: `Der Standort „${site.name}“ hat Rufnummern aus dem Ortsnetz ${named(site.areaCode)}, und die neue Anschrift liegt in ${named(to)}: 110 und 112 sähen eine Rufnummer des alten Ortes. Bestellen Sie den Umzug (Bestellungen, Standort umziehen): Der Standort bekommt an diesem Tag Rufnummern des neuen Ortes.`,
      },
    )
  }
}

export class TownElsewhere extends KlinkeError {
  constructor(city: string, elsewhere: AreaCode, areaCode: string) {
    super(
      'town-elsewhere',
      `${city} is in the Ortsnetz ${named(elsewhere.areaCode)}, not in ${named(areaCode)}: 110 and 112 would be shown a number of another town. Correct the address or the area code. If both are right, since another town is meant, plan the move with "confirmed".`,
      {
        german: `${city} liegt im Ortsnetz ${named(elsewhere.areaCode)}, nicht in ${named(areaCode)}: 110 und 112 sähen eine Rufnummer eines anderen Ortes. Berichtigen Sie Anschrift oder Vorwahl. Stimmt beides, weil ein anderer Ort dieses Namens gemeint ist, trägt der Betreiber den Umzug ein.`,
      },
    )
  }
}

export const townProblems: ProblemTable = {
  'move-leaves-ortsnetz': {
    status: 409,
    title: { en: 'The move leaves the Ortsnetz', de: 'Der Umzug verlässt das Ortsnetz' },
    germanDetail: 'Rufnummern ziehen nicht in ein anderes Ortsnetz mit. Bestellen Sie den Umzug mit neuen Rufnummern.',
  },
  'town-elsewhere': {
    status: 409,
    title: { en: 'The town is in another Ortsnetz', de: 'Der Ort liegt in einem anderen Ortsnetz' },
    germanDetail: 'Anschrift und Vorwahl passen nicht zusammen. Berichtigen Sie eine von beiden.',
  },
}
