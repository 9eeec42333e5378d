import { BoundedMap } from '@klinke/foundation'
import type { NumberFeature } from '../feature-codes/feature.ts'
import type { Slice } from '../slices/slice.ts'

/** Extensions whose last number is remembered; beyond that the one that has not been remembered for longest is forgotten. */
const MAX_REMEMBERED = 100_000

/** The number that an extension dialled last, called again by code (CALL-01). It does not outlive a restart. */
export const redial: Slice = {
  area: 'extensions',
  open: () => {
    const last = new BoundedMap<string, string>(MAX_REMEMBERED)
    const feature: NumberFeature = {
      ...{ name: 'redial', title: { de: 'Wahlwiederholung', en: 'Redial' }, codes: ['*66'], when: 'for-number', argument: 'none' },
      number: (_argument, { extension }) => last.get(extension.id),
    }
    return {
      features: [feature],
      dialled: (extensionId, number) => {
        last.delete(extensionId)
        last.set(extensionId, number)
      },
    }
  },
}
