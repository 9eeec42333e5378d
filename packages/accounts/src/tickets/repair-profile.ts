import { inBoth } from '@klinke/platform'
import { z } from 'zod'

export const SERVICE_DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const

const time = z
  .string()
  .regex(
    /^([01]\d|2[0-3]):[0-5]\d$|^24:00$/,
    inBoth({ en: 'must be a time such as 08:30, 24:00 at most', de: 'muss eine Uhrzeit wie 08:30 sein, höchstens 24:00' }),
  )

/** The hours in which time to repair is counted; times are those of Germany. */
export const serviceHours = z
  .strictObject({
    days: z.array(z.enum(SERVICE_DAYS)).min(1).max(SERVICE_DAYS.length),
    from: time,
    to: time.describe('Not included; 24:00 for the end of the day'),
    nationalHolidays: z.boolean().describe('Whether the nine holidays that all of Germany has count as well'),
  })
  .refine(({ from, to }) => from < to, inBoth({ en: '`to` must be later than `from`', de: '`to` muss nach `from` liegen' }))

export type ServiceHours = Readonly<z.infer<typeof serviceHours>>

/** The part of a product profile that says how soon faults are mended, and what becomes of it when they are not (SLA-02, § 58 TKG). */
export const repairProfile = z.strictObject({
  hours: z.int().min(1).max(240).optional().describe('Time to repair, in service hours; absent: none is promised (SLA-02)'),
  counted: serviceHours.optional().describe('Service hours; absent: Monday to Friday 08–18 without national holidays (SLA-02)'),
  warnMinutes: z
    .int()
    .min(1)
    .max(2_880)
    .optional()
    .describe('So many minutes of service hours before its end the operator is told that it runs out; absent: 60'),
  closeAfterDays: z
    .int()
    .min(1)
    .max(90)
    .optional()
    .describe('Days after which a resolved ticket is closed that nobody has objected to; absent: 7'),
  compensation: z
    .boolean()
    .optional()
    .describe('Enterprises, too, are compensated by § 58 (3) and (4) TKG; consumers and small enterprises always (§ 71 (3)); absent: not'),
})

export type RepairProfile = Readonly<z.infer<typeof repairProfile>>

/** SLA-02 of the trunk service, the one that says it in full. */
export const DEFAULT_SERVICE_HOURS: ServiceHours = {
  days: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
  ...{ from: '08:00', to: '18:00', nationalHolidays: false },
}
export const DEFAULT_WARN_MINUTES = 60
export const DEFAULT_CLOSE_AFTER_DAYS = 7
