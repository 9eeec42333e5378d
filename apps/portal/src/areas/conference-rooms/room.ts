import type { Answer, Body } from '../../api/operation.ts'
import { type NameValues, numberOf } from '../../shared/editing/name-fields.tsx'

export type Room = Answer<'GET /conference-rooms/{roomId}'>
export type Conference = Answer<'GET /conference-rooms/{roomId}/conference'>
export type ConferenceMember = Conference['members'][number]

export interface RoomValues extends NameValues {
  /** What is written; empty: as it is. */
  readonly participantPin: string
  readonly moderatorPin: string
  /** The PIN that there is goes. */
  readonly noParticipantPin: boolean
  readonly noModeratorPin: boolean
  readonly maxMembers: number
  readonly waitForModerator: boolean
  readonly endsWithModerator: boolean
  readonly entryTones: boolean
  readonly announceCount: boolean
  readonly announceNames: boolean
}

export const NEW_ROOM: RoomValues = {
  ...{ name: '', number: '', participantPin: '', moderatorPin: '', noParticipantPin: false, noModeratorPin: false },
  ...{ maxMembers: 99, waitForModerator: false, endsWithModerator: false, entryTones: true, announceCount: true, announceNames: false },
}

export function valuesOf(room: Room): RoomValues {
  const { name, number, maxMembers, waitForModerator, whenModeratorLeaves, entryTones, announceCount, announceNames } = room
  const settings = {
    maxMembers,
    waitForModerator,
    endsWithModerator: whenModeratorLeaves === 'ends',
    entryTones,
    announceCount,
    announceNames,
  }
  return { ...NEW_ROOM, name, number: number ?? '', ...settings }
}

/** As the API takes it; PINs only where they change. */
export function bodyOf(values: RoomValues): Body<'POST /conference-rooms'> {
  const { maxMembers, waitForModerator, endsWithModerator, entryTones, announceCount, announceNames } = values
  return {
    name: values.name.trim(),
    number: numberOf(values),
    whenModeratorLeaves: endsWithModerator ? 'ends' : 'goes-on',
    ...{ maxMembers, waitForModerator, entryTones, announceCount, announceNames },
    ...pin('participantPin', values.participantPin, values.noParticipantPin),
    ...pin('moderatorPin', values.moderatorPin, values.noModeratorPin),
  }
}

function pin(
  name: 'participantPin' | 'moderatorPin',
  written: string,
  isGone: boolean,
): { readonly [Name in typeof name]?: string | null } {
  if (isGone) return { [name]: null }
  return written === '' ? {} : { [name]: written }
}

/** What a member is called: its name as it says, with its number. */
export function memberName({ party: { displayName, number } }: ConferenceMember): string {
  return displayName === null || displayName === '' ? number : `${displayName} (${number})`
}
