import type { Extension } from '@klinke/accounts'
import type { Arrival, CallParty } from '@klinke/calls'
import type { PbxSnapshot } from '../snapshot.ts'
import type { CallerChoice } from './outside-lines.ts'

/** The extension that makes a call. */
export interface Caller {
  readonly tenant: PbxSnapshot
  readonly extension: Extension
  readonly party: CallParty
  readonly request: Arrival['request']
  readonly choice: CallerChoice
}
