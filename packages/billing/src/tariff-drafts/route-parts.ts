import { z } from 'zod'
import type { CatalogueRouteParts } from '../catalogue/route-parts.ts'

export type DraftRouteParts = CatalogueRouteParts

export const tags = ['tariffs']
export const config = { access: 'operator' } as const
export const ofDraft = z.object({ draftId: z.uuid() })
export const ofVersion = z.object({ versionId: z.uuid() })
export const words = z.object({ de: z.string(), en: z.string() })
export const ownerKind = z.enum(['profile', 'tariff']).describe('"profile": what calls cost by a product profile; "tariff": one by itself')

/** Asked of whoever changes a draft or publishes it. */
export const revisionSeen = z
  .int()
  .min(1)
  .max(2_147_483_647)
  .describe('Of the draft as it was looked at: refused once somebody has changed it since')

/** Octets of many changes at once. */
export const MAX_EDIT_OCTETS = 2 * 1_048_576
