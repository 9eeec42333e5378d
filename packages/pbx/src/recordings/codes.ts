import { codesOf } from '../feature-codes/code-index.ts'
import type { InCallFeature } from '../feature-codes/feature.ts'
import type { PbxSnapshot } from '../snapshot.ts'

/** What extensions press during a conversation. */
export const RECORDING_FEATURES = {
  record: {
    ...{ name: 'in-call-record', title: { de: 'Im Gespräch: Aufzeichnung an und aus', en: 'In a call: recording on and off' } },
    ...{ codes: ['*1'], when: 'in-call' },
  },
  pause: {
    ...{
      name: 'in-call-record-pause',
      title: { de: 'Im Gespräch: Aufzeichnung unterbrechen und fortsetzen', en: 'In a call: pause and resume recording' },
    },
    ...{ codes: ['*7'], when: 'in-call' },
  },
} as const satisfies Readonly<Record<string, InCallFeature>>

export type RecordingKey = keyof typeof RECORDING_FEATURES

/** What each code does, by the tenant's codes. */
export function recordingCodes({ featureCodes }: Pick<PbxSnapshot, 'featureCodes'>): ReadonlyMap<string, RecordingKey> {
  const keys = ['record', 'pause'] as const
  return new Map(keys.flatMap((key) => codesOf(RECORDING_FEATURES[key], featureCodes).map((code) => [code, key] as const)))
}
