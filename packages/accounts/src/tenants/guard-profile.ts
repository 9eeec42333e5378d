import { inBoth } from '@klinke/platform'
import { z } from 'zod'

/** Bounds what an operator can put on the path of each call. */
const MAX_PRICES = 10_000
/** More than any customer talks in a day; keeps sums exact. */
const MAX_MINUTES = 10_000_000
/** Ten million euros. */
const MAX_MICROS = 10_000_000_000_000

const minutes = z.int().min(0).max(MAX_MINUTES).optional()
const micros = z.int().min(0).max(MAX_MICROS).optional()

/** What may be used up in one day of the tenant's time zone; what is absent has no limit. */
export const guardLimits = z.strictObject({
  minutesPerDay: minutes.describe('Minutes to destinations that cost something, of all extensions together'),
  minutesPerExtensionPerDay: minutes.describe('The same of each extension'),
  microsPerDay: micros.describe('Spending, in millionths of the currency'),
  microsPerExtensionPerDay: micros.describe('The same of each extension'),
  internationalCalls: z.int().min(0).max(10_000).optional().describe('International calls at a time'),
  offHoursMinutes: minutes.describe('International minutes a day outside the business hours'),
})

const price = z.strictObject({
  prefix: z
    .string()
    .regex(
      /^\+[1-9]\d{0,14}$/,
      inBoth({ en: 'must be digits after a plus, such as +4930', de: 'muss aus Ziffern nach einem Plus bestehen, etwa +4930' }),
    ),
  microsPerSecond: z.int().min(0).max(1_000_000_000).describe('Millionths of the currency for each second'),
})

/** The part of a product profile that guards a customer against costs (FRD-03, FRD-05). */
export const guardProfile = z.strictObject({
  limits: guardLimits.optional().describe('The operator’s limits, above which nobody may set others; absent: none'),
  prices: z
    .array(price)
    .max(MAX_PRICES)
    .optional()
    .describe('What running calls cost, by how the number begins; absent: minutes are counted only'),
  holdNewCountries: z.boolean().optional().describe('The first call to a new country waits for approval, whatever the customer sets'),
  warnAtPercent: z.int().min(1).max(99).optional().describe('Share of a limit of the day from which administrators are warned; absent: 80'),
  eventDays: z.int().min(1).max(3_650).optional().describe('Days after which what the guard has told is deleted; absent: 180'),
  lockNoticeHours: z.int().min(0).max(720).optional().describe('How long before it begins a staged lock is announced (FRD-03); absent: 24'),
})

export type GuardLimits = Readonly<z.infer<typeof guardLimits>>
export type GuardProfile = Readonly<z.infer<typeof guardProfile>>
