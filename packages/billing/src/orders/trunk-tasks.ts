import type { LineChange, PbxPlace } from './line-changes.ts'
import type { Made, OrderTerms } from './order-terms.ts'
import type { OrderedBlock } from './provisioning.ts'
import type { StoredTask } from './task-store.ts'
import { siteOf, type TaskWork, tenantOf } from './task-work.ts'
import type { OrderTask } from './tasks.ts'

type TrunkTask = Extract<OrderTask, { readonly kind: 'trunk' }>
type TrunkChannels = Extract<OrderTask, { readonly kind: 'trunk-channels' }>
type MadeTrunk = Extract<Made, { readonly makes: 'trunk' }>

/** TRK-01: an account has one channel and one number; of it a unit is one, of a trunk a channel. */
export const ACCOUNT = 'basic'
const ACCOUNT_CHANNELS = 1

/** TRK-01: whether the PBX is let in by its address. */
const PLACES: Readonly<Record<MadeTrunk['product'], 'none' | 'may' | 'must'>> = {
  ...{ extended: 'none', 'extended-connect': 'may', 'extended-link': 'must', basic: 'none' },
}

/** Whether an order of an item names the addresses of the PBX; undefined: it makes no trunk. */
export function placesOfItem({ provisions = [] }: OrderTerms, item: string): 'none' | 'may' | 'must' | undefined {
  const made = provisions.find((each): each is MadeTrunk => each.item === item && each.makes === 'trunk')
  return made && PLACES[made.product]
}

/** New trunks and accounts of an order, and those that get other channels. */
export function trunkTasksOf({ provisions = [] }: OrderTerms, lines: readonly LineChange[]): readonly OrderTask[] {
  return lines.flatMap((line) => {
    const made = provisions.find((each): each is MadeTrunk => each.item === line.item && each.makes === 'trunk')
    return made === undefined ? [] : tasksOfTrunk(made, line)
  })
}

function tasksOfTrunk({ product }: MadeTrunk, { before, after, places }: LineChange): readonly OrderTask[] {
  if (product === ACCOUNT) {
    const account: OrderTask = { kind: 'trunk', product, channels: ACCOUNT_CHANNELS }
    return Array.from({ length: Math.max(0, after - before) }, () => account)
  }
  if (after === 0 || after === before) return []
  if (before > 0) return [{ kind: 'trunk-channels', product, before, channels: after }]
  return [{ kind: 'trunk', product, channels: after, ...(places.length === 0 ? {} : { places: [...places] }) }]
}

/** Makes a trunk or an account, with numbers of the order. Gives its name. */
export async function trunk(work: TaskWork, { product, channels, places: ordered }: TrunkTask): Promise<string> {
  const { tx, provisioning, order, amendment, tasks, position } = work
  const tenantId = tenantOf(work)
  const instead = amendment?.kind === 'trunk' ? amendment : undefined
  const ranges = instead?.ranges ?? dealtTo(tasks, position).map(({ first }) => first)
  const ordinal = sameBefore(tasks, position, product) + 1
  const name = instead?.name ?? `${product} ${order.number}${ordinal === 1 ? '' : ` ${ordinal}`}`
  const places: readonly PbxPlace[] = instead?.places ?? ordered ?? []
  await provisioning.trunk(tx, tenantId, { name, product, channels, siteId: await siteOf(work), ranges, places })
  return name
}

/** An upgrade or a downgrade: the same trunk goes on with other channels (ORD-02 [T]). `booked`: trunks of the old size by now. Gives its name. */
export function trunkChannels(work: TaskWork, task: TrunkChannels, booked: number): Promise<string> {
  const { tx, provisioning, amendment } = work
  const name = amendment?.kind === 'trunk-channels' ? amendment.name : null
  const { product, before, channels } = task
  const stay = booked + yetToLeave(work, task)
  return provisioning.trunkChannels(tx, tenantOf(work), { product, before, channels, name, stay })
}

/** Trunks of the old size that go on to another, or come to it, by tasks of the same order behind this one: the contract is ahead of them. Below nothing: more come. */
export function yetToLeave({ tasks, position }: Pick<TaskWork, 'tasks' | 'position'>, { product, before }: TrunkChannels): number {
  const open = tasks.filter(({ position: at, doneAt, skipped }) => at > position && doneAt === undefined && skipped === undefined)
  return open.reduce((sum, { task }) => {
    if (task.kind === 'trunk' && task.product === product && task.channels === before) return sum - 1
    if (task.kind === 'take-away' && task.product === product && task.channels === before) return sum + task.count
    if (task.kind !== 'trunk-channels' || task.product !== product) return sum
    return sum + (task.before === before ? 1 : 0) - (task.channels === before ? 1 : 0)
  }, 0)
}

function sameBefore(tasks: readonly StoredTask[], position: number, product: string): number {
  return tasks.filter(({ task, position: at }) => at < position && task.kind === 'trunk' && task.product === product).length
}

/**
 * The numbers of an order that lead to one of its trunks. An account gets one single number; trunks get blocks in turn, and the singles that no account takes, where
 * their product has such (TRK-01): with one trunk, all of them.
 */
export function dealtTo(tasks: readonly StoredTask[], position: number): readonly OrderedBlock[] {
  const numbers = tasks.flatMap(({ task, doneAt, result }) =>
    task.kind === 'numbers' && doneAt !== undefined ? [{ first: result, size: task.size }] : [],
  )
  const trunks = tasks.flatMap(({ task, position: at, skipped }) =>
    task.kind === 'trunk' && skipped === undefined ? [{ at, product: task.product }] : [],
  )
  const [singles, blocks] = [numbers.filter(({ size }) => size === 1), numbers.filter(({ size }) => size > 1)]
  const [accounts, others] = [trunks.filter(({ product }) => product === ACCOUNT), trunks.filter(({ product }) => product !== ACCOUNT)]
  const account = accounts.findIndex(({ at }) => at === position)
  if (account !== -1) return singles.slice(account, account + 1)
  const withSingles = others.filter(({ product }) => product !== 'extended')
  return [...inTurn(blocks, others, position), ...inTurn(singles.slice(accounts.length), withSingles, position)]
}

function inTurn(numbers: readonly OrderedBlock[], trunks: readonly { readonly at: number }[], position: number): readonly OrderedBlock[] {
  return numbers.filter((_, index) => trunks[index % trunks.length]?.at === position)
}
