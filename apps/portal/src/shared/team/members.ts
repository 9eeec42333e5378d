/** An extension that belongs to a group or queue. */
export interface Member {
  readonly extensionId: string
  readonly signedIn: boolean
  readonly paused: boolean
}

export const MEMBER_STATES = ['takes', 'paused', 'signedOut'] as const
export type MemberState = (typeof MEMBER_STATES)[number]

export function stateOf({ signedIn, paused }: Member): MemberState {
  if (!signedIn) return 'signedOut'
  return paused ? 'paused' : 'takes'
}

export function inState(member: Member, state: MemberState): Member {
  return { ...member, signedIn: state !== 'signedOut', paused: state === 'paused' }
}

/** The list with the entry at `from` moved to `to`; the same list where one of them does not exist. */
export function moved<Entry>(list: readonly Entry[], from: number, to: number): readonly Entry[] {
  const entry = list[from]
  if (entry === undefined || to < 0 || to >= list.length) return list
  const others = list.filter((_each, index) => index !== from)
  return [...others.slice(0, to), entry, ...others.slice(to)]
}
