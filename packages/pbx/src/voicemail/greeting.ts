import { isOpen } from '../schedules/opening.ts'
import type { Schedule } from '../schedules/schedule.ts'
import type { GreetingKind, Mailbox } from './mailbox.ts'

export interface GreetingSituation {
  /** The call came here because the extension is busy. */
  readonly busy: boolean
  readonly nowMs: number
  readonly schedules: ReadonlyMap<string, Schedule>
}

/**
 * The recorded greeting that a caller hears; undefined: the product's. Who finds the line busy hears the greeting for that,
 * unless the owner is away (temporary). A schedule that is gone counts as closed, as everywhere.
 */
export function greetingFor({ settings, greetings }: Mailbox, situation: GreetingSituation): GreetingKind | undefined {
  const chosen = inUse(settings.greeting, situation)
  const wanted = situation.busy && chosen === 'standard' ? 'busy' : chosen
  return [wanted, 'standard' as const].find((kind) => greetings.has(kind))
}

function inUse(choice: Mailbox['settings']['greeting'], { nowMs, schedules }: GreetingSituation): GreetingKind {
  if (choice.kind === 'always') return choice.greeting
  const schedule = schedules.get(choice.schedule.targetId)
  return schedule !== undefined && isOpen(schedule, nowMs) ? choice.open : choice.closed
}
