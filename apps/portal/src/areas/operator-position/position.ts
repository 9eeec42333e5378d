import type { Answer, Body } from '../../api/operation.ts'
import type { Destination } from '../../shared/destinations/destination.ts'

export type Position = Answer<'GET /operator-position'>

export interface PositionValues extends Pick<Position, 'name' | 'mode' | 'greeting' | 'ringSeconds' | 'returnSeconds' | 'switchedBy'> {
  readonly number: string
  readonly day: Destination | null
  readonly hasNight: boolean
  readonly night: Destination | null
  /** Id of the schedule. */
  readonly hours: string | null
  readonly hasOverflow: boolean
  readonly overflow: Destination | null
}

export function newPosition(name: string): PositionValues {
  return {
    ...{ name, number: '', mode: 'automatic', greeting: 'none', ringSeconds: 60, returnSeconds: 30, switchedBy: 'operators' },
    ...{ day: null, hasNight: false, night: null, hours: null, hasOverflow: false, overflow: null },
  }
}

export function valuesOf(position: Position): PositionValues {
  const { name, number, mode, greeting, ringSeconds, returnSeconds, switchedBy, day, night, hours, overflow } = position
  return {
    ...{ name, number: number ?? '', mode, greeting, ringSeconds, returnSeconds, switchedBy, day },
    ...{ hasNight: night !== null, night, hours: hours?.schedule.targetId ?? null, hasOverflow: overflow !== null, overflow },
  }
}

/** As the API takes it. */
export function bodyOf(values: PositionValues): Body<'PATCH /operator-position'> {
  const { number, day, hasNight, night, hours, hasOverflow, overflow, ...same } = values
  const isTeam = day?.kind === 'extension' || day?.kind === 'group' || day?.kind === 'queue'
  return {
    ...same,
    number: number.trim() === '' ? null : number.trim(),
    ...(isTeam ? { day: { kind: day.kind, targetId: day.targetId } } : {}),
    night: hasNight ? night : null,
    hours: hours === null ? null : { schedule: { kind: 'schedule', targetId: hours } },
    overflow: hasOverflow ? overflow : null,
  }
}
