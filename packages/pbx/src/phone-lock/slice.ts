import type { Slice } from '../slices/slice.ts'
import { phoneLockFeatures } from './phone-lock.ts'

/** The telephone lock by code, and calls with the PIN. What is locked lies with what may be dialled outside (trunks). */
export const phoneLock: Slice = {
  area: 'extensions',
  open: ({ pins }) => ({ features: phoneLockFeatures(pins) }),
}
