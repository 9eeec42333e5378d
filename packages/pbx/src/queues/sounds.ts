import type { MediaSource } from '@klinke/rtp'
import { announcementNamed } from '../announcements/announcement.ts'
import type { CallContext } from '../calls/context.ts'
import type { PbxSnapshot } from '../snapshot.ts'
import type { AnnouncementKind } from './announcements.ts'
import type { CallQueue, QueueSettings } from './rules.ts'

/** An announcement of the tenant in place of the product's words. */
export type OwnWords = QueueSettings['greetingAnnouncement']

/** What is said in queues. */
export type QueueWords =
  | { readonly kind: 'greeting'; readonly own: OwnWords }
  | { readonly kind: 'position'; readonly position: number }
  | { readonly kind: 'wait'; readonly seconds: number }
  | { readonly kind: 'periodic'; readonly own: OwnWords }
  /** The key that asks to be called back. */
  | { readonly kind: 'callback'; readonly key: string }
  | { readonly kind: 'callback-promised' }
  | { readonly kind: 'callback-impossible' }
  /** To the agent, before the caller is connected; `name`: files that say the name of the queue. */
  | { readonly kind: 'agent'; readonly name: readonly string[]; readonly waitedSeconds: number }

/** In the tenant's language, with its own recordings where it has some. */
export function spoken(words: QueueWords, { tenant, pbx: { prompts } }: CallContext): MediaSource {
  const listener = { tenant }
  const once = (...files: readonly (readonly string[])[]): MediaSource => ({ kind: 'files', files: files.flat(), repeat: 1 })
  switch (words.kind) {
    case 'greeting':
      return announcementNamed(words.own, prompts, tenant) ?? prompts.source('queue-welcome', listener)
    case 'periodic':
      return announcementNamed(words.own, prompts, tenant) ?? prompts.source('queue-please-hold', listener)
    case 'callback':
      return once(
        prompts.files(['callback-offer', 'flow-press'], listener),
        prompts.digitsFiles(words.key, listener),
        prompts.files('callback-keeps-place', listener),
      )
    case 'callback-promised':
      return prompts.source('callback-confirmed', listener)
    case 'callback-impossible':
      return prompts.source('not-possible', listener)
    case 'position':
      return once(prompts.positionFiles(words.position, listener))
    case 'wait':
      if (words.seconds < 60) return prompts.source('wait-under-a-minute', listener)
      // Seconds would promise more than an average can.
      return once(prompts.files('wait-about', listener), prompts.durationFiles(Math.round(words.seconds / 60) * 60, listener))
    case 'agent':
      return once(
        prompts.files('agent-call-from-queue', listener),
        words.name,
        prompts.files('agent-caller-waited', listener),
        prompts.durationFiles(words.waitedSeconds, listener),
      )
  }
}

/** What the machine has spoken of the names of queues. */
export interface QueueNames {
  /** Undefined: it has not spoken that one. */
  readonly fileOf: (name: string, tenant: PbxSnapshot) => string | undefined
}

/** To the agent who has answered: the queue, by its own recording, else by the machine, else without its name; and how long the caller has waited. */
export function wordsToAgent({ name, settings }: CallQueue, waitedSeconds: number, names: QueueNames, context: CallContext): QueueWords {
  const { tenant, pbx } = context
  const own = announcementNamed(settings.nameAnnouncement, pbx.prompts, tenant)
  const spokenName = names.fileOf(name, tenant)
  const files = own?.kind === 'files' ? own.files : spokenName === undefined ? [] : [spokenName]
  return { kind: 'agent', name: files, waitedSeconds: Math.round(waitedSeconds) }
}

/** The words of an announcement now; undefined when there is nothing to say. */
export function wordsOf(
  kind: AnnouncementKind,
  position: number,
  waitSeconds: number | undefined,
  { periodicAnnouncement: own, callback }: Pick<QueueSettings, 'periodicAnnouncement' | 'callback'>,
): QueueWords | undefined {
  switch (kind) {
    case 'position':
      return { kind, position }
    case 'wait':
      return waitSeconds === undefined ? undefined : { kind, seconds: waitSeconds }
    case 'periodic':
      return { kind, own }
    case 'callback':
      return callback === null ? undefined : { kind, key: callback.key }
  }
}
