import type { Answer } from '../../../api/operation.ts'
import { Problem } from '../../../api/problem.ts'

export type Continuity = Answer<'GET /trunk-continuity/{trunkId}'>
export type TrunkState = Answer<'GET /customer-trunks/{trunkId}/state'>
export type Way = Continuity['destination']['kind']

export const REFRESHED = { refreshes: ['/trunk-continuity'] } as const
export const WAYS = ['external', 'announcement', 'voicemail'] as const satisfies readonly Way[]

/** What stands in the form; each way keeps what was entered for it. */
export interface OutageValues {
  readonly mode: Continuity['mode']
  readonly way: Way
  readonly number: string
  readonly announcementId: string | null
  readonly mailboxId: string | null
}

export const NOTHING_SET: OutageValues = { mode: 'automatic', way: 'external', number: '', announcementId: null, mailboxId: null }

export function outageValuesOf({ mode, destination }: Pick<Continuity, 'mode' | 'destination'>): OutageValues {
  const chosen = { ...NOTHING_SET, mode, way: destination.kind }
  if (destination.kind === 'external') return { ...chosen, number: destination.number }
  return destination.kind === 'announcement'
    ? { ...chosen, announcementId: destination.targetId }
    : { ...chosen, mailboxId: destination.targetId }
}

/** `number`: in E.164. */
export function destinationOf({ way, announcementId, mailboxId }: OutageValues, number: string): Continuity['destination'] {
  if (way === 'external') return { kind: way, number }
  return { kind: way, targetId: (way === 'announcement' ? announcementId : mailboxId) ?? '' }
}

/** Nothing is set yet, which is no trouble. */
export function isUnset(error: Error | null): boolean {
  return error instanceof Problem && error.status === 404
}

/** Which way calls go now. Undefined: nobody may say whether the PBX is there. */
export function wayNow(mode: Continuity['mode'] | undefined, reachable: boolean | undefined): 'pbx' | 'instead' | 'fails' | undefined {
  if (mode === 'always') return 'instead'
  if (reachable === undefined) return undefined
  if (reachable) return 'pbx'
  return mode === 'automatic' ? 'instead' : 'fails'
}
