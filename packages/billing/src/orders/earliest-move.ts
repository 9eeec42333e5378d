import { type Entanglement, MOVE_NOTICE_DAYS, type StoredSite, type TenantProfile, townElsewhere } from '@klinke/accounts'
import type { InvalidRequest, Text } from '@klinke/platform'
import { dayWords } from '../contracts/charges/words.ts'
import type { Day } from '../contracts/contract.ts'
import type { MoveOrder } from './order-form.ts'
import { type OrderTerms, WEEKDAYS } from './order-terms.ts'
import type { StandingThings } from './provisioning.ts'
import { isNationalHoliday } from './working-days.ts'

/** Numbers and trunks that are named in a fault. */
const MAX_NAMED = 5

/** What a move is planned by. */
export interface MoveFacts {
  /** The site as it is. */
  readonly site: Pick<StoredSite, 'areaCode'>
  /** Days before which help is told (EMG-06). */
  readonly noticeDays: number
  /** Numbers and blocks that it cannot take along; none within its Ortsnetz. */
  readonly ending: readonly { readonly first: string; readonly size: number }[]
  /** Of its numbers with other sites, and large blocks: none within its Ortsnetz. */
  readonly entangled: Entanglement
  /** What uses them. */
  readonly standing: StandingThings
  /** Number of another order that moves it; undefined: none does. */
  readonly otherOrder: string | undefined
}

export function noticeDaysOf({ moveNoticeDays = MOVE_NOTICE_DAYS }: Pick<TenantProfile, 'moveNoticeDays'>): number {
  return moveNoticeDays
}

/** The first day on which a site can move: after the notice (EMG-06), on a day that may be wished for (ORD-01). */
export function earliestMove({ wishDays }: OrderTerms, noticeDays: number, today: Day): Day {
  let day = today.add({ days: noticeDays })
  while (wishDays !== undefined && !mayBeWished(day, wishDays)) day = day.add({ days: 1 })
  return day
}

function mayBeWished(day: Day, wishDays: NonNullable<OrderTerms['wishDays']>): boolean {
  const name = WEEKDAYS[day.dayOfWeek - 1]
  return name !== undefined && wishDays.includes(name) && !isNationalHoliday(day)
}

/** Whether the site goes where its geographic numbers cannot (NUM-02). */
export function leavesOrtsnetz({ site }: Pick<MoveOrder, 'site'>, facts: MoveFacts): boolean {
  return site.areaCode !== facts.site.areaCode
}

/** New numbers that are ordered, with those of blocks. */
function numbersOrdered({ items }: MoveOrder, { provisions = [] }: OrderTerms): number {
  return items.reduce((sum, { item, quantity }) => {
    const made = provisions.find((each) => each.item === item && each.makes === 'numbers')
    return made?.makes === 'numbers' ? sum + quantity * made.size : sum
  }, 0)
}

/** What keeps a site from moving like this: too little notice, no number at the new place for what has one now, or numbers by which help would look in the wrong place. */
export function moveFaults(form: MoveOrder, facts: MoveFacts, terms: OrderTerms, today: Day): InvalidRequest['errors'] {
  const earliest = earliestMove(terms, facts.noticeDays, today)
  const isTooSoon = Temporal.PlainDate.compare(Temporal.PlainDate.from(form.wishDate), today.add({ days: facts.noticeDays })) < 0
  const { otherOrder } = facts
  return [
    ...(isTooSoon
      ? at('/form/wishDate', {
          en: `is too soon: a move is told ${facts.noticeDays} days before, so on ${dayWords(earliest).en} at the earliest`,
          de: `ist zu früh: Ein Umzug wird ${facts.noticeDays} Tage vorher gemeldet, also frühestens zum ${dayWords(earliest).de}`,
        })
      : []),
    ...(otherOrder === undefined
      ? []
      : at('/form/siteId', {
          en: `is moved by the order ${otherOrder}: wait until it has, or have it called off`,
          de: `zieht schon mit der Bestellung ${otherOrder} um: Warten Sie das ab, oder lassen Sie sie stornieren`,
        })),
    ...townFaults(form),
    ...(leavesOrtsnetz(form, facts) ? [...numberFaults(form, facts, terms), ...entanglementFaults(facts)] : []),
  ]
}

/** 110 and 112 are shown a number of the Ortsnetz, and look for the caller there. */
function townFaults({ site: { areaCode, address } }: MoveOrder): InvalidRequest['errors'] {
  const elsewhere = townElsewhere(address, areaCode)
  if (elsewhere === undefined) return []
  return at('/form/site/address/city', {
    en: `is in the Ortsnetz 0${elsewhere.areaCode}, not in 0${areaCode}: correct the address or the area code. If both are right, please write to us`,
    de: `liegt im Ortsnetz 0${elsewhere.areaCode}, nicht in 0${areaCode}: Berichtigen Sie Anschrift oder Vorwahl. Stimmt beides, schreiben Sie uns bitte`,
  })
}

function numberFaults(form: MoveOrder, { site: { areaCode }, standing }: MoveFacts, terms: OrderTerms): InvalidRequest['errors'] {
  const count = numbersOrdered(form, terms)
  if (count === 0)
    return at('/form/items', {
      en: `needs new numbers: those of 0${areaCode} stay in their Ortsnetz`,
      de: `braucht neue Rufnummern: die aus 0${areaCode} bleiben in ihrem Ortsnetz`,
    })
  const used = standing.numbers.length
  if (used <= count) return []
  const last = standing.numbers.slice(count, count + MAX_NAMED).join(', ')
  return at('/form/items', {
    en: `has ${count} new numbers, and ${used} of 0${areaCode} are in use: none would be left for some, such as ${last}`,
    de: `hat ${count} neue Rufnummern, und ${used} aus 0${areaCode} sind in Gebrauch: Für manche bliebe keine, etwa für ${last}`,
  })
}

function entanglementFaults({ entangled: { scattered, large }, standing: { trunks } }: MoveFacts): InvalidRequest['errors'] {
  const named = (things: readonly string[]): string => things.slice(0, MAX_NAMED).join(', ')
  return [
    ...(scattered.length > 0
      ? at('/form/siteId', {
          en: `has numbers that are mixed with those of other sites: ${named(scattered)}. Put them where their block is first`,
          de: `hat Rufnummern, die mit denen anderer Standorte vermischt sind: ${named(scattered)}. Ordnen Sie sie zuerst dem Standort ihres Blocks zu`,
        })
      : []),
    ...(large.length > 0
      ? at('/form/siteId', {
          en: `has blocks of 1,000 or more (${named(large)}): that is not possible by an order yet, please write to us`,
          de: `hat Blöcke von 1.000 oder mehr (${named(large)}): Das geht noch nicht per Bestellung, bitte schreiben Sie uns`,
        })
      : []),
    ...(trunks.length > 0
      ? at('/form/siteId', {
          en: `has SIP trunks (${named(trunks)}): that is not possible by an order yet, please write to us`,
          de: `hat SIP-Trunks (${named(trunks)}): Das geht noch nicht per Bestellung, bitte schreiben Sie uns`,
        })
      : []),
  ]
}

function at(pointer: string, detail: Text): InvalidRequest['errors'] {
  return [{ pointer, detail }]
}
