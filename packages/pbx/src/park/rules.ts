import { KlinkeError } from '@klinke/foundation'
import type { ProblemTable } from '@klinke/platform'
import { z } from 'zod'

/** A place for one call, reached by its internal number. */
export interface ParkSlot {
  readonly id: string
  readonly number: string
}

/** What calls read of a tenant's parking. */
export interface Park {
  /** By number. */
  readonly slots: readonly ParkSlot[]
  /** After that time the one who parked the call is rung. */
  readonly returnSeconds: number
}

export const NO_PARK: Park = { slots: [], returnSeconds: 120 }

/** A tenant's slots. */
export const MAX_SLOTS = 100

export const newParkSlot = z.strictObject({
  tenantId: z.uuid().optional().describe('Required with an operator key'),
  number: z
    .string()
    .regex(/^[1-9][0-9]{1,5}$/)
    .describe('Internal number, 2–6 digits'),
  name: z.string().trim().min(1).max(100).optional().describe('Absent: `Park` and its number'),
})
export const parkSettings = z.strictObject({ returnSeconds: z.number().int().min(10).max(3600) })

export class TooManySlots extends KlinkeError {
  constructor() {
    super('too-many-park-slots', `A tenant has ${MAX_SLOTS} park slots at most. Delete one that is not used.`)
  }
}

export const parkProblems: ProblemTable = {
  'too-many-park-slots': {
    status: 409,
    title: { en: 'Too many park slots', de: 'Zu viele Parkplätze' },
    germanDetail: 'Mehr Parkplätze kann ein Kunde nicht haben. Löschen Sie einen, der nicht gebraucht wird.',
  },
}
