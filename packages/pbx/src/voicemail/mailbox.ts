import type { ScheduleRef } from '../schedules/rules.ts'

export const GREETING_KINDS = ['standard', 'busy', 'temporary'] as const

/** VM-04. */
export type GreetingKind = (typeof GREETING_KINDS)[number]

/** What the owner of a mailbox chooses. */
export interface MailboxSettings {
  /** Off: calls that are led here are refused. */
  readonly enabled: boolean
  readonly language: 'de' | 'en'
  readonly greeting: GreetingChoice
  /** The own phone must give the PIN too. */
  readonly pinFromOwnPhone: boolean
  /** Number and time of each message are said before it. */
  readonly announceCaller: boolean
  /** Each message goes there as a WAV file (VM-03). */
  readonly mailTo: string | null
  /** A message that went out by mail is not kept. */
  readonly deleteAfterMail: boolean
}

/** Which greeting is in use. One that is not recorded is replaced by the standard one, and that by the product's. */
export type GreetingChoice =
  | { readonly kind: 'always'; readonly greeting: GreetingKind }
  | { readonly kind: 'by-schedule'; readonly schedule: ScheduleRef; readonly open: GreetingKind; readonly closed: GreetingKind }

export const DEFAULT_MAILBOX_SETTINGS: MailboxSettings = {
  enabled: true,
  language: 'de',
  greeting: { kind: 'always', greeting: 'standard' },
  pinFromOwnPhone: false,
  announceCaller: true,
  mailTo: null,
  deleteAfterMail: false,
}

/** A mailbox as calls see it. */
export interface Mailbox {
  readonly id: string
  readonly tenantId: string
  readonly extensionId: string
  readonly settings: MailboxSettings
  /** Undefined: no PIN has been chosen, and the box opens from the own phone only. */
  readonly pinHash: string | undefined
  /** Recorded greetings: names of sound files. */
  readonly greetings: ReadonlyMap<GreetingKind, string>
}

/** A tenant's mailboxes. */
export interface Voicemail {
  /** By id. */
  readonly boxes: ReadonlyMap<string, Mailbox>
  readonly ofExtension: ReadonlyMap<string, Mailbox>
  /** Id of the call target where any mailbox is reached with its number and PIN. */
  readonly accessId: string | undefined
}

export const NO_VOICEMAIL: Voicemail = { boxes: new Map(), ofExtension: new Map(), accessId: undefined }

/** A message that somebody has left. `new` until it has been heard. */
export interface Message {
  readonly id: string
  readonly mailboxId: string
  readonly state: MessageState
  /** E.164, internal, or `anonymous`. */
  readonly callerNumber: string
  readonly callerName: string | undefined
  readonly receivedAtMs: number
  readonly durationMs: number
  /** Name of the sound file. */
  readonly sound: string
}

export const MESSAGE_STATES = ['new', 'saved'] as const

export type MessageState = (typeof MESSAGE_STATES)[number]
