import { KlinkeError } from '@klinke/foundation'
import { inBoth, type ProblemTable } from '@klinke/platform'
import { z } from 'zod'

/** Entries of the operator's list: all of them lie in memory. */
export const MAX_SCORES = 20_000
/** Allowed callers of one customer. */
export const MAX_ALLOWED = 500

export const prefix = z
  .string()
  .trim()
  .regex(
    /^\+[1-9]\d{0,14}$/,
    inBoth({ en: 'must be a number, or its beginning, such as +4930', de: 'muss eine Rufnummer oder ihr Anfang sein, etwa +4930' }),
  )
  .describe('All numbers that begin so')
export const score = z.int().min(1).max(100).describe('From 1 (harmless) to 100')
const note = z.string().trim().max(200).nullable().default(null)
const moment = z.iso
  .datetime({ offset: true })
  .nullable()
  .default(null)
  .meta({ examples: [null] })

const scoreFields = {
  prefix,
  score: score.meta({ examples: [80] }),
  note,
  validFrom: moment.describe('null: since ever'),
  validUntil: moment.describe('null: for ever'),
}
export const newScore = z.strictObject(scoreFields)
export const scoreView = z.object({ id: z.uuid(), ...scoreFields })
export type ScoreFields = z.output<typeof newScore>

const from = score.nullable()
export const settingsView = z.object({
  markFrom: from.describe('From this score on the name is marked "Spam?"; null: never'),
  voicemailFrom: from.describe(
    'From this score on the call goes to the mailbox of the extension called; where there is none it is marked. null: never',
  ),
  rejectFrom: from.describe('From this score on the call is rejected, and its caller hears so; null: never'),
})
export const settingsChange = z.strictObject(settingsView.shape).partial()

export const newAllowed = z.strictObject({ prefix, note, tenantId: z.uuid().optional().describe('Needed with an operator key') })
export const allowedView = z.object({ id: z.uuid(), tenantId: z.uuid(), prefix, note })

export class ScoreTaken extends KlinkeError {
  constructor(taken: string) {
    super('spam-prefix-taken', `${taken} is in the list already. Delete it first.`)
  }
}

export class ScoreOverBeforeBegun extends KlinkeError {
  constructor() {
    super('spam-score-contradictory', 'A score must end after it begins.')
  }
}

export class TooManySpamEntries extends KlinkeError {
  constructor(limit: number) {
    super('too-many-spam-entries', `There can be ${limit} entries at most. Use shorter beginnings of numbers, or delete some.`)
  }
}

export const spamProblems: ProblemTable = {
  'spam-prefix-taken': {
    status: 409,
    title: { en: 'The number is in the list', de: 'Die Nummer steht schon in der Liste' },
    germanDetail: 'Diese Nummer steht schon in der Liste. Löschen Sie sie zuerst.',
  },
  'spam-score-contradictory': {
    status: 422,
    title: { en: 'The score ends before it begins', de: 'Die Bewertung endet vor ihrem Beginn' },
    germanDetail: 'Eine Bewertung muss enden, nachdem sie begonnen hat.',
  },
  'too-many-spam-entries': {
    status: 422,
    title: { en: 'Too many entries', de: 'Zu viele Einträge' },
    germanDetail: 'Mehr Einträge passen nicht in die Liste. Nehmen Sie kürzere Anfänge von Rufnummern, oder löschen Sie einige.',
  },
}
