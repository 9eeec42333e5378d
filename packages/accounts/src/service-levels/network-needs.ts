import { inBoth } from '@klinke/platform'
import { z } from 'zod'

/** A number from 0 to `most`; decimals of a profile may be text, so that no price ever is a floating number. Becomes a number. */
function upTo(most: number) {
  const wrong = inBoth({
    en: `must be a number from 0 to ${most}, with a point before decimals, such as 0.5`,
    de: `muss eine Zahl von 0 bis ${most} sein, Dezimalstellen mit Punkt, etwa 0.5`,
  })
  const decimal = z
    .string()
    .regex(/^\d{1,9}(?:\.\d{1,6})?$/, wrong)
    .transform(Number)
  return z.union([z.number(), decimal], { error: wrong }).refine((value) => value >= 0 && value <= most, wrong)
}

const percent = upTo(100)
const milliseconds = upTo(10_000)
const kbit = upTo(10_000_000)

const mos = z.strictObject({ from: upTo(5), to: upTo(5) }).refine(({ from, to }) => from <= to, {
  ...{ path: ['to'], message: inBoth({ en: 'must not be below `from`', de: 'darf nicht unter `from` liegen' }) },
})

/** Key `network` of a product profile: what the customer's network must give (section 2, TRK-13). */
export const networkNeeds = z.strictObject({
  lossPercent: percent.optional().describe('Packets lost at most'),
  latencyMs: milliseconds.optional().describe('One way, at most'),
  endToEndMs: milliseconds.optional().describe('From mouth to ear, at most'),
  jitterMs: milliseconds.optional(),
  maxNats: z.int().min(0).max(10).optional().describe('Address translations between telephone and exchange at most'),
  lanMbit: upTo(1_000_000).optional().describe('Mbit/s of the local network at least'),
  ownVoiceLanAboveHardwarePhones: z
    .int()
    .min(1)
    .max(100_000)
    .optional()
    .describe('More telephones than these need a local network of their own'),
  kbitPerCall: kbit.optional().describe('kbit/s of each call, both ways (TRK-13)'),
  videoKbit: kbit.optional(),
  g711Kbit: kbit.optional().describe('kbit/s of a call in G.711, one way (TRK-13)'),
  g729Kbit: kbit.optional(),
  lan: z
    .strictObject({ frameLossPercent: percent, latencyMs: milliseconds, jitterMs: milliseconds, mos: mos.describe('Mean opinion score') })
    .optional()
    .describe('Of the local network'),
  wan: z
    .strictObject({
      ...{ lossPercent: percent, latencyMs: milliseconds, jitterMs: milliseconds },
      burstSeconds: upTo(3_600).optional().describe('Over which the loss is measured'),
      kbitPerExtension: kbit.optional(),
    })
    .optional()
    .describe('Of the way to the exchange'),
})

export type NetworkNeeds = Readonly<z.infer<typeof networkNeeds>>
