import type { Slice } from '../slices/slice.ts'
import { markCall } from './mark-call.ts'

/** Marking a malicious call by code. What is kept of calls, and who reads it, is with the trunks (malicious-calls). */
export const maliciousCalls: Slice = {
  area: 'extensions',
  open: () => ({ features: [markCall] }),
}
