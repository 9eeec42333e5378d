import { inBoth } from '@klinke/platform'
import { z } from 'zod'
import { callDestination, faxDestination } from '../destinations/destination.ts'
import { scheduleRef } from '../schedules/rules.ts'

/** Blocks in one flow: more than a person can oversee; longer ones are chained. */
export const MAX_BLOCKS = 200
/** Entries in a list of a block, such as PINs. */
const MAX_ENTRIES = 100

/** Name of a block within its flow. */
export const blockId = z
  .string()
  .regex(
    /^[a-z0-9][a-z0-9-]{0,39}$/,
    inBoth({
      en: 'must be lower-case letters, digits and -, at most 40',
      de: 'muss aus Kleinbuchstaben, Ziffern und - bestehen, höchstens 40',
    }),
  )
  .describe('Name of the block within its flow')
const next = blockId.optional().describe('Block that follows; absent: the call ends here')
const prompt = z.string().min(1).max(100).describe('Name of a prompt, or id of an announcement of the tenant')
const retries = z.int().min(0).max(9).default(2).describe('How often it asks again')
const waitSeconds = z.int().min(1).max(30).default(5).describe('How long the first key may take, after the prompt')
const question = { id: blockId, prompt, waitSeconds, retries }

const announcement = z.strictObject({
  id: blockId,
  kind: z.literal('announcement'),
  prompt,
  beforeAnswer: z.boolean().default(false).describe('Heard before the call is answered: costs the caller nothing (IVR-04)'),
  next,
})

/** Keys of a menu (IVR-02). */
export const MENU_KEYS = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '#'] as const

const menu = z.strictObject({
  ...question,
  kind: z.literal('menu'),
  keys: z.partialRecord(z.enum(MENU_KEYS), blockId),
  invalidPrompt: prompt.optional().describe('Heard after a key that leads nowhere; absent: the menu again'),
  timedOut: next,
  invalid: next,
})

const hours = z.strictObject({
  id: blockId,
  kind: z.literal('hours'),
  when: z
    .array(z.strictObject({ schedule: scheduleRef, is: z.enum(['open', 'closed']), next }))
    .max(MAX_ENTRIES)
    .describe('The first that holds counts'),
  otherwise: next,
})

const destination = z.strictObject({
  id: blockId,
  kind: z.literal('destination'),
  to: callDestination,
  otherwise: blockId.optional().describe('Block that follows when nobody answers, busy or unreachable; absent: the call ends'),
})

const pin = (digits: RegExp, says: string) => z.string().regex(digits, says)
const numberPin = z.strictObject({
  ...question,
  kind: z.literal('number-pin'),
  entries: z
    .array(
      z.strictObject({
        pin: pin(/^\d{1,10}$/, inBoth({ en: 'must be 1 to 10 digits', de: 'muss 1 bis 10 Ziffern haben' })),
        to: z.strictObject({ kind: z.literal('extension'), targetId: z.uuid() }),
      }),
    )
    .max(MAX_ENTRIES),
  otherwise: next,
})
const datedPin = z.strictObject({
  ...question,
  kind: z.literal('dated-pin'),
  entries: z
    .array(
      z.strictObject({
        pin: pin(/^\d{5}$/, inBoth({ en: 'must be 5 digits', de: 'muss 5 Ziffern haben' })),
        validUntil: z.iso.date().describe("Last day on which it is good, in the tenant's time zone"),
        to: callDestination,
      }),
    )
    .max(MAX_ENTRIES),
  otherwise: next,
})

const dialByName = z.strictObject({
  ...question,
  kind: z.literal('dial-by-name'),
  otherwise: next,
})

const caller = z.strictObject({
  id: blockId,
  kind: z.literal('caller'),
  when: z
    .array(
      z.strictObject({
        is: z.enum(['internal', 'external', 'anonymous']).optional(),
        numbers: z
          .array(
            z
              .string()
              .regex(/^\+?\d{1,15}$/, inBoth({ en: 'must be a number, or its beginning', de: 'muss eine Rufnummer oder ihr Anfang sein' })),
          )
          .max(MAX_ENTRIES)
          .optional()
          .describe('Numbers or beginnings of numbers'),
        next,
      }),
    )
    .max(MAX_ENTRIES)
    .describe('The first that fits counts; all that it names must hold'),
  otherwise: next,
})

const set = z.strictObject({
  id: blockId,
  kind: z.literal('set'),
  displayText: z.string().trim().min(1).max(60).optional().describe('Shown to who is called, before the name of the caller'),
  priority: z.int().min(0).max(9).optional().describe('In queues; 9 is served first'),
  next,
})

const lookup = z.strictObject({
  id: blockId,
  kind: z.literal('lookup'),
  url: z
    .string()
    .max(1000)
    .describe('http(s); {caller} and {called} are put in. The answer is a word, or JSON with `result` and `displayText`'),
  timeLimitMs: z.int().min(100).max(10_000).default(2000),
  answers: z.record(z.string().min(1).max(100), blockId).describe('Block by what was answered'),
  otherwise: next.describe('Any other answer'),
  failed: next.describe('No answer in time, an error, or nonsense'),
})

const agentLogin = z.strictObject({
  id: blockId,
  kind: z.literal('agent-login'),
  queue: z
    .strictObject({ kind: z.literal('queue'), targetId: z.uuid() })
    .optional()
    .describe('Absent: all queues to which the agent belongs'),
  sign: z.enum(['in', 'out']).default('in'),
  recognise: z.boolean().default(true).describe('An extension that calls is not asked for number and PIN'),
  next,
  otherwise: next.describe('Not known, locked, or no agent there'),
})

const consent = z.strictObject({
  id: blockId,
  kind: z.literal('consent'),
  prompt: prompt.optional().describe('The question; it must tell that 1 agrees. Absent: `recording-consent`'),
  agreed: next,
  declined: next.describe('Another key, or none: the call goes on and is never recorded'),
})

const hangUp = z.strictObject({
  id: blockId,
  kind: z.literal('hang-up'),
  as: z.enum(['busy', 'declined', 'not-found']).optional().describe('What a caller is told whose call was not answered yet'),
})

/** A block of a flow. */
export const block = z.discriminatedUnion('kind', [
  announcement,
  menu,
  hours,
  destination,
  numberPin,
  datedPin,
  dialByName,
  caller,
  set,
  lookup,
  agentLogin,
  consent,
  hangUp,
])

/** What a call goes through: blocks that lead to each other by their names (IVR-01). A draft may be unfinished; `checkFlow` tells what is missing. */
export const flowGraph = z.strictObject({
  start: blockId.describe('The block with which it begins'),
  blocks: z.array(block).max(MAX_BLOCKS),
  fax: faxDestination
    .optional()
    .describe('Where a fax machine goes that is heard while the flow speaks or asks; absent: as the flow or number before says'),
})

export type FlowBlock = z.infer<typeof block>
export type FlowGraph = z.infer<typeof flowGraph>
export type BlockOf<Kind extends FlowBlock['kind']> = Extract<FlowBlock, { kind: Kind }>
