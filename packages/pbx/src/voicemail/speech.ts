import type { MediaSource } from '@klinke/rtp'
import type { PbxSnapshot } from '../snapshot.ts'
import type { MailboxSettings } from './mailbox.ts'

/** A piece of what a mailbox says. */
export type Spoken =
  | { readonly say: MailboxPhrase }
  | { readonly say: 'number'; readonly value: number }
  /** Digit by digit. */
  | { readonly say: 'digits'; readonly digits: string }
  /** Day and time of day, in the tenant's time zone. */
  | { readonly say: 'moment'; readonly atMs: number }
  | { readonly say: 'file'; readonly path: string }

/** Fixed phrases. */
export type MailboxPhrase =
  | 'greeting'
  | 'unavailable'
  | 'mailbox-full'
  | 'storage-full'
  | 'message-too-short'
  | 'message-stored'
  | 'enter-extension'
  | 'enter-pin'
  | 'pin-wrong'
  | 'pin-locked'
  | 'pin-missing'
  | 'new-messages'
  | 'saved-messages'
  | 'no-messages'
  | 'main-menu'
  | 'message-menu'
  | 'message-from'
  | 'unknown-caller'
  | 'message-saved'
  | 'message-deleted'
  | 'greeting-menu'
  | 'record-greeting'
  | 'greeting-stored'
  | 'new-pin'
  | 'repeat-pin'
  | 'pin-changed'
  | 'pins-differ'
  | 'goodbye'

/** Turns what a mailbox says into something to play. */
export type Speech = (spoken: readonly Spoken[], language: MailboxSettings['language'], tenant: PbxSnapshot) => MediaSource

/** Without recorded phrases only files are heard; a beep stands for anything else. */
export const plainSpeech: Speech = (spoken) => {
  const files = spoken.flatMap((piece) => (piece.say === 'file' ? [piece.path] : []))
  return files.length === 0 ? { kind: 'signal', signal: 'beep' } : { kind: 'files', files, repeat: 1 }
}
