import { KlinkeError } from '@klinke/foundation'
import type { ProblemTable } from '@klinke/platform'
import { z } from 'zod'

export class TooManyRules extends KlinkeError {
  constructor(most: number) {
    super('too-many-recording-rules', `There can be ${most} rules. Delete one before, or let one speak for all calls.`)
  }
}

export class NotRecordable extends KlinkeError {
  constructor() {
    super(
      'not-recordable',
      'Nobody talks in this call now, or the tenant does not record on demand: set `onDemand` in its recording policy.',
    )
  }
}

export const recordingProblems: ProblemTable = {
  'storage-away': {
    status: 503,
    title: { en: 'The store does not answer', de: 'Der Speicher antwortet nicht' },
    germanDetail: 'Die Datei liegt in einem Speicher, der gerade nicht antwortet. Versuchen Sie es später noch einmal.',
  },
  'too-many-recording-rules': {
    status: 409,
    title: { en: 'Too many recording rules', de: 'Zu viele Aufzeichnungsregeln' },
    germanDetail: 'Mehr Regeln kann es nicht geben. Löschen Sie zuerst eine, oder lassen Sie eine für alle Gespräche gelten.',
  },
  'not-recordable': {
    status: 409,
    title: { en: 'The call cannot be recorded', de: 'Das Gespräch kann nicht aufgezeichnet werden' },
    germanDetail: 'In diesem Anruf spricht gerade niemand, oder der Kunde zeichnet nicht auf Verlangen auf: „onDemand“ der Aufzeichnung.',
  },
}

const MAX_RETENTION_DAYS = 3650

/** Of `/recording-policy`. */
export const policyView = z.strictObject({
  onDemand: z.boolean().describe('Extensions record by code, clients by the API, moderators their conferences'),
  consent: z
    .enum(['announce', 'ask'])
    .describe('`announce`: parties outside are told and may decline by pressing 2; `ask`: they must press 1'),
  channels: z.enum(['separate', 'mixed']).describe('`separate`: the caller left, the called party right'),
  beep: z.boolean().describe('A beep when the recording begins'),
  afterTransfer: z.enum(['continue', 'end']).describe('What becomes of a recording on demand when another party takes over'),
  retentionDays: z.int().min(1).max(MAX_RETENTION_DAYS),
  noticeLanguages: z
    .array(z.enum(['de', 'en']))
    .max(2)
    .describe("In which parties outside are told; empty: the tenant's language"),
})
export const policyChange = policyView.partial()

const subject = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('all') }),
  z.strictObject({ kind: z.enum(['extension', 'queue', 'group']), targetId: z.uuid() }),
])
const directions = z
  .array(z.enum(['inbound', 'outbound', 'internal']))
  .min(1)
  .max(3)
const reason = z.string().trim().min(3).max(500).describe('The purpose (Art. 5 GDPR), shown with each recording')

export const newRule = z.strictObject({
  tenantId: z.uuid().optional().describe('Required with an operator key'),
  subject,
  directions: directions.default(['inbound', 'outbound', 'internal']),
  reason,
})
export const ruleView = z.object({ id: z.uuid(), tenantId: z.uuid(), subject, directions, reason })
