import { announcements } from './announcements/slice.ts'
import { secretariats } from './boss-secretary/slice.ts'
import { busyLamps } from './busy-lamps/slice.ts'
import { callCompletion } from './call-completion/slice.ts'
import { callControl } from './call-control/slice.ts'
import { callSettings } from './call-settings/slice.ts'
import { conferences } from './conferences/slice.ts'
import { emergencyTests } from './emergency-tests/slice.ts'
import { extensionImport } from './extension-import/slice.ts'
import { fax } from './fax/slice.ts'
import { featureCodes } from './feature-codes/slice.ts'
import { flows } from './flows/slice.ts'
import { hotDesking } from './hot-desking/slice.ts'
import { inCall } from './in-call/slice.ts'
import { intercom } from './intercom/slice.ts'
import { internalNumbers } from './internal-numbers/slice.ts'
import { maliciousCalls } from './malicious-calls/slice.ts'
import { notifications } from './notifications/slice.ts'
import { numberDestinations } from './numbers/slice.ts'
import { operator } from './operator/slice.ts'
import { paging } from './paging/slice.ts'
import { park } from './park/slice.ts'
import { phoneBooks } from './phone-books/slice.ts'
import { phoneLock } from './phone-lock/slice.ts'
import { pickup } from './pickup/slice.ts'
import { presence } from './presence/slice.ts'
import { prompts } from './prompts/slice.ts'
import { queues } from './queues/slice.ts'
import { recordings } from './recordings/slice.ts'
import { redial } from './redial/slice.ts'
import { ringGroups } from './ring-groups/slice.ts'
import { ringTones } from './ring-tones/slice.ts'
import { schedules } from './schedules/slice.ts'
import { storage } from './storage/slice.ts'
import { supervision } from './supervision/slice.ts'
import { trunkContinuity } from './trunk-continuity/slice.ts'
import { voicemail } from './voicemail/slice.ts'

/** The features of the PBX. A new one is its folder and one line here; its part of the snapshot has the name that it has here. */
export const SLICES = {
  internalNumbers,
  numberDestinations,
  featureCodes,
  flows,
  fax,
  schedules,
  callSettings,
  redial,
  operator,
  callCompletion,
  secretariats,
  inCall,
  phoneBooks,
  phoneLock,
  maliciousCalls,
  pickup,
  intercom,
  paging,
  park,
  busyLamps,
  presence,
  voicemail,
  notifications,
  ringGroups,
  ringTones,
  prompts,
  recordings,
  supervision,
  callControl,
  conferences,
  queues,
  hotDesking,
  announcements,
  extensionImport,
  emergencyTests,
  storage,
  trunkContinuity,
}
