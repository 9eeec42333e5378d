import type { Answer, Body } from '../../api/operation.ts'
import { e164Of } from '../../shared/destinations/phone-number.ts'
import { type NameValues, numberOf } from '../../shared/editing/name-fields.tsx'
import type { Member } from '../../shared/team/members.ts'

export type RingGroup = Answer<'GET /ring-groups/{teamId}'>
type Settings = RingGroup['settings']

/** In the order in which they are explained. */
export const STRATEGIES: readonly Settings['strategy'][] = ['simultaneous', 'round-robin', 'longest-idle', 'random']
export const ROUND_ROBINS: readonly Settings['roundRobin'][] = ['next-in-turn', 'one-then-all']
export const GREETINGS: readonly Settings['greeting'][] = ['none', 'before-answer', 'answered']

export interface RingGroupValues extends NameValues {
  readonly settings: Settings
  readonly members: readonly Member[]
  /** A destination is wanted, though perhaps not chosen yet. */
  readonly hasOverflow: boolean
}

/** As the product makes a group of which only the name is said. */
export const NEW_RING_GROUP: RingGroupValues = {
  name: '',
  number: '',
  members: [],
  hasOverflow: false,
  settings: {
    strategy: 'simultaneous',
    roundRobin: 'next-in-turn',
    ringSeconds: 60,
    memberSeconds: 15,
    greeting: 'none',
    greetingAnnouncement: null,
    outsideMembers: [],
    ringTone: null,
    maxCallers: null,
    whenFull: null,
    overflow: null,
  },
}

export function valuesOf({ name, number, settings, members }: RingGroup): RingGroupValues {
  return { name, number: number ?? '', settings, members, hasOverflow: settings.overflow !== null }
}

/** As the API takes it. */
export function bodyOf(values: RingGroupValues): Body<'POST /ring-groups'> {
  const { settings, hasOverflow } = values
  return {
    name: values.name.trim(),
    number: numberOf(values),
    members: values.members,
    settings: {
      ...settings,
      outsideMembers: settings.outsideMembers.map(e164Of),
      overflow: hasOverflow ? settings.overflow : null,
      greetingAnnouncement: settings.greeting === 'none' ? null : settings.greetingAnnouncement,
    },
  }
}
