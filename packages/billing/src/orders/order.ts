import { KlinkeError } from '@klinke/foundation'
import type { Text } from '@klinke/platform'

/** ORD-01. `new`: a contract, with its customer unless it is there; `change`: of a contract; `move`: of a site. */
export const ORDER_KINDS = ['new', 'change', 'move'] as const
export type OrderKind = (typeof ORDER_KINDS)[number]

/** The life of an order, in the order in which it usually goes. */
export const ORDER_STATES = [
  ...(['ordered', 'checked', 'confirmed', 'provisioned', 'active', 'terminated', 'deleted', 'refused', 'cancelled'] as const),
] as const
export type OrderState = (typeof ORDER_STATES)[number]

/** What happens to an order. `check`: credit was checked (ORD-06); `delete`: the customer's data are gone. */
export const ORDER_STEPS = ['check', 'refuse', 'confirm', 'provision', 'activate', 'terminate', 'delete', 'cancel'] as const
export type OrderStep = (typeof ORDER_STEPS)[number]

/** Steps that somebody makes; the others happen by themselves. */
export const MADE_STEPS = ['check', 'refuse', 'confirm', 'provision', 'cancel'] as const satisfies readonly OrderStep[]
export type MadeStep = (typeof MADE_STEPS)[number]

/** What happens to one task of a confirmed order that could not be done; the order stays as it is. */
export const TASK_STEPS = ['amend', 'skip'] as const
export type TaskStep = (typeof TASK_STEPS)[number]

const NEXT: Readonly<Record<OrderState, Readonly<Partial<Record<OrderStep, OrderState>>>>> = {
  ordered: { check: 'checked', refuse: 'refused', cancel: 'cancelled' },
  checked: { confirm: 'confirmed', refuse: 'refused', cancel: 'cancelled' },
  confirmed: { provision: 'provisioned', cancel: 'cancelled' },
  provisioned: { activate: 'active' },
  active: { terminate: 'terminated' },
  terminated: { delete: 'deleted' },
  deleted: {},
  refused: {},
  cancelled: {},
}

/** Where an order is after the step; `needsCheck`: it is confirmed only once credit was checked (ORD-06). Throws `OrderStepImpossible`. */
export function step(from: OrderState, made: OrderStep, needsCheck = true): OrderState {
  const state = after(from, made, needsCheck)
  if (state === undefined) throw new OrderStepImpossible(from, made)
  return state
}

function after(from: OrderState, made: OrderStep, needsCheck: boolean): OrderState | undefined {
  return from === 'ordered' && made === 'confirm' && !needsCheck ? 'confirmed' : NEXT[from][made]
}

/** The steps that somebody can make now. What has taken effect (`isBinding`) is not cancelled any more. */
export function possibleSteps(from: OrderState, isBound = false, needsCheck = true): readonly MadeStep[] {
  return MADE_STEPS.filter((made) => after(from, made, needsCheck) !== undefined && !(isBound && made === 'cancel'))
}

/**
 * Whether a confirmed order has taken effect: of a change at once, for the contract has it; of a new one with the first thing that is set up; of a move into another
 * Ortsnetz when its numbers change, for a site that does not move must keep those by which help finds it (EMG-01).
 */
export function isBinding(
  { state, kind }: { readonly state: OrderState; readonly kind: OrderKind },
  tasks: readonly { readonly doneAt: Date | undefined; readonly skipped?: object | undefined; readonly task?: { readonly kind: string } }[],
): boolean {
  const isToRenumber = tasks.some(({ task, doneAt, skipped }) => task?.kind === 'renumber' && doneAt === undefined && skipped === undefined)
  if (kind === 'move' && isToRenumber) return false
  return state === 'confirmed' && (kind !== 'new' || tasks.some(({ doneAt }) => doneAt !== undefined))
}

export const STATE_WORDS: Readonly<Record<OrderState, Text>> = {
  ordered: { de: 'eingegangen', en: 'received' },
  checked: { de: 'geprüft', en: 'checked' },
  confirmed: { de: 'bestätigt', en: 'confirmed' },
  provisioned: { de: 'bereitgestellt', en: 'provisioned' },
  active: { de: 'aktiv', en: 'active' },
  terminated: { de: 'beendet', en: 'terminated' },
  deleted: { de: 'gelöscht', en: 'deleted' },
  refused: { de: 'abgelehnt', en: 'refused' },
  cancelled: { de: 'storniert', en: 'cancelled' },
}

export class OrderStepImpossible extends KlinkeError {
  constructor(from: OrderState, made: OrderStep) {
    const possible = possibleSteps(from)
    const what = possible.length === 0 ? 'Nothing is left to be done by hand.' : `Possible now: ${possible.join(', ')}.`
    const was = possible.length === 0 ? 'Von Hand ist nichts mehr zu tun.' : `Möglich sind jetzt: ${possible.join(', ')}.`
    super('order-step-impossible', `An order that is ${STATE_WORDS[from].en} has no step "${made}". ${what}`, {
      german: `Zu einer Bestellung, die ${STATE_WORDS[from].de} ist, gehört kein Schritt „${made}“. ${was}`,
    })
  }
}
