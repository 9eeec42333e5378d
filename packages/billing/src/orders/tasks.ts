import { newPorting } from '@klinke/accounts'
import type { Text } from '@klinke/platform'
import { z } from 'zod'
import type { Day } from '../contracts/contract.ts'
import type { OrderForm } from './order-form.ts'
import type { Made, OrderTerms } from './order-terms.ts'

/** One thing to be set up, by itself or not at all. */
export const orderTask = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['customer', 'settings', 'recipient', 'site', 'limits', 'contract', 'administrator', 'move', 'renumber']) }),
  z.object({ kind: z.enum(['mandate', 'consents', 'itemised-bill', 'directory-entry']) }),
  z.object({ kind: z.literal('hand-over') }),
  z.object({ kind: z.literal('numbers'), size: z.union([z.literal(1), z.literal(10), z.literal(100)]) }),
  z.object({ kind: z.literal('extensions'), count: z.int(), userPackage: z.string().optional() }),
  z.object({ kind: z.enum(['group', 'queue', 'room']) }),
  z.object({ kind: z.literal('trunk'), product: z.string(), channels: z.int() }),
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
 * `more`: how many more of each product item there are than before. `leaves`: the site moves into another Ortsnetz.
 */
export function tasksOf(form: OrderForm, terms: OrderTerms, more: ReadonlyMap<string, number>, leaves = false): readonly PlannedTask[] {
  const things = thingsOf(terms, more)
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
  if (form.kind === 'change') return [limits, ...things.numbers, ...things.others].map((task) => ({ task, due }))
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

function thingsOf({ provisions = [] }: OrderTerms, more: ReadonlyMap<string, number>): Things {
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
      ...of('trunk').map(({ made, count }): OrderTask => ({ kind: 'trunk', product: made.product, channels: count })),
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
  porting: { de: 'Portierungsauftrag vorbereiten', en: 'Prepare the porting form' },
}

/** `Nebenstellen anlegen (5)`. */
export function taskWords(task: OrderTask): Text {
  const words = WORDS[task.kind]
  const about = aboutOf(task)
  return about === undefined ? words : { de: `${words.de} (${about})`, en: `${words.en} (${about})` }
}

function aboutOf(task: OrderTask): string | number | undefined {
  switch (task.kind) {
    case 'numbers':
      return task.size
    case 'extensions':
      return task.userPackage === undefined ? task.count : `${task.count} × ${task.userPackage}`
    case 'porting':
      return task.form.number
    default:
      return undefined
  }
}
