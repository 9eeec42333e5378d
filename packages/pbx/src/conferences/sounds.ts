import type { MediaSource } from '@klinke/rtp'
import type { CallContext } from '../calls/context.ts'
import type { PromptId } from '../prompts/catalogue.ts'

/** What a caller or a member is told, in the tenant's language. */
export type ConferenceNotice = keyof typeof NOTICES

const NOTICES = {
  'ask-pin': ['conf-enter-pin'],
  'ask-number': ['enter-number'],
  'say-name': ['conf-say-name'],
  'wrong-pin': ['wrong-pin'],
  'no-more-tries': ['wrong-pin', 'goodbye'],
  'pin-locked': ['pin-locked', 'goodbye'],
  full: ['conf-full', 'goodbye'],
  'locked-out': ['conf-is-locked', 'goodbye'],
  alone: ['conf-alone'],
  'wait-for-moderator': ['conf-wait-for-moderator'],
  muted: ['conf-muted'],
  unmuted: ['conf-unmuted'],
  'all-muted': ['conf-all-muted'],
  'all-unmuted': ['conf-all-unmuted'],
  locked: ['conf-locked'],
  unlocked: ['conf-unlocked'],
  removed: ['conf-kicked'],
  done: ['done'],
  recorded: ['conf-recording'],
  'recording-ended': ['recording-stopped'],
  menu: ['conf-moderator-menu'],
  'not-possible': ['not-possible'],
} as const satisfies Readonly<Record<string, readonly PromptId[]>>

export function noticeSource(notice: ConferenceNotice, { tenant, pbx }: CallContext): MediaSource {
  return pbx.prompts.source(NOTICES[notice], { tenant })
}

/** "There are three participants in the conference." */
export function countSource(members: number, { tenant, pbx: { prompts } }: CallContext): MediaSource {
  const listener = { tenant }
  const [there, participants]: readonly [PromptId, PromptId] =
    members === 1 ? ['conf-there-is', 'conf-participant'] : ['conf-there-are', 'conf-participants']
  const files = [
    ...prompts.files(there, listener),
    ...prompts.numberFiles(members, listener, 'ein'),
    ...prompts.files(participants, listener),
  ]
  return { kind: 'files', files, repeat: 1 }
}

/** "… has joined.", in which a member's own voice says its name. */
export function nameSource(path: string, what: 'joined' | 'left', { tenant, pbx: { prompts } }: CallContext): MediaSource {
  const said = prompts.files(what === 'joined' ? 'conf-has-joined' : 'conf-has-left', { tenant })
  return { kind: 'files', files: [path, ...said], repeat: 1 }
}

/** The names of all members, one after the other; "a participant" for one without. */
export function rollCallSource(names: readonly (string | undefined)[], { tenant, pbx: { prompts } }: CallContext): MediaSource {
  const files = names.flatMap((name) => (name === undefined ? prompts.files('conf-someone', { tenant }) : [name]))
  return { kind: 'files', files, repeat: 1 }
}

/** To all: somebody has come or gone. */
export function entryTone(what: 'joined' | 'left'): MediaSource {
  return { kind: 'signal', signal: what }
}
