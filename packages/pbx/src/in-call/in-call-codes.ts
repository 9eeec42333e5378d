import type { InCallCodes } from '@klinke/calls'
import { codesOf } from '../feature-codes/code-index.ts'
import type { InCallFeature } from '../feature-codes/feature.ts'
import type { PbxSnapshot } from '../snapshot.ts'

/** What extensions press during a conversation, on phones without keys for it (CALL-01). The names say what call control does. */
export const IN_CALL_FEATURES: Readonly<Record<keyof InCallCodes, InCallFeature>> = {
  transfer: feature('in-call-transfer', '*2', { de: 'Im Gespräch: Rückfrage, verbinden', en: 'In a call: consult, connect' }),
  back: feature('in-call-back', '*3', { de: 'Im Gespräch: zurück', en: 'In a call: go back' }),
  toggle: feature('in-call-toggle', '*4', { de: 'Im Gespräch: makeln', en: 'In a call: toggle' }),
  conference: feature('in-call-conference', '*5', { de: 'Im Gespräch: Dreierkonferenz', en: 'In a call: three-party conference' }),
}

/** As the tenant has made them of the product's. */
export function inCallCodesOf({ featureCodes }: Pick<PbxSnapshot, 'featureCodes'>): InCallCodes {
  const codes: { -readonly [Name in keyof InCallCodes]: InCallCodes[Name] } = {}
  for (const name of ['transfer', 'back', 'toggle', 'conference'] as const) {
    const [code] = codesOf(IN_CALL_FEATURES[name], featureCodes)
    if (code !== undefined) codes[name] = code
  }
  return codes
}

function feature(name: string, code: string, title: InCallFeature['title']): InCallFeature {
  return { name, title, codes: [code], when: 'in-call' }
}
