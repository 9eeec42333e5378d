import { KlinkeError } from '@klinke/foundation'
import type { ProblemTable, Tx } from '@klinke/platform'
import { deleteRoom, listRooms } from '../conferences/store.ts'
import { usersOf } from '../destinations/store.ts'
import { deleteExtension, listExtensions } from '../extensions/store.ts'
import { mapNumber } from '../numbers/store.ts'
import { QUEUE_RULES } from '../queues/rules.ts'
import { GROUP_RULES } from '../ring-groups/rules.ts'
import type { TeamRules } from './rules.ts'
import { deleteTeam, listTeams } from './store.ts'

export type TakenAway = 'extension' | 'group' | 'queue' | 'room'

/** Things of one kind of which fewer are booked than there are. */
export interface ThingSurplus {
  readonly what: TakenAway
  /** So many are booked. */
  readonly stay: number
  /** So many go at most. */
  readonly most: number
  /** Internal numbers of those that go. */
  readonly named: readonly string[]
}

/** A thing that may have to go. */
interface Thing {
  readonly id: string
  readonly name: string
  readonly number: string | undefined
  /** Nobody has put anything into it: it goes without being named. */
  readonly isEmpty: boolean
}

const WORDS: Readonly<Record<TakenAway, { readonly de: string; readonly en: string }>> = {
  extension: { de: 'Nebenstellen', en: 'extensions' },
  group: { de: 'Rufgruppen', en: 'ring groups' },
  queue: { de: 'Warteschlangen', en: 'queues' },
  room: { de: 'Konferenzräume', en: 'conference rooms' },
}

/** Named in a message at most. */
const MAX_NAMED = 20

/** More there than booked, and nobody has said which go. */
export class SurplusNotNamed extends KlinkeError {
  constructor(what: TakenAway, there: readonly Thing[], stay: number) {
    const named = there.slice(0, MAX_NAMED).map(({ name, number }) => (number === undefined ? name : `${number} ${name}`))
    const more = there.length > MAX_NAMED ? ' …' : ''
    super(
      'surplus-not-named',
      `There are ${there.length} ${WORDS[what].en}, and ${stay} are booked: ${named.join(', ')}${more}. Name those that go, or delete them.`,
      {
        german: `Es gibt ${there.length} ${WORDS[what].de}, gebucht sind ${stay}: ${named.join(', ')}${more}. Nennen Sie, welche gehen, oder löschen Sie sie.`,
      },
    )
  }
}

export const takeAwayProblems: ProblemTable = {
  'surplus-not-named': {
    status: 409,
    title: { en: 'More there than booked', de: 'Mehr vorhanden als gebucht' },
    germanDetail: 'Nennen Sie, welche gehen, oder löschen Sie sie.',
  },
}

/**
 * Takes away what there is more than is booked: those that are named, then groups and queues that have nobody in them. Gives the internal numbers of what went. Throws
 * `SurplusNotNamed`, and `TargetInUse` while something leads calls there.
 */
export async function takeThingsAway(tx: Tx, tenantId: string, { what, stay, most, named }: ThingSurplus): Promise<readonly string[]> {
  const things = await thingsOf(tx, tenantId, what)
  const count = Math.min(most, things.length - stay)
  if (count <= 0) return []
  const isNamed = ({ number }: Thing) => number !== undefined && named.includes(number)
  const going = [
    ...things.filter(isNamed),
    ...(await unused(
      tx,
      what,
      things.filter((thing) => !isNamed(thing)),
    )),
  ].slice(0, count)
  if (going.length < count) throw new SurplusNotNamed(what, things, stay)
  for (const { id } of going) await remove(tx, what, id)
  return going.map(({ number, name }) => number ?? name)
}

async function thingsOf(tx: Tx, tenantId: string, what: TakenAway): Promise<readonly Thing[]> {
  const own = <Kept extends { readonly tenantId: string }>(kept: readonly Kept[]) => kept.filter((each) => each.tenantId === tenantId)
  switch (what) {
    case 'extension':
      return own(await listExtensions(tx)).map(({ id, name, number }) => ({ id, name, number, isEmpty: false }))
    case 'room':
      return own(await listRooms(tx)).map(({ id, name, number }) => ({ id, name, number: number ?? undefined, isEmpty: false }))
    default: {
      const teams = own(await listTeams(tx, RULES[what]))
      return teams.map(({ id, name, number, members }) => ({ id, name, number: number ?? undefined, isEmpty: members.length === 0 }))
    }
  }
}

const RULES: Readonly<Record<'group' | 'queue', TeamRules>> = { group: GROUP_RULES, queue: QUEUE_RULES }

/** Nobody in it, and nothing leads there: the newest first. */
async function unused(tx: Tx, what: TakenAway, things: readonly Thing[]): Promise<readonly Thing[]> {
  if (what !== 'group' && what !== 'queue') return []
  const free: Thing[] = []
  for (const thing of things.filter(({ isEmpty }) => isEmpty).toReversed())
    if ((await usersOf(tx, RULES[what].kind, thing.id)).length === 0) free.push(thing)
  return free
}

async function remove(tx: Tx, what: TakenAway, id: string): Promise<void> {
  if (what === 'room') await deleteRoom(tx, id)
  else if (what === 'extension') {
    // Its own direct numbers stay the customer's, and lead nowhere.
    for (const user of await usersOf(tx, 'extension', id))
      if (user.kind === 'number' && user.id !== undefined) await mapNumber(tx, user.id, null)
    await deleteExtension(tx, id)
  } else await deleteTeam(tx, RULES[what], id)
}
