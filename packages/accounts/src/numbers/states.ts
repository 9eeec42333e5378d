import { KlinkeError } from '@klinke/foundation'

/** The life of a number, in the order in which it usually goes. */
export const NUMBER_STATES = ['ordered', 'temporary', 'porting-in', 'active', 'porting-out', 'quarantined'] as const
export type NumberState = (typeof NUMBER_STATES)[number]

/** What can become of a number in each state; back where a porting fails, is given up or rolled back. */
const NEXT: Readonly<Record<NumberState, readonly NumberState[]>> = {
  ordered: ['temporary', 'porting-in', 'active'],
  temporary: ['active', 'quarantined'],
  'porting-in': ['active', 'ordered'],
  active: ['porting-out', 'quarantined', 'porting-in'],
  'porting-out': ['quarantined', 'active'],
  quarantined: ['active', 'porting-out'],
}

/** Calls reach the number, and it is shown outside. */
export const IN_USE: ReadonlySet<NumberState> = new Set(['temporary', 'active', 'porting-out'])

/** Throws `StateImpossible`; to stay as it is, is always possible. */
export function assertMayBecome(e164: string, from: NumberState, to: NumberState): void {
  if (from !== to && !NEXT[from].includes(to)) throw new StateImpossible(e164, from, to)
}

export class StateImpossible extends KlinkeError {
  constructor(e164: string, from: NumberState, to: NumberState) {
    super('number-state-impossible', `${e164} is ${from} and cannot become ${to}. It can become: ${NEXT[from].join(', ')}.`)
  }
}
