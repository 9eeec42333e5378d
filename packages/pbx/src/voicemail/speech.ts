import type { Language } from '@klinke/platform'
import type { MediaSource } from '@klinke/rtp'
import type { PromptId } from '../prompts/catalogue.ts'
import type { Listener, Prompts } from '../prompts/prompts.ts'
import type { PbxSnapshot } from '../snapshot.ts'

/** A piece of what a mailbox says. */
export type Spoken =
  | { readonly say: MailboxPhrase }
  /** How many messages there are. */
  | { readonly say: 'counts'; readonly new: number; readonly saved: number }
  /** Digit by digit. */
  | { readonly say: 'digits'; readonly digits: string }
  /** When a message came, in the tenant's time zone. */
  | { readonly say: 'received'; readonly atMs: number; readonly nowMs: number }
  | { readonly say: 'file'; readonly path: string }

/** Fixed phrases. */
export type MailboxPhrase = keyof typeof PHRASES

const PHRASES = {
  greeting: ['vm-greeting'],
  'mailbox-full': ['vm-mailbox-full'],
  // The caller need not know whose room is full.
  'storage-full': ['vm-mailbox-full'],
  unavailable: ['not-possible'],
  'message-too-short': ['vm-message-too-short'],
  'message-stored': ['vm-message-stored'],
  'enter-extension': ['vm-enter-mailbox'],
  'enter-pin': ['enter-pin'],
  'pin-wrong': ['wrong-pin'],
  'pin-locked': ['pin-locked'],
  'pin-missing': ['not-possible'],
  'no-more-messages': ['vm-no-more'],
  'main-menu': ['vm-main-menu'],
  'message-menu': ['vm-message-menu'],
  'first-message': ['vm-first-message'],
  'next-message': ['vm-next-message'],
  'this-message': ['vm-message'],
  'message-unavailable': ['vm-cannot-play'],
  from: ['vm-from'],
  'unknown-caller': ['vm-from-unknown'],
  'not-reached': ['not-available'],
  'cannot-call-back': ['not-possible'],
  'message-saved': ['vm-saved'],
  'message-deleted': ['vm-deleted'],
  'deleted-menu': ['vm-deleted-menu'],
  'message-restored': ['vm-restored'],
  'greeting-menu': ['vm-greeting-menu'],
  'greeting-actions': ['vm-greeting-actions'],
  'no-greeting': ['vm-no-greeting'],
  'greeting-deleted': ['vm-deleted'],
  'record-greeting': ['vm-record-greeting'],
  'keep-recording': ['vm-keep-recording'],
  'greeting-stored': ['vm-saved'],
  'new-pin': ['vm-new-pin'],
  'repeat-pin': ['vm-new-pin-again'],
  'pin-changed': ['vm-pin-changed'],
  'pin-refused': ['vm-pin-refused'],
  goodbye: ['goodbye'],
} as const satisfies Readonly<Record<string, readonly PromptId[]>>

/** To whom, and with whose recordings. */
export interface Hearing {
  readonly language: Language
  readonly tenant: PbxSnapshot
  readonly prompts: Prompts
}

/** Turns what a mailbox says into something to play. */
export type Speech = (spoken: readonly Spoken[], hearing: Hearing) => MediaSource

/** With the prompts of the product, or of the tenant where it has its own. */
export const promptedSpeech: Speech = (spoken, { prompts, ...listener }) => ({
  kind: 'files',
  files: spoken.flatMap((piece) => filesOf(piece, prompts, listener)),
  repeat: 1,
})

function filesOf(piece: Spoken, prompts: Prompts, listener: Listener): readonly string[] {
  switch (piece.say) {
    case 'counts':
      return countFiles(piece, prompts, listener)
    case 'digits':
      return prompts.digitsFiles(piece.digits, listener)
    case 'received':
      return [...prompts.files('vm-received', listener), ...prompts.dateTimeFiles(piece.atMs, piece.nowMs, listener)]
    case 'file':
      return [piece.path]
    default:
      return prompts.files(PHRASES[piece.say], listener)
  }
}

function countFiles(counts: { readonly new: number; readonly saved: number }, prompts: Prompts, listener: Listener): readonly string[] {
  const fresh = counts.new === 0 ? [] : prompts.countedFiles(counts.new, 'vm-new-message', 'vm-new-messages', listener)
  const saved = counts.saved === 0 ? [] : prompts.countedFiles(counts.saved, 'vm-old-message', 'vm-old-messages', listener)
  if (fresh.length + saved.length === 0) return prompts.files('vm-no-messages', listener)
  const and = fresh.length > 0 && saved.length > 0 ? prompts.files('vm-and', listener) : []
  return [...prompts.files('vm-you-have', listener), ...fresh, ...and, ...saved]
}
