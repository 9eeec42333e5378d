import type { Slice } from '../slices/slice.ts'
import { BusyLamps } from './busy-lamps.ts'

/** Lamps that show when extensions ring and talk (CALL-02). */
export const busyLamps: Slice = {
  open: ({ directory }) => {
    const lamps = new BusyLamps()
    return { events: [lamps.service(directory)], begin: ({ exchange }) => lamps.follow(exchange.calls) }
  },
}
