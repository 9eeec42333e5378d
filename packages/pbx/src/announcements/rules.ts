import { extensionNumber } from '@klinke/accounts'
import { KlinkeError } from '@klinke/foundation'
import type { ProblemTable } from '@klinke/platform'
import { z } from 'zod'
import { pin } from '../voicemail/rules.ts'

export const language = z.enum(['de', 'en'])
const name = z.string().trim().min(1).max(100)
const number = extensionNumber.nullish().describe('Internal number: dialled, it is heard; behind the code for recording, it is recorded')

/** An announcement where settings name one, in place of a word of the product. */
export const announcementRef = z.strictObject({ kind: z.literal('announcement'), targetId: z.uuid() })

export const newAnnouncement = z.strictObject({
  tenantId: z.uuid().optional().describe('Required with an operator key'),
  name,
  number,
})
export const announcementChange = z.strictObject({ name: name.optional(), number })

/** Some two minutes of speech. */
const MAX_TEXT = 2_000
export const spokenText = z.strictObject({ text: z.string().trim().min(1).max(MAX_TEXT).describe('Spoken by the machine, as a recording') })

export const recordingSettings = z.strictObject({ recordingPin: pin.nullable().describe('null: announcements are not recorded by phone') })

const soundView = z.object({
  language,
  durationMs: z.int(),
  octets: z.int(),
  spoken: z.string().nullable().describe('The text that the machine has spoken; null: a recording'),
})

export const announcementView = z.object({
  id: z.uuid().describe('The prompt of a block; `targetId` of the destination `announcement`'),
  tenantId: z.uuid(),
  name: z.string(),
  number: z.string().nullable(),
  sounds: z.array(soundView),
})
export const announcementDetail = announcementView.extend({
  usedBy: z
    .array(z.object({ kind: z.string(), id: z.string(), name: z.string() }))
    .describe('It cannot be deleted while something uses it'),
})

export class AnnouncementNameTaken extends KlinkeError {
  constructor(taken: string) {
    super('announcement-name-taken', `The tenant has an announcement "${taken}" already. Choose another name, or change that one.`)
  }
}

export class SpeechUnavailable extends KlinkeError {
  constructor() {
    super(
      'speech-unavailable',
      'This server has no voice: espeak-ng is not installed (apt-get install espeak-ng). Upload a recording instead.',
    )
  }
}

export const announcementProblems: ProblemTable = {
  'announcement-name-taken': {
    status: 409,
    title: { en: 'Announcement exists already', de: 'Ansage gibt es bereits' },
    germanDetail: 'Eine Ansage mit diesem Namen gibt es schon. Nehmen Sie einen anderen Namen, oder ändern Sie jene.',
  },
  'speech-unavailable': {
    status: 501,
    title: { en: 'No voice on this server', de: 'Keine Sprachausgabe auf diesem Server' },
    germanDetail:
      'Dieser Server hat keine Stimme: espeak-ng ist nicht installiert (apt-get install espeak-ng). Laden Sie eine Aufnahme hoch.',
  },
}
