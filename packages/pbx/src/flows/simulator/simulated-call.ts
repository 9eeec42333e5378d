import { z } from 'zod'

/** Keys of one simulated call. */
const MAX_KEYS = 50

/** A call that nobody makes: "caller X dials Y at time T, presses 2". */
export const simulatedCall = z.strictObject({
  caller: z.string().max(40).describe('E.164 number, internal number, or `anonymous`'),
  internal: z.boolean().default(false).describe('Whether an extension calls'),
  called: z.string().max(40).default(''),
  at: z.iso.datetime({ offset: true }),
  keys: z
    .array(z.string().regex(/^[0-9*#]{0,32}$/))
    .max(MAX_KEYS)
    .default([])
    .describe('What is pressed at each question; an empty entry: nothing. What is too much counts for the next question'),
  lookups: z
    .record(z.string(), z.strictObject({ result: z.string().max(100), displayText: z.string().max(60).optional() }).nullable())
    .default({})
    .describe('Answer to the lookup of a block; null or absent: it fails'),
  agents: z
    .record(z.string(), z.string().max(10).nullable())
    .optional()
    .describe('Extension that proves itself at an agent-login block; null or absent: nobody, unless an extension calls'),
  refused: z
    .record(z.string(), z.enum(['busy', 'no-answer', 'unreachable']))
    .default({})
    .describe('Destination blocks that nobody answers'),
})

export type SimulatedCall = z.infer<typeof simulatedCall>
