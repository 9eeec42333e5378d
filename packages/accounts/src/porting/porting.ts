import { KlinkeError } from '@klinke/foundation'
import type { NumberState } from '../numbers/states.ts'

/** `in`: numbers come to us; `out`: a customer takes them to another carrier. */
export const PORTING_DIRECTIONS = ['in', 'out'] as const
export type PortingDirection = (typeof PORTING_DIRECTIONS)[number]

export const PORTING_STATES = ['draft', 'asked', 'rejected', 'agreed', 'scheduled', 'switched', 'done', 'cancelled'] as const
export type PortingState = (typeof PORTING_STATES)[number]

/** What happens to a porting. `agree`, `reject` and `postpone` are what the carrier that gives the numbers away says: the other one, or we (`out`). */
export const PORTING_STEPS = [
  ...(['ask', 'agree', 'reject', 'correct', 'schedule', 'postpone', 'switch', 'confirm', 'roll-back', 'cancel'] as const),
] as const
export type PortingStep = (typeof PORTING_STEPS)[number]

const NEXT: Readonly<Record<PortingState, Readonly<Partial<Record<PortingStep, PortingState>>>>> = {
  draft: { ask: 'asked', cancel: 'cancelled' },
  asked: { agree: 'agreed', reject: 'rejected', cancel: 'cancelled' },
  rejected: { correct: 'draft', cancel: 'cancelled' },
  agreed: { schedule: 'scheduled', postpone: 'agreed', cancel: 'cancelled' },
  scheduled: { schedule: 'scheduled', postpone: 'agreed', switch: 'switched', cancel: 'cancelled' },
  // Until somebody has heard a call come in, everything can be taken back.
  switched: { confirm: 'done', 'roll-back': 'agreed' },
  done: {},
  cancelled: {},
}

/** What the numbers become with that step; absent: they stay as they are. */
const NUMBERS: Readonly<Record<PortingDirection, Readonly<Partial<Record<PortingStep, NumberState>>>>> = {
  in: { ask: 'porting-in', correct: 'ordered', switch: 'active', 'roll-back': 'porting-in', cancel: 'ordered' },
  out: { agree: 'porting-out', switch: 'quarantined', 'roll-back': 'porting-out', cancel: 'active' },
}

/** Where a porting is after the step, and what its numbers are then. Throws `PortingStepImpossible`. */
export function step(
  direction: PortingDirection,
  from: PortingState,
  made: PortingStep,
): { readonly state: PortingState; readonly numbers: NumberState | undefined } {
  const state = NEXT[from][made]
  if (state === undefined) throw new PortingStepImpossible(from, made)
  // Numbers that were never asked for are still what they were.
  const isUntouched = made === 'cancel' && (from === 'draft' || (from !== 'agreed' && from !== 'scheduled' && direction === 'out'))
  return { state, numbers: isUntouched ? undefined : NUMBERS[direction][made] }
}

/** The steps that can be made now. */
export function possibleSteps(from: PortingState): readonly PortingStep[] {
  return PORTING_STEPS.filter((made) => NEXT[from][made] !== undefined)
}

export class PortingStepImpossible extends KlinkeError {
  constructor(from: PortingState, made: PortingStep) {
    const possible = possibleSteps(from)
    const what = possible.length === 0 ? 'It is over.' : `Possible now: ${possible.join(', ')}.`
    super('porting-step-impossible', `A porting that is ${from} has no step "${made}". ${what}`, {
      german: `Zu einer Portierung im Zustand „${from}“ gehört kein Schritt „${made}“. ${possible.length === 0 ? 'Sie ist beendet.' : `Möglich sind jetzt: ${possible.join(', ')}.`}`,
    })
  }
}
