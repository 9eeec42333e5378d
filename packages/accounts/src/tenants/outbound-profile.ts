import { inBoth } from '@klinke/platform'
import { z } from 'zod'

/** What the numbers outside are to the rules of what may be dialled, from near and cheap to far and dear. */
export const OUTBOUND_ZONES = ['local', 'national', 'freephone', 'mobile', 'service', 'europe', 'world', 'networks'] as const
export type OutboundZone = (typeof OUTBOUND_ZONES)[number]

/** Barring classes (Sperrwerksklassen, FRD-02): the higher, the more may be dialled. */
export const BARRING_CLASSES = [0, 1, 2, 3, 4] as const
export type BarringClass = (typeof BARRING_CLASSES)[number]

/** Bounds what an operator can put on the path of each call. */
const MAX_BARRED_RANGES = 1_000

export const barringClass = z.literal([...BARRING_CLASSES])

/** Numbers that nobody may dial who has no release for them (FRD-01). */
const barredRange = z.strictObject({
  prefix: z
    .string()
    .regex(
      /^\+[1-9]\d{0,14}$/,
      inBoth({ en: 'must be digits after a plus, such as +49900', de: 'muss aus Ziffern nach einem Plus bestehen, etwa +49900' }),
    )
    .describe('All numbers that begin so; short codes with +49'),
  releasable: z.boolean().describe('false: no form releases it, such as call-by-call'),
  exempt: z.boolean().optional().describe('An exception from a shorter range: these may be dialled'),
  name: z.strictObject({ de: z.string().min(1).max(100), en: z.string().min(1).max(100) }),
})

/** The part of a product profile that says what may be dialled outside. What is absent is as in the catalogue (trunks/barring). */
export const outboundProfile = z.strictObject({
  barringClass: barringClass.optional().describe('Barring class of the contract (FRD-02); absent: 2'),
  classZones: z
    .record(z.string().regex(/^[0-4]$/), z.array(z.enum(OUTBOUND_ZONES)))
    .optional()
    .describe('What each class reaches, by its number; absent: as in the catalogue'),
  barredRanges: z
    .array(barredRange)
    .max(MAX_BARRED_RANGES)
    .optional()
    .describe('What nobody may dial without a release (FRD-01); absent: as in the catalogue'),
  wrongCallerNumber: z
    .enum(['replace', 'refuse'])
    .optional()
    .describe('A call whose number may not be shown goes with another number of the customer, or not at all (CLI-03); absent: "replace"'),
})

export type BarredRange = Readonly<z.infer<typeof barredRange>>
export type OutboundProfile = Readonly<z.infer<typeof outboundProfile>>
