import type { Answer } from '../../api/operation.ts'

export type FeatureCode = Answer<'GET /feature-codes'>['items'][number]

/** When codes are dialled, in the order of the list. */
export const MOMENTS: readonly FeatureCode['when'][] = ['dialled', 'for-number', 'before-number', 'in-call']
