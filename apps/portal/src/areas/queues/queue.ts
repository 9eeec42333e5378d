import type { Answer, Body } from '../../api/operation.ts'
import { type NameValues, numberOf } from '../../shared/editing/name-fields.tsx'
import type { Member } from '../../shared/team/members.ts'

export type Queue = Answer<'GET /queues/{teamId}'>
type Settings = Queue['settings']

/** In the order in which they are explained. */
export const STRATEGIES: readonly Settings['strategy'][] = ['longest-idle', 'next-in-turn', 'random', 'simultaneous']
export const ANSWERS: readonly Settings['answer'][] = ['at-once', 'with-agent']
/** What is said again and again while one waits. */
export const REPEATED = ['position', 'wait', 'periodic'] as const
/** When a caller goes elsewhere. */
export const ELSEWHERE = ['whenClosed', 'whenNoAgent', 'whenAllBusy', 'whenFull', 'afterMaxWait'] as const
export type Elsewhere = (typeof ELSEWHERE)[number]

export interface QueueValues extends NameValues {
  readonly members: readonly Member[]
  readonly settings: Settings
  /** A destination is wanted, though perhaps not chosen yet. */
  readonly leads: Readonly<Record<Elsewhere, boolean>>
  /** Empty: callers cannot ask for a callback. */
  readonly callbackKey: string
}

/** As the product makes a queue of which only the name is said. */
export const NEW_QUEUE: QueueValues = {
  ...{ name: '', number: '', members: [], callbackKey: '' },
  leads: { whenClosed: false, whenNoAgent: false, whenAllBusy: false, whenFull: false, afterMaxWait: false },
  settings: {
    ...{ strategy: 'longest-idle', answer: 'at-once', greeting: true, greetingAnnouncement: null, periodicAnnouncement: null },
    announcements: { position: null, wait: null, periodic: null, callback: null },
    ...{ agentSeconds: 20, retrySeconds: 10, wrapUpSeconds: 0, announceToAgent: true, nameAnnouncement: null, ringTone: null },
    ...{ maxCallers: 100, maxWaitSeconds: null, hours: null, priorityCallers: [], exit: null, callback: null },
    ...{ whenClosed: null, whenFull: null, whenNoAgent: null, whenAllBusy: null, afterMaxWait: null },
  },
}

export function valuesOf({ name, number, members, settings }: Queue): QueueValues {
  const leads = {
    whenClosed: settings.whenClosed !== null,
    whenNoAgent: settings.whenNoAgent !== null,
    whenAllBusy: settings.whenAllBusy !== null,
    whenFull: settings.whenFull !== null,
    afterMaxWait: settings.afterMaxWait !== null,
  }
  return { name, number: number ?? '', members, settings, leads, callbackKey: settings.callback?.key ?? '' }
}

/** As the API takes it. */
export function bodyOf(values: QueueValues): Body<'POST /queues'> {
  const { settings, leads, callbackKey, members } = values
  const led = ELSEWHERE.map((when) => [when, leads[when] ? settings[when] : null] as const)
  const callback = callbackKey === '' ? null : { key: callbackKey }
  return { name: values.name.trim(), number: numberOf(values), members, settings: { ...settings, ...Object.fromEntries(led), callback } }
}
