import { inBoth } from '@klinke/platform'
import { z } from 'zod'
import { clockTime } from './service-level-profile.ts'

const span = { from: clockTime, to: clockTime.describe('At or before `from`: on the next day') }

/**
 * Key `serviceLevel` of a product profile: what is promised and not counted by the exchange (SLA-02, SLA-04, BCP-01 to BCP-03). What is counted stands in its
 * `settings.serviceLevel` and `settings.repair`.
 */
export const productPromises = z.strictObject({
  serviceHours: z
    .strictObject({ days: z.enum(['monday-friday', 'monday-saturday', 'every-day']), ...span })
    .optional()
    .describe('When the service desk is there (SLA-02)'),
  faultReports: z.enum(['24x7', 'service-hours']).optional().describe('When faults can be reported (SLA-02)'),
  tickets: z
    .strictObject({ chargeable: z.boolean().describe('Work that the customer is the reason of is charged') })
    .optional()
    .describe('SLA-04'),
  backup: z.strictObject(span).optional().describe('When configurations are saved (BCP-02)'),
  sites: z
    .array(z.string().trim().min(1).max(60))
    .min(1)
    .max(20)
    .optional()
    .describe('Countries of the data centres, by ISO 3166 code or in words (BCP-02)'),
  failover: z
    .array(z.enum(['forward-all', 'announcement', 'announcement-and-mail']))
    .min(1)
    .refine(
      (ways) => new Set(ways).size === ways.length,
      inBoth({ en: 'names a way twice; leave one out', de: 'nennt einen Weg zweimal; lassen Sie einen weg' }),
    )
    .optional()
    .describe('Where calls can go when the customer cannot be reached (BCP-01)'),
  redundancy: z
    .strictObject({ addressesEachSide: z.int().min(1).max(16).describe('Addresses of trunks on each side') })
    .optional()
    .describe('BCP-03'),
})

export type ProductPromises = Readonly<z.infer<typeof productPromises>>
