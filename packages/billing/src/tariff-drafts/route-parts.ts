import { z } from 'zod'
import type { CatalogueRouteParts } from '../catalogue/route-parts.ts'

export type DraftRouteParts = CatalogueRouteParts

export const tags = ['tariffs']
export const config = { access: 'operator' } as const
export const ofDraft = z.object({ draftId: z.uuid() })
export const ofVersion = z.object({ versionId: z.uuid() })
export const words = z.object({ de: z.string(), en: z.string() })
export const ownerKind = z.enum(['profile', 'tariff']).describe('"profile": what calls cost by a product profile; "tariff": one by itself')

/** Octets of many changes at once. */
export const MAX_EDIT_OCTETS = 2 * 1_048_576
