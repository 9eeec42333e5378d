import { extensionNumber } from '@klinke/accounts'
import { KlinkeError } from '@klinke/foundation'
import type { ProblemTable } from '@klinke/platform'
import { z } from 'zod'
import { callDestination } from '../destinations/destination.ts'
import { isOpen } from '../schedules/opening.ts'
import { scheduleRef } from '../schedules/rules.ts'
import type { PbxSnapshot } from '../snapshot.ts'

/** Which of the two targets counts; `automatic`: the schedule says. In the order in which the code goes through them. */
export const MODES = ['automatic', 'day', 'night'] as const

export type OperatorMode = (typeof MODES)[number]

const seconds = z.int().min(5).max(300)

const fields = {
  day: z
    .strictObject({ kind: z.enum(['extension', 'group', 'queue']), targetId: z.uuid() })
    .describe('The phone, ring group or queue of the operators'),
  night: callDestination.nullable().describe('Any destination; null: as by day'),
  hours: z.strictObject({ schedule: scheduleRef }).nullable().describe('While it is closed it is night; null: always day'),
  greeting: z
    .enum(['none', 'before-answer', 'answered'])
    .describe('Whether callers hear a word of welcome before it rings, without charge before the answer (LAW-08) or answered'),
  ringSeconds: seconds.describe('How long a phone is rung; groups and queues have times of their own'),
  overflow: callDestination.nullable().describe('When nobody answers; null: the caller is told so'),
  returnSeconds: seconds.describe('How long an extension is rung for a caller that an operator has transferred'),
  switchedBy: z
    .enum(['operators', 'everyone'])
    .describe('Who may switch between day and night by code: those of the day target, or all extensions'),
}
const head = {
  name: z.string().trim().min(1).max(100),
  number: extensionNumber.nullable().describe('Internal number; null: only destinations lead here'),
}

export const operatorSettings = z.strictObject(fields)

export type OperatorSettings = z.infer<typeof operatorSettings>

/** Of a position that has only a day target. */
export const DEFAULT_OPERATOR_SETTINGS: Omit<OperatorSettings, 'day'> = {
  night: null,
  hours: null,
  greeting: 'none',
  ringSeconds: 60,
  overflow: null,
  returnSeconds: 30,
  switchedBy: 'operators',
}
export const DEFAULT_OPERATOR_NAME = 'Zentrale'

export const operatorPosition = z.object({ ...head, ...fields, mode: z.enum(MODES) })
export const operatorPositionChange = z.strictObject({ ...head, ...fields, mode: z.enum(MODES) }).partial()

export type OperatorPositionChange = z.infer<typeof operatorPositionChange>

/** What calls read of a tenant's operator position. */
export interface OperatorPosition {
  readonly id: string
  readonly name: string
  readonly number: string | null
  readonly settings: OperatorSettings
  readonly mode: OperatorMode
}

export type Period = 'day' | 'night'

/** Which target counts now. A schedule that is gone closes nothing. */
export function periodOf({ mode, settings }: OperatorPosition, schedules: PbxSnapshot['schedules'], nowMs: number): Period {
  if (mode !== 'automatic') return mode
  const schedule = settings.hours === null ? undefined : schedules.get(settings.hours.schedule.targetId)
  return schedule === undefined || isOpen(schedule, nowMs) ? 'day' : 'night'
}

/** What the code without a digit switches to: from one mode to the next. */
export function nextMode(mode: OperatorMode): OperatorMode {
  return MODES[(MODES.indexOf(mode) + 1) % MODES.length] ?? 'automatic'
}

/** An extension that serves the position by day. */
export function isOperator({ ringGroups, queues }: PbxSnapshot, { settings: { day } }: OperatorPosition, extensionId: string): boolean {
  if (day.kind === 'extension') return day.targetId === extensionId
  const team = (day.kind === 'group' ? ringGroups : queues).get(day.targetId)
  return team?.members.some((member) => member.extensionId === extensionId) === true
}

export class OperatorWithoutTarget extends KlinkeError {
  constructor() {
    super('operator-without-target', 'The tenant has no operator position yet. Say with "day" which extension, ring group or queue it is.')
  }
}

export const operatorProblems: ProblemTable = {
  'operator-without-target': {
    status: 422,
    title: { en: 'Who is the operator?', de: 'Wer ist die Zentrale?' },
    germanDetail: 'Der Kunde hat noch keine Vermittlung. Sagen Sie mit „day“, welche Nebenstelle, Rufgruppe oder Warteschlange sie ist.',
  },
}
