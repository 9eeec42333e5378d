import type { LineChange } from './line-changes.ts'
import { differences } from './line-changes.ts'
import type { Made, OrderTerms } from './order-terms.ts'
import { type TaskWork, tenantOf } from './task-work.ts'
import type { OrderTask } from './tasks.ts'
import { extensionsOf, type TotalFacts, teamsOf, trunksOf } from './totals.ts'
import { ACCOUNT } from './trunk-tasks.ts'

type TakeAway = Extract<OrderTask, { readonly kind: 'take-away' }>

const TEAMS = { groups: 'group', queues: 'queue', rooms: 'room' } as const

/** What is booked no longer goes from the exchange, too: on the day of the change, behind what is new. */
export function takeAwayOf({ provisions = [] }: OrderTerms, lines: readonly LineChange[]): readonly OrderTask[] {
  const fewer = differences(lines, 'fewer')
  const counted = new Map<TakeAway['what'], number>()
  for (const made of provisions) {
    const what = whatOf(made)
    const count = fewer.get(made.item) ?? 0
    if (what !== undefined && count > 0) counted.set(what, (counted.get(what) ?? 0) + count)
  }
  return [
    ...[...counted].map(([what, count]): OrderTask => ({ kind: 'take-away', what, count })),
    ...lines.flatMap((line) => trunksGone(provisions, line)),
  ]
}

function whatOf({ makes }: Made): TakeAway['what'] | undefined {
  if (makes === 'extensions') return 'extension'
  return makes === 'groups' || makes === 'queues' || makes === 'rooms' ? TEAMS[makes] : undefined
}

function trunksGone(provisions: readonly Made[], { item, before, after }: LineChange): readonly OrderTask[] {
  const made = provisions.find((each) => each.item === item && each.makes === 'trunk')
  if (made?.makes !== 'trunk' || before <= after) return []
  const { product } = made
  if (product === ACCOUNT) return [{ kind: 'take-away', what: 'trunk', count: before - after, product }]
  return after === 0 ? [{ kind: 'take-away', what: 'trunk', count: 1, product, channels: before }] : []
}

/** Takes away as many as there are more than what is booked: what somebody has deleted by itself need not go again. Says what went. */
export async function takeAway(work: TaskWork, task: TakeAway, facts: TotalFacts): Promise<string> {
  const { tx, form, amendment, provisioning } = work
  const ordered = form.kind === 'change' ? form.takeAway : []
  const named = amendment?.kind === 'take-away' ? amendment.names : ordered
  const { what, count, product, channels } = task
  const gone = await provisioning.takeAway(tx, tenantOf(work), {
    ...{ what, product, channels, most: count, named },
    stay: Math.max(0, stayOf(task, facts) - (what === 'extension' ? comingOf(work) : 0)),
  })
  return gone.join(' ')
}

/** Extensions that the same order makes behind it: booked, and not there yet. */
function comingOf({ tasks, position }: Pick<TaskWork, 'tasks' | 'position'>): number {
  const open = tasks.filter(({ position: at, doneAt, skipped }) => at > position && doneAt === undefined && skipped === undefined)
  return open.reduce((sum, { task }) => sum + (task.kind === 'extensions' ? task.count : 0), 0)
}

function stayOf({ what, product = '' }: TakeAway, facts: TotalFacts): number {
  if (what === 'extension') return extensionsOf(facts) ?? 0
  return what === 'trunk' ? trunksOf(facts, product) : teamsOf(facts, what)
}
