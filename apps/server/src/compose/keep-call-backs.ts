import { join } from 'node:path'
import { CallBackFile, EmergencyCallBacks } from '@klinke/pbx'
import type { Ground } from './klinke.ts'

/** Who may be called back by a control centre, as the earlier process has left it: phones that called for help before a restart are reached after it (EMG-01). */
export function keepCallBacks({ configuration, clock, logger, scope }: Ground): EmergencyCallBacks {
  const file = CallBackFile.open({ directory: join(configuration.dataDir, 'emergency-call-backs'), clock, logger })
  scope.own({ close: () => file.close() })
  return new EmergencyCallBacks(clock, file)
}
