import type { Slice } from '../slices/slice.ts'
import { IN_CALL_FEATURES } from './in-call-codes.ts'

/** Codes pressed during a conversation: in the table of codes like others. */
export const inCall: Slice = { area: 'extensions', open: () => ({ features: Object.values(IN_CALL_FEATURES) }) }
