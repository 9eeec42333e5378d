import type { ConferenceRole } from './rules.ts'

/** What members do by keys during a conference: `*`, then the digit. */
export type KeyAction =
  | 'mute-self'
  | 'private-word'
  | 'record'
  | 'count'
  | 'invite'
  | 'names'
  | 'mute-all'
  | 'lock'
  | 'remove-last'
  | 'end'
  | 'menu'

interface KeyRight {
  readonly action: KeyAction
  readonly moderatorOnly: boolean
}

const KEYS: Readonly<Record<string, KeyRight>> = {
  '0': { action: 'private-word', moderatorOnly: true },
  '6': { action: 'mute-self', moderatorOnly: false },
  '1': { action: 'record', moderatorOnly: true },
  '2': { action: 'count', moderatorOnly: false },
  '3': { action: 'invite', moderatorOnly: true },
  '4': { action: 'names', moderatorOnly: false },
  '5': { action: 'mute-all', moderatorOnly: true },
  '7': { action: 'lock', moderatorOnly: true },
  '8': { action: 'remove-last', moderatorOnly: true },
  '9': { action: 'end', moderatorOnly: true },
  '*': { action: 'menu', moderatorOnly: true },
}

/** How long the digit after `*` may take. */
export const KEY_WITHIN_MS = 3000

/** What the digit after `*` means for such a member; undefined: nothing, or it is not allowed to. */
export function keyAction(digit: string, role: ConferenceRole): KeyAction | undefined {
  const right = KEYS[digit]
  return right === undefined || (right.moderatorOnly && role !== 'moderator') ? undefined : right.action
}
