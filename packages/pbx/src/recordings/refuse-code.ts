import { type Call, type Leg, listenForCodes, type Talk } from '@klinke/calls'
import { codesOf } from '../feature-codes/code-index.ts'
import type { PbxDirectory } from '../snapshot.ts'
import { RECORDING_FEATURES } from './codes.ts'
import { tellOne } from './inform-parties.ts'
import type { RecordingSpeech } from './speech.ts'

export interface RefuseCodeParts {
  readonly directory: PbxDirectory
  readonly speech: RecordingSpeech
}

/** A conversation of which nothing can be recorded: the extension that presses the code for it hears so, and nobody else does. */
export function refuseCode(call: Call, talk: Talk, { directory, speech }: RefuseCodeParts): void {
  const listening = new Map<Leg, () => void>()
  const listen = (leg: Leg): void => {
    const { tenantId, extensionId } = leg.party
    const tenant = tenantId === undefined || extensionId === undefined ? undefined : directory.tenant(tenantId)
    const codes = tenant === undefined ? [] : codesOf(RECORDING_FEATURES.record, tenant.featureCodes)
    if (tenant === undefined || codes.length === 0 || listening.has(leg)) return
    // Whose media is gone hears nothing, and goes with it.
    const tell = (): Promise<void> => tellOne('not-possible', leg, talk, { call, tenant, speech }).catch(() => undefined)
    const stop = listenForCodes(leg.digits, codes, call.clock, () => void tell())
    listening.set(leg, stop)
  }
  const listenToAll = (): void => {
    for (const leg of talk.legs) listen(leg)
  }
  listenToAll()
  talk.onChange(listenToAll)
  void talk.ended.then(() => {
    for (const stop of listening.values()) stop()
  })
}
