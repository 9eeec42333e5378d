import { inBoth } from '@klinke/platform'
import { z } from 'zod'
import { decimalAmount, microsOf } from '../amounts.ts'

/** A text for people, in both languages. */
export const bilingual = z.strictObject({ de: z.string().trim().min(1).max(500), en: z.string().trim().min(1).max(500) })

/** Name of a thing of a profile, for ever: documents and contracts name it. */
export const slug = z.string().regex(
  /^[a-z0-9]+(?:-[a-z0-9]+)*$/,
  inBoth({
    en: 'must be small letters, digits and hyphens, such as user-basic',
    de: 'muss aus kleinen Buchstaben, Ziffern und Bindestrichen bestehen, etwa user-basic',
  }),
)

/** A price in the profile's currency, exact: `8.50`, `0.0151`. A whole number may be written as one. Becomes micro-units. */
export const price = z
  .union([z.int().max(999_999_999).transform(String), decimalAmount], {
    error: inBoth({
      en: 'must be an amount with a point and at most six places, such as 4.90',
      de: 'muss ein Betrag mit Punkt und höchstens sechs Nachkommastellen sein, etwa 4.90',
    }),
  })
  .transform(microsOf)
  .refine((micros) => micros >= 0n, inBoth({ en: 'must not be negative', de: 'darf nicht negativ sein' }))

/** Day of the calendar. */
export const civilDate = z.iso.date().meta({ examples: ['2026-01-01'] })

/** A length of time by the calendar. */
export const period = z
  .strictObject({
    days: z.int().min(1).max(366).optional(),
    weeks: z.int().min(1).max(52).optional(),
    months: z.int().min(1).max(60).optional(),
  })
  .refine(
    ({ days, weeks, months }) => [days, weeks, months].filter((part) => part !== undefined).length === 1,
    inBoth({ en: 'name one of days, weeks and months', de: 'nennen Sie eines von days, weeks und months' }),
  )

export type Period = z.output<typeof period>
