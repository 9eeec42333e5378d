import type { Slice } from '../slices/slice.ts'
import { NO_RING_TONES, type TenantRingTones } from './ring-tone.ts'
import { ringToneRoutes } from './routes.ts'
import { loadRingTones } from './store.ts'

/** Phones tell by their ring where a call comes from (CALL-05). */
export const ringTones: Slice<TenantRingTones> = {
  area: 'settings',
  snapshot: { empty: NO_RING_TONES, tables: ['ring_tones', 'door_station'], load: loadRingTones },
  open: ({ database }) => ({ routes: ringToneRoutes(database) }),
}
