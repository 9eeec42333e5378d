import { silentLogger } from '@klinke/foundation'
import { Database } from '@klinke/platform'
import { VirtualClock } from '@klinke/testbed'

/** For flows on paper: connects to nothing, and a feature that asks it anything fails its test. */
export const absentDatabase = new Database({
  connection: { host: '192.0.2.0', port: 1 },
  clock: new VirtualClock(),
  logger: silentLogger,
})
