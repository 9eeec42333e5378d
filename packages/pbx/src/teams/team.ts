/** Ring groups, queues and page groups: extensions that take calls together. */
export type TeamKind = 'group' | 'queue' | 'page'

/** A team as calls read it. */
export interface Team<Settings> {
  readonly id: string
  readonly name: string
  /** Internal number; null for a team that only other destinations lead to. */
  readonly number: string | null
  readonly settings: Settings
  /** In the order in which they are rung in turn. */
  readonly members: readonly TeamMember[]
}

export interface TeamMember {
  readonly extensionId: string
  readonly signedIn: boolean
  /** Signed in, but takes no calls now. */
  readonly paused: boolean
}

export interface StoredTeam<Settings> extends Team<Settings> {
  readonly tenantId: string
}

/** Members that are to be rung at all, busy or not. */
export function onDuty({ members }: Team<unknown>): readonly string[] {
  return members.filter(({ signedIn, paused }) => signedIn && !paused).map(({ extensionId }) => extensionId)
}
