import { KlinkeError } from '@klinke/foundation'
import type { ProblemTable } from '@klinke/platform'
import { inBoth } from '@klinke/platform'
import { z } from 'zod'
import { callDestination } from '../destinations/destination.ts'
import { scheduleRef } from '../schedules/rules.ts'
import { pin } from '../voicemail/rules.ts'

export const pinOfExtension = z.strictObject({ pin })

/** A week is more than any shift. */
const MAX_HOURS = 168

export const hotDeskSettings = z.strictObject({
  whenTaken: z
    .enum(['refuse', 'replace'])
    .describe('At a phone where somebody is logged in: refuse the newcomer, or log the other one out'),
  logOutAfterHours: z.int().min(1).max(MAX_HOURS).nullable().describe('Automatic log-out so long after the log-in; null: never'),
  logOutAt: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, inBoth({ en: 'must be a time such as 20:00', de: 'muss eine Uhrzeit wie 20:00 sein' }))
    .nullable()
    .describe("Automatic log-out at that time every day, in the tenant's time zone; null: never"),
  logOutWhenClosed: scheduleRef.nullable().describe('Automatic log-out when that schedule closes; null: never'),
  loggedOffTo: callDestination
    .nullable()
    .describe(
      'Where calls go to an extension with a PIN that is logged in nowhere, has no phone of its own and no forwarding; null: refused',
    ),
})

export const hotDeskChange = hotDeskSettings.partial()

export class NotASharedPhone extends KlinkeError {
  constructor(number: string) {
    super('not-a-shared-phone', `Extension ${number} is no shared phone, so nobody can log in there. Make it one first.`)
  }
}

export class MayNotLogIn extends KlinkeError {
  constructor(number: string, why: string) {
    super('may-not-log-in', `Extension ${number} cannot be logged in: ${why}.`)
  }
}

export class PhoneTaken extends KlinkeError {
  constructor(number: string, by: string) {
    super('phone-taken', `Extension ${by} is logged in at phone ${number}. Log it out first, or set whenTaken to replace.`)
  }
}

export const hotDeskProblems: ProblemTable = {
  'not-a-shared-phone': {
    status: 409,
    title: { en: 'Not a shared phone', de: 'Kein gemeinsames Telefon' },
    germanDetail: 'Diese Nebenstelle ist kein gemeinsames Telefon, also kann sich dort niemand anmelden. Machen Sie sie zuerst dazu.',
  },
  'may-not-log-in': {
    status: 422,
    title: { en: 'Extension cannot be logged in', de: 'Nebenstelle kann nicht angemeldet werden' },
    germanDetail: 'Diese Nebenstelle kann dort nicht angemeldet werden.',
  },
  'phone-taken': {
    status: 409,
    title: { en: 'Somebody is logged in there', de: 'Dort ist schon jemand angemeldet' },
    germanDetail: 'Dort ist schon jemand angemeldet. Melden Sie ihn zuerst ab, oder lassen Sie ersetzen.',
  },
}
