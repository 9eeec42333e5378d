import type { CallRecords } from '@klinke/calls'
import type { ApiRoutes, ProblemTable } from '@klinke/platform'
import type { MediaSource } from '@klinke/rtp'
import { tellingEnded } from './call-records/ended-calls.ts'
import type { Naming } from './call-view.ts'
import type { OutsideLines } from './calls/outside-lines.ts'
import { type PbxCalls, pbxCalls } from './calls/pbx-calls.ts'
import { EmergencyCallBacks } from './emergency-call-backs/emergency-call-backs.ts'
import { type Published, publishedTo } from './events/published.ts'
import { NO_NAMES } from './phone-books/caller-names.ts'
import { namingBy } from './phone-books/naming.ts'
import type { PromptId } from './prompts/catalogue.ts'
import { storedPrompts } from './prompts/stored-prompts.ts'
import { openSlices, sliceProblems } from './slices/open-slices.ts'
import type { EventService, Ground, Replaced } from './slices/slice.ts'

/** The PBX with all its features. */
export interface Pbx {
  readonly calls: PbxCalls
  readonly routes: readonly ApiRoutes[]
  readonly problems: readonly ProblemTable[]
  /** Names parties of calls in lists by phone books. */
  readonly naming: Naming
  /** A prompt, as a tenant's callers hear it; undefined for one that is gone. */
  readonly prompt: (id: PromptId, tenantId: string) => MediaSource | undefined
  /** Event packages for the tenants' phones. */
  readonly events: readonly EventService[]
  /** Answers what phones publish of themselves. */
  readonly published: Published
  /** The call records, with features told of each call that is over. */
  readonly following: (records: CallRecords) => CallRecords
  /** To be told when the directory has another picture of a tenant. */
  readonly replaced: Replaced
}

export interface PbxOptions extends Ground {
  readonly outside: OutsideLines
  /** Where control centres may call back; absent: a restart forgets. */
  readonly callBacks?: EmergencyCallBacks
}

/** Opens every feature and connects them with each other. */
export function openPbx(options: PbxOptions): Pbx {
  const { outside, directory, callBacks = new EmergencyCallBacks(options.clock) } = options
  const { routes, events, replaced, ended, ...contributed } = openSlices(options)
  const prompts = storedPrompts(options.blobs, options.logger)
  const naming = namingBy(contributed.names ?? NO_NAMES, directory)
  return {
    calls: pbxCalls({ directory, outside, prompts, callBacks, ...contributed }),
    routes,
    naming,
    prompt: (id, tenantId) => {
      const tenant = directory.tenant(tenantId)
      return tenant && prompts.source(id, { tenant })
    },
    events,
    published: publishedTo(events),
    following: (records) => tellingEnded(records, (call) => ended(call, naming)),
    replaced,
    problems: sliceProblems(),
  }
}
