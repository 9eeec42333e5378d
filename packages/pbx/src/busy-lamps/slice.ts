import type { Slice } from '../slices/slice.ts'
import { BusyLamps } from './busy-lamps.ts'
import { SwitchLamps } from './switch-lamps.ts'

/** Lamps that show when extensions ring and talk (CALL-02), and whether what a code switches is on. */
export const busyLamps: Slice = {
  area: 'extensions',
  open: ({ directory, features }) => {
    const lamps = new BusyLamps()
    const switches = new SwitchLamps(directory, features)
    const events = [lamps.service(directory, (code, by) => switches.find(code, by))]
    return { events, replaced: (now) => switches.replaced(now), begin: ({ exchange }) => lamps.follow(exchange.calls) }
  },
}
