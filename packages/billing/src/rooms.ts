import type { Room } from './room.ts'

/** Every room of billing. */
export const ROOMS: readonly Room[] = []
