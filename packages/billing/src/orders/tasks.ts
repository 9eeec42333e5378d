import { newPorting } from '@klinke/accounts'
import type { Text } from '@klinke/platform'
import { z } from 'zod'
import type { Day } from '../contracts/contract.ts'
import { differences, type LineChange } from './line-changes.ts'
import { type OrderForm, pbxPlaces } from './order-form.ts'
import type { Made, OrderTerms } from './order-terms.ts'
import { takeAwayOf } from './take-away.ts'
import { trunkTasksOf } from './trunk-tasks.ts'

/** One thing to be set up, by itself or not at all. */
export const orderTask = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['customer', 'settings', 'recipient', 'site', 'limits', 'contract', 'administrator', 'move', 'renumber']) }),
  z.object({ kind: z.enum(['mandate', 'consents', 'itemised-bill', 'directory-entry']) }),
  z.object({ kind: z.literal('hand-over') }),
  z.object({ kind: z.literal('numbers'), size: z.union([z.literal(1), z.literal(10), z.literal(100)]) }),
  z.object({ kind: z.literal('extensions'), count: z.int(), userPackage: z.string().optional() }),
  z.object({ kind: z.enum(['group', 'queue', 'room']) }),
  z.object({ kind: z.literal('trunk'), product: z.string(), channels: z.int(), places: pbxPlaces.optional() }),
  z.object({ kind: z.literal('trunk-channels'), product: z.string(), before: z.int(), channels: z.int() }),
  z.object({
    ...{ kind: z.literal('take-away'), what: z.enum(['extension', 'group', 'queue', 'room', 'trunk']), count: z.int() },
    ...{ product: z.string().optional(), channels: z.int().optional() },
  }),
  z.object({ kind: z.literal('porting'), form: newPorting.omit({ tenantId: true, siteId: true }) }),
])
export type OrderTask = z.output<typeof orderTask>

export interface PlannedTask {
  readonly task: OrderTask
  /** Not before that day; undefined: at once. */
  readonly due: Day | undefined
}

const TEAMS = { groups: 'group', queues: 'queue', rooms: 'room' } as const

/**
 * What has to be set up for an order, in the order in which one thing stands on another: numbers before extensions, which need a site that help finds (EMG-01).
 * `lines`: what there is more or fewer of than before. `leaves`: the site moves into another Ortsnetz.
 */
export function tasksOf(form: OrderForm, terms: OrderTerms, lines: readonly LineChange[], leaves = false): readonly PlannedTask[] {
  const things = thingsOf(terms, lines)
  const limits: OrderTask = { kind: 'limits' }
  if (form.kind === 'new') {
    const customer = (['customer', 'settings', 'recipient', 'site'] as const).map((kind): OrderTask => ({ kind }))
    const portings = form.portings.map((porting): OrderTask => ({ kind: 'porting', form: porting }))
    const contract: readonly OrderTask[] = terms.readyForBilling === undefined ? [{ kind: 'contract' }] : []
    const { mandate, consents, itemisedBill, directoryEntry } = form
    const chosen = (kind: Choices['kind'], is: boolean): readonly OrderTask[] => (is ? [{ kind }] : [])
    const all: readonly OrderTask[] = [
      ...[...customer, ...chosen('mandate', mandate !== null), ...chosen('consents', consents.marketing || directoryEntry)],
      ...chosen('itemised-bill', itemisedBill !== 'none'),
      ...[limits, ...things.numbers, ...portings, ...chosen('directory-entry', directoryEntry), ...things.others, ...contract],
      ...[{ kind: 'administrator' } as const, { kind: 'hand-over' } as const],
    ]
    return all.map((task) => ({ task, due: undefined }))
  }
  const due = Temporal.PlainDate.from(form.wishDate)
  if (form.kind === 'change') {
    const away = takeAwayOf(terms, lines)
    // Extensions that others come in place of go first: there are never more than are booked.
    const isExchange = things.others.some(({ kind }) => kind === 'extensions')
    const first = isExchange ? away.filter((task) => task.kind === 'take-away' && task.what === 'extension') : []
    const behind = away.filter((task) => !first.includes(task))
    return [limits, ...things.numbers, ...first, ...things.others, ...behind].map((task) => ({ task, due }))
  }
  // A move is told before its day: help must find the new address from the first minute (EMG-06). It is planned only once its new numbers are sure, for on that day they
  // replace the old ones: an address must not change without them.
  const before = [...things.numbers, { kind: 'move' as const }].map((task): PlannedTask => ({ task, due: undefined }))
  return leaves ? [...before, { task: { kind: 'renumber' }, due }] : before
}

/** What an order form chooses. */
type Choices = Extract<OrderTask, { readonly kind: 'mandate' | 'consents' | 'itemised-bill' | 'directory-entry' }>

interface Things {
  readonly numbers: readonly OrderTask[]
  readonly others: readonly OrderTask[]
}

function thingsOf(terms: OrderTerms, lines: readonly LineChange[]): Things {
  const { provisions = [] } = terms
  const more = differences(lines, 'more')
  const of = <Kind extends Made['makes']>(makes: Kind) =>
    provisions.flatMap((made) => {
      const count = more.get(made.item) ?? 0
      return made.makes === makes && count > 0 ? [{ made: made as Extract<Made, { makes: Kind }>, count }] : []
    })
  const extensions = new Map<string | undefined, number>()
  for (const { made, count } of of('extensions')) extensions.set(made.userPackage, (extensions.get(made.userPackage) ?? 0) + count)
  const times = (count: number, task: OrderTask) => Array.from({ length: count }, () => task)
  return {
    numbers: of('numbers').flatMap(({ made, count }) => times(count, { kind: 'numbers', size: made.size })),
    others: [
      ...[...extensions].map(([userPackage, count]): OrderTask => ({ kind: 'extensions', count, ...(userPackage && { userPackage }) })),
      ...(['groups', 'queues', 'rooms'] as const).flatMap((each) => of(each).flatMap(({ count }) => times(count, { kind: TEAMS[each] }))),
      ...trunkTasksOf(terms, lines),
    ],
  }
}

const WORDS: Readonly<Record<OrderTask['kind'], Text>> = {
  customer: { de: 'Kunde anlegen', en: 'Create the customer' },
  settings: { de: 'Einstellungen des Produkts setzen', en: 'Apply the settings of the product' },
  recipient: { de: 'Rechnungsempfänger eintragen', en: 'Enter who gets invoices' },
  site: { de: 'Standort anlegen', en: 'Create the site' },
  limits: { de: 'Kanäle und Grenzen setzen', en: 'Set channels and limits' },
  contract: { de: 'Vertrag anlegen', en: 'Make the contract' },
  administrator: { de: 'Zugang für die Administration anlegen', en: 'Create the administrator’s login' },
  mandate: { de: 'SEPA-Mandat vermerken', en: 'Note the SEPA mandate' },
  consents: { de: 'Einwilligungen vermerken', en: 'Note consents' },
  'itemised-bill': { de: 'Einzelverbindungsnachweis wählen', en: 'Choose the itemised bill' },
  'directory-entry': { de: 'Eintrag ins Teilnehmerverzeichnis anlegen', en: 'Make the directory entry' },
  'hand-over': { de: 'Zugangsdaten übergeben', en: 'Hand over the credentials' },
  move: { de: 'Standort umziehen', en: 'Move the site' },
  renumber: { de: 'Rufnummern des alten Ortsnetzes ablösen', en: 'Replace the numbers of the old Ortsnetz' },
  numbers: { de: 'Rufnummern zuteilen', en: 'Assign numbers' },
  extensions: { de: 'Nebenstellen anlegen', en: 'Create extensions' },
  group: { de: 'Rufgruppe anlegen', en: 'Create a ring group' },
  queue: { de: 'Warteschlange anlegen', en: 'Create a queue' },
  room: { de: 'Konferenzraum anlegen', en: 'Create a conference room' },
  trunk: { de: 'SIP-Trunk anlegen', en: 'Create a SIP trunk' },
  'trunk-channels': { de: 'Kanäle eines SIP-Trunks ändern', en: 'Change the channels of a SIP trunk' },
  'take-away': { de: 'Nicht mehr Gebuchtes fortnehmen', en: 'Take away what is booked no longer' },
  porting: { de: 'Portierungsauftrag vorbereiten', en: 'Prepare the porting form' },
}

const GONE: Readonly<Record<Extract<OrderTask, { kind: 'take-away' }>['what'], Text>> = {
  extension: { de: 'Nebenstelle', en: 'extension' },
  group: { de: 'Rufgruppe', en: 'ring group' },
  queue: { de: 'Warteschlange', en: 'queue' },
  room: { de: 'Konferenzraum', en: 'conference room' },
  trunk: { de: 'SIP-Trunk', en: 'SIP trunk' },
}

/** `Nebenstellen anlegen (5)`. */
export function taskWords(task: OrderTask): Text {
  const words = WORDS[task.kind]
  const about = aboutOf(task)
  if (about === undefined) return words
  const { de, en } = typeof about === 'object' ? about : { de: about, en: about }
  return { de: `${words.de} (${de})`, en: `${words.en} (${en})` }
}

function aboutOf(task: OrderTask): string | number | Text | undefined {
  switch (task.kind) {
    case 'numbers':
      return task.size
    case 'extensions':
      return task.userPackage === undefined ? task.count : `${task.count} × ${task.userPackage}`
    case 'porting':
      return task.form.number
    case 'trunk-channels':
      return `${task.before} → ${task.channels}`
    case 'take-away': {
      const { de, en } = GONE[task.what]
      return { de: `${task.count} × ${de}`, en: `${task.count} × ${en}` }
    }
    default:
      return undefined
  }
}
