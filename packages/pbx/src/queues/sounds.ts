import type { Call } from '@klinke/calls'
import type { AnnouncementKind } from './announcements.ts'

/** As the media engine takes them. */
export type Sound = Parameters<Call['play']>[0]

/** What is said in queues. */
export type QueueWords =
  | { readonly kind: 'greeting' }
  | { readonly kind: 'position'; readonly position: number }
  | { readonly kind: 'wait'; readonly seconds: number }
  | { readonly kind: 'periodic' }
  | { readonly kind: 'callback-promised' }
  /** To the agent, before the caller is connected. */
  | { readonly kind: 'agent'; readonly queueName: string; readonly waitedSeconds: number }

/** How a queue sounds: the one place where prompts are chosen. */
export interface QueueSounds {
  music(call: Call): Sound
  words(words: QueueWords): Sound
}

/** Signals of the exchange, as long as there is no spoken prompt for something. */
export const SIGNALS: QueueSounds = {
  music: ({ profile }) => profile.holdMusic ?? { kind: 'signal', signal: 'ringback' },
  words: ({ kind }) => ({ kind: 'signal', signal: kind === 'agent' || kind === 'callback-promised' ? 'beep' : 'accepted' }),
}

/** The words of an announcement now; undefined when there is nothing to say. */
export function wordsOf(kind: AnnouncementKind, position: number, waitSeconds: number | undefined): QueueWords | undefined {
  switch (kind) {
    case 'position':
      return { kind, position }
    case 'wait':
      return waitSeconds === undefined ? undefined : { kind, seconds: waitSeconds }
    case 'periodic':
      return { kind }
  }
}
