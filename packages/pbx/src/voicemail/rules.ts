import { extensionNumber } from '@klinke/accounts'
import { KlinkeError } from '@klinke/foundation'
import type { ProblemTable } from '@klinke/platform'
import { inBoth } from '@klinke/platform'
import { z } from 'zod'
import { scheduleRef } from '../schedules/rules.ts'
import { GREETING_KINDS, MESSAGE_STATES } from './mailbox.ts'

const PIN = /^\d{4,8}$/
/** Rows of digits that are tried first. */
const ROWS = ['0123456789', '9876543210']

const greetingKind = z.enum(GREETING_KINDS)

const greetingChoice = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('always'), greeting: greetingKind }),
  z.strictObject({ kind: z.literal('by-schedule'), schedule: scheduleRef, open: greetingKind, closed: greetingKind }),
])

const settingsFields = {
  enabled: z.boolean().describe('false: calls that are led here are refused with 480'),
  language: z.enum(['de', 'en']),
  greeting: greetingChoice.describe("In use; one that is not recorded is replaced by the standard one, that by the product's"),
  pinFromOwnPhone: z.boolean().describe('The own phone must give the PIN too'),
  announceCaller: z.boolean().describe('Number and time are said before each message'),
  mailTo: z.email().max(254).nullable().describe('Each message goes there as a WAV file; null: nowhere'),
  deleteAfterMail: z.boolean().describe('A message that went out by mail is not kept'),
}

export const pin = z
  .string()
  .refine(
    isGoodPin,
    inBoth({
      en: 'must have 4 to 8 digits, not all the same and not in a row',
      de: 'muss 4 bis 8 Ziffern haben, nicht alle gleich und nicht der Reihe nach',
    }),
  )
  .meta({ examples: ['2846'] })

export const mailboxView = z.object({
  id: z.uuid().describe('`targetId` of the destination `voicemail`'),
  extensionId: z.uuid(),
  ...settingsFields,
  hasPin: z.boolean(),
  greetings: z.array(greetingKind).describe('Those that are recorded'),
  newMessages: z.int(),
  savedMessages: z.int(),
})

export const mailboxChange = z.strictObject({ ...settingsFields, pin }).partial()

export const messageView = z.object({
  id: z.uuid(),
  state: z.enum(MESSAGE_STATES),
  callerNumber: z.string().describe('E.164, internal, or `anonymous`'),
  callerName: z.string().nullable(),
  receivedAt: z.iso.datetime(),
  durationSeconds: z.number(),
})

export const messageChange = z.strictObject({ state: z.enum(MESSAGE_STATES) })

export const accessView = z.object({
  id: z.uuid().describe('`targetId` of the destination `voicemail`'),
  number: z.string().nullable().describe('Internal number; null: reached by public numbers that lead here only'),
})

export const accessChange = z.strictObject({ number: extensionNumber.nullable() })

export const greetingParams = z.object({ extensionId: z.uuid(), kind: greetingKind })

/** VM-01: 4 to 8 digits, neither all the same nor in a row. */
export function isGoodPin(text: string): boolean {
  return PIN.test(text) && new Set(text).size > 1 && !ROWS.some((row) => row.includes(text))
}

export class UnusableSound extends KlinkeError {
  constructor(why: string) {
    super('unusable-sound', `The greeting cannot be used: ${why}. Send WAV (16-bit PCM) or MP3, at most 60 s.`)
  }
}

export const voicemailProblems: ProblemTable = {
  'unusable-sound': {
    status: 422,
    title: { en: 'Sound file cannot be used', de: 'Tondatei nicht verwendbar' },
    germanDetail: 'Diese Begrüßung kann nicht abgespielt werden. Senden Sie WAV (16-Bit-PCM) oder MP3, höchstens 60 s.',
  },
}
