import type { Slice } from '../slices/slice.ts'
import { NO_PROMPTS, type TenantPrompts } from './tenant-prompts.ts'

/** What callers are told, and the music they wait with. */
export const prompts: Slice<TenantPrompts> = { snapshot: { empty: NO_PROMPTS, load: () => Promise.resolve(new Map()) } }
