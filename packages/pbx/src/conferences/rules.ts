/** Who somebody is in a conference. */
export type ConferenceRole = 'participant' | 'moderator'

export interface ConferenceSettings {
  /** At most; the tenant's profile may allow fewer. */
  readonly maxMembers: number
  /** Until a moderator is there, participants hear music. */
  readonly waitForModerator: boolean
  /** When the last moderator leaves. */
  readonly whenModeratorLeaves: 'goes-on' | 'ends'
  /** Tones when somebody comes or goes. */
  readonly entryTones: boolean
  /** Whoever comes in is told how many are there. */
  readonly announceCount: boolean
  /** Whoever comes in says its name before, which all hear in place of the tones. */
  readonly announceNames: boolean
}

/** A room as calls read it. */
export interface ConferenceRoom extends ConferenceSettings {
  readonly id: string
  readonly name: string
  /** Internal number, if it has one. */
  readonly number: string | undefined
  /** Hashes (`Pins`); undefined: nobody is asked for it. */
  readonly participantPin: string | undefined
  readonly moderatorPin: string | undefined
}

/** As many as the mixer takes, and what a tenant has whose profile says nothing else (CONF-01, section 24). */
export const MAX_CONFERENCE_MEMBERS = 99

/** What decisions read of a member. */
export interface Attendance {
  readonly role: ConferenceRole
  /** It has put the conference on hold, and listens to nobody. */
  readonly held?: boolean
}

/** What decisions read of a conference. */
export interface Gathering {
  readonly members: readonly Attendance[]
  readonly locked: boolean
  /** A moderator has been there, or none is needed. */
  readonly opened: boolean
}

export const NOBODY: Gathering = { members: [], locked: false, opened: false }

/** How many members a room takes. */
export function capacityOf(room: ConferenceSettings, profileMembers: number = MAX_CONFERENCE_MEMBERS): number {
  return Math.min(room.maxMembers, profileMembers, MAX_CONFERENCE_MEMBERS)
}

/** Whether one more may come in. A moderator has the key to a locked room, but no room has more seats than it has. */
export function admission({ members, locked }: Gathering, capacity: number, role: ConferenceRole): 'welcome' | 'full' | 'locked' {
  if (members.length >= capacity) return 'full'
  return locked && role === 'participant' ? 'locked' : 'welcome'
}

/** The conference is open once nobody has to be waited for, and stays so. */
export function isOpen({ members, opened }: Gathering, { waitForModerator }: ConferenceSettings): boolean {
  return opened || !waitForModerator || members.some(isModerator)
}

/** What a member hears: the others, or music while it waits or nobody else is on the line, so that nobody is left in silence. */
export function hearing({ members, opened }: Gathering): 'others' | 'music' {
  return opened && members.filter(({ held }) => held !== true).length > 1 ? 'others' : 'music'
}

/** What somebody is told who has just come in. */
export function welcomeOf(
  { members, opened }: Gathering,
  { announceCount }: ConferenceSettings,
): 'wait-for-moderator' | 'alone' | 'count' | undefined {
  if (!opened) return 'wait-for-moderator'
  if (members.length === 1) return 'alone'
  return announceCount ? 'count' : undefined
}

/** What becomes of a conference that `gone` has left; `members` are those who remain. */
export function afterLeaving(gone: Attendance, { members }: Gathering, room: ConferenceSettings): 'goes-on' | 'ends' {
  if (members.length === 0) return 'ends'
  const lastModerator = isModerator(gone) && !members.some(isModerator)
  return lastModerator && room.whenModeratorLeaves === 'ends' ? 'ends' : 'goes-on'
}

function isModerator({ role }: Attendance): boolean {
  return role === 'moderator'
}
