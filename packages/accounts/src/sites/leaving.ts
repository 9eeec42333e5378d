import { KlinkeError } from '@klinke/foundation'
import type { ProblemTable, Tx } from '@klinke/platform'
import { listRanges, type StoredRange } from '../numbers/range-store.ts'
import { isSparse } from '../numbers/rules.ts'
import type { InventoryTables } from '../numbers/store.ts'
import type { RecordedAddress } from './address-history.ts'
import { ortsnetzOf } from './emergency-line.ts'
import { addressOn, type SiteAddress } from './site.ts'
import type { StoredSite } from './store.ts'

/** Of one customer at a time. */
const MAX_RANGES = 10_000
/** Numbers that are named in a refusal. */
const MAX_NAMED = 10

/** A move as it was ordered. */
export interface OrderedMove {
  readonly address: SiteAddress
  /** ISO 8601 date. */
  readonly from: string
}

/** Numbers and blocks of a site that cannot go along into another Ortsnetz (NUM-02); those on their way to another carrier go on by themselves. */
export async function rangesLeftBehind(tx: Tx, site: StoredSite, areaCode: string): Promise<readonly StoredRange[]> {
  return (await rangesOf(tx, site)).filter((range) => {
    const ends = range.state !== 'porting-out' && range.state !== 'quarantined'
    return isAt(site, range) && ends && ![undefined, areaCode].includes(ortsnetzOf(range.e164))
  })
}

/** What keeps a site from leaving its Ortsnetz by itself: help would be shown a wrong number or none (EMG-01, NUM-02). E.164. */
export interface Entanglement {
  /** Numbers of its blocks that stand at another site, and numbers of other sites' blocks that stand here. */
  readonly scattered: readonly string[]
  /** First numbers of large blocks: what they lead to is not carried over. */
  readonly large: readonly string[]
}

export async function entanglementOf(tx: Tx, site: StoredSite, areaCode: string): Promise<Entanglement> {
  const ranges = new Map((await rangesOf(tx, site)).map((range) => [range.e164, range]))
  const query = tx.tables<InventoryTables>().selectFrom('phone_number').select(['e164', 'range_e164', 'site_id'])
  const placed = await query.where('tenant_id', '=', site.tenantId).where('site_id', 'is not', null).orderBy('e164').execute()
  const scattered = placed.filter(({ e164, range_e164: first, site_id: at }) => {
    const range = ranges.get(first)
    const rests = range === undefined || range.state === 'quarantined'
    return !rests && isAt(site, range) !== (at === site.id) && ![undefined, areaCode].includes(ortsnetzOf(e164))
  })
  const left = await rangesLeftBehind(tx, site, areaCode)
  return { scattered: scattered.map(({ e164 }) => e164), large: left.filter(({ size }) => isSparse(size)).map(({ e164 }) => e164) }
}

/** Throws `NumbersScattered` or `LargeBlockHere`. */
export async function assertMayLeave(tx: Tx, site: StoredSite, areaCode: string): Promise<void> {
  const { scattered, large } = await entanglementOf(tx, site, areaCode)
  if (scattered.length > 0) throw new NumbersScattered(site.name, scattered)
  if (large.length > 0) throw new LargeBlockHere(site.name, large)
}

/** Whether the site is by that day where the move was to bring it, and no other move has come after it; the address may have been corrected since. */
export function hasMoved({ addresses }: Pick<StoredSite, 'addresses'>, move: OrderedMove, today: string): boolean {
  const holding = addressOn(
    addresses.filter(({ reason }) => reason === 'move'),
    today,
  )
  return holding !== undefined && isOf(holding, move)
}

/** Without what is planned for that move; another that was planned since stays. */
export function withoutOrdered(addresses: readonly RecordedAddress[], move: OrderedMove): readonly RecordedAddress[] {
  return addresses.filter((address) => !isOf(address, move))
}

function isOf(recorded: RecordedAddress, { address, from }: OrderedMove): boolean {
  const { street, houseNumber, postalCode, city } = recorded
  const isThere =
    street === address.street && houseNumber === address.houseNumber && postalCode === address.postalCode && city === address.city
  return recorded.reason === 'move' && recorded.from === from && isThere
}

function isAt(site: Pick<StoredSite, 'id' | 'isMain'>, { siteId }: Pick<StoredRange, 'siteId'>): boolean {
  return siteId === null ? site.isMain : siteId === site.id
}

function rangesOf(tx: Tx, { tenantId }: Pick<StoredSite, 'tenantId'>): Promise<readonly StoredRange[]> {
  return listRanges(tx, { limit: MAX_RANGES, tenantId })
}

function named(numbers: readonly string[]): string {
  const more = numbers.length > MAX_NAMED ? `, … (${numbers.length})` : ''
  return `${numbers.slice(0, MAX_NAMED).join(', ')}${more}`
}

export class NumbersScattered extends KlinkeError {
  constructor(site: string, numbers: readonly string[]) {
    super(
      'numbers-scattered',
      `The site "${site}" cannot leave its Ortsnetz: its blocks and those of other sites are mixed at ${named(numbers)}. Put these numbers where their block is: PATCH /numbers/{e164}.`,
      {
        german: `Der Standort „${site}“ kann sein Ortsnetz nicht verlassen: Seine Blöcke und die anderer Standorte sind bei ${named(numbers)} vermischt. Ordnen Sie diese Nummern zuerst dem Standort ihres Blocks zu.`,
      },
    )
  }
}

export class LargeBlockHere extends KlinkeError {
  constructor(site: string, firsts: readonly string[]) {
    super(
      'large-block-here',
      `The site "${site}" has blocks of 1,000 or more: ${named(firsts)}. Such a move is not possible by an order yet; please write to us.`,
      {
        german: `Der Standort „${site}“ hat Blöcke von 1.000 oder mehr: ${named(firsts)}. Ein solcher Umzug ist noch nicht per Bestellung möglich; bitte schreiben Sie uns.`,
      },
    )
  }
}

/** The ordered move is not in force: given up or put off, or another one has come after it. */
export class MoveNotInForce extends KlinkeError {
  constructor(site: string, from: string) {
    super(
      'move-not-in-force',
      `The site "${site}" is not where the order moved it on ${from}. Its numbers stay. Plan the move again, or call the order off.`,
      {
        german: `Der Standort „${site}“ ist nicht dort, wohin ihn die Bestellung zum ${from} umziehen ließ. Seine Rufnummern bleiben. Planen Sie den Umzug noch einmal, oder stornieren Sie die Bestellung.`,
      },
    )
  }
}

/** Help must be shown a number of the new place (EMG-01). */
export class NoNumberThere extends KlinkeError {
  constructor(site: string, areaCode: string) {
    super('no-number-there', `Of the numbers reserved for the site "${site}" in the Ortsnetz 0${areaCode} not all are there any more.`, {
      german: `Von den Rufnummern, die für den Standort „${site}“ im Ortsnetz 0${areaCode} zurückgelegt waren, sind nicht mehr alle da.`,
    })
  }
}

/** Numbers change with the move: whoever shifts it has the order shifted. */
export class MoveOrdered extends KlinkeError {
  constructor(order: string) {
    super(
      'move-ordered',
      `The move is part of the order ${order}, which gives the site new numbers on its day. It is not shifted or given up here: have the operator call off the order.`,
      {
        german: `Der Umzug gehört zur Bestellung ${order}, die dem Standort an seinem Tag neue Rufnummern gibt. Hier lässt er sich nicht verschieben oder absagen: Bitten Sie den Betreiber, die Bestellung zu stornieren.`,
      },
    )
  }
}

export const leavingProblems: ProblemTable = {
  'numbers-scattered': {
    status: 409,
    title: { en: 'Numbers of several sites are mixed', de: 'Rufnummern mehrerer Standorte sind vermischt' },
    germanDetail: 'Nummern eines Blocks stehen an verschiedenen Standorten. Ordnen Sie sie zuerst dem Standort ihres Blocks zu.',
  },
  'large-block-here': {
    status: 409,
    title: { en: 'Not with large blocks yet', de: 'Mit großen Blöcken noch nicht möglich' },
    germanDetail: 'Mit Blöcken von 1.000 oder mehr ist dieser Umzug noch nicht per Bestellung möglich. Bitte schreiben Sie uns.',
  },
  'move-not-in-force': {
    status: 409,
    title: { en: 'The site has not moved', de: 'Der Standort ist nicht umgezogen' },
    germanDetail: 'Der Standort ist nicht dort, wohin ihn die Bestellung umziehen ließ. Seine Rufnummern bleiben.',
  },
  'no-number-there': {
    status: 409,
    title: { en: 'A reserved number is missing', de: 'Eine zurückgelegte Rufnummer fehlt' },
    germanDetail: 'Von den zurückgelegten Rufnummern sind nicht mehr alle da. Die alten bleiben in Betrieb.',
  },
  'move-ordered': {
    status: 409,
    title: { en: 'The move is part of an order', de: 'Der Umzug gehört zu einer Bestellung' },
    germanDetail: 'Dieser Umzug gehört zu einer Bestellung. Bitten Sie den Betreiber, sie zu stornieren.',
  },
}
