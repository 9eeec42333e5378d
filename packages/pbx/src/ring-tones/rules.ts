import type { Text } from '@klinke/platform'
import { inBoth } from '@klinke/platform'
import { z } from 'zod'
import { RING_KINDS, type RingKind } from './ring-tone.ts'

const MAX_DOORS = 200

/** Shown beside the settings. */
export const RING_TITLES: Readonly<Record<RingKind, Text>> = {
  internal: { de: 'Interner Anruf', en: 'Internal call' },
  external: { de: 'Anruf von außen', en: 'Call from outside' },
  group: { de: 'Anruf an eine Rufgruppe', en: 'Call to a ring group' },
  queue: { de: 'Anruf an eine Warteschlange', en: 'Call to a queue' },
  operator: { de: 'Anruf an die Vermittlung', en: 'Call to the operator' },
  door: { de: 'Türruf', en: 'Call from the door' },
  return: { de: 'Rückkehr eines geparkten oder vermittelten Anrufs', en: 'Return of a parked or transferred call' },
}

/** Letters, digits and `-`: the text stands in a header field as it is. */
export const ringTone = z
  .strictObject({
    cadence: z.int().min(1).max(5).describe('Bellcore-dr1 to -dr5'),
    name: z
      .string()
      .regex(
        /^[A-Za-z][A-Za-z0-9-]{0,39}$/,
        inBoth({ en: 'must have letters, digits and - only', de: 'darf nur Buchstaben, Ziffern und - haben' }),
      )
      .describe('What phones are configured to listen for, such as alert-internal'),
  })
  .nullable()

const tones = z.object(Object.fromEntries(RING_KINDS.map((kind) => [kind, ringTone])) as Record<RingKind, typeof ringTone>)

export const ringTonesView = z.object({
  items: z.array(
    z.object({
      kind: z.enum(RING_KINDS),
      title: z.object({ de: z.string(), en: z.string() }),
      tone: ringTone,
      isProduct: z.boolean().describe('The tenant has changed nothing'),
    }),
  ),
  doorStations: z.array(z.uuid()).describe('Ids of extensions whose calls ring as the door'),
})

/** `null` of a kind: phones ring as always; `product`: as the product has it again. */
export const ringTonesChange = z.strictObject({
  tones: z.strictObject({ ...tones.partial().shape }).optional(),
  product: z.array(z.enum(RING_KINDS)).optional().describe('Kinds that ring as the product has it again'),
  doorStations: z.array(z.uuid()).max(MAX_DOORS).optional().describe('Replaced whole'),
})

export type RingTonesChange = z.infer<typeof ringTonesChange>
