import type { Text } from '@klinke/platform'
import type { RequestKind } from './request-store.ts'

/** Why a request may be refused, with the law, and for which requests that reason exists. */
interface LegalGround {
  readonly law: string
  readonly words: Text
  readonly kinds: readonly RequestKind[]
}

const ALL: readonly RequestKind[] = ['access', 'rectification', 'deletion', 'portability', 'objection']

export const LEGAL_GROUNDS = {
  identity: {
    law: 'Art. 11, Art. 12 (2), (6)',
    words: { de: 'Wer anfragt, ließ sich nicht feststellen', en: 'Who asks could not be established' },
    kinds: ALL,
  },
  excessive: {
    law: 'Art. 12 (5)',
    words: { de: 'Offenkundig unbegründet oder exzessiv', en: 'Manifestly unfounded or excessive' },
    kinds: ALL,
  },
  'rights-of-others': {
    law: 'Art. 15 (4), Art. 20 (4)',
    words: { de: 'Rechte anderer Personen stehen entgegen', en: 'It would adversely affect the rights of others' },
    kinds: ['access', 'portability'],
  },
  correct: {
    law: 'Art. 16',
    words: { de: 'Die Daten sind richtig und vollständig', en: 'The data is accurate and complete' },
    kinds: ['rectification'],
  },
  'legal-duty': {
    law: 'Art. 17 (3) (b)',
    words: { de: 'Ein Gesetz verlangt, die Daten aufzubewahren', en: 'The law demands that the data is kept' },
    kinds: ['deletion'],
  },
  'legal-claims': {
    law: 'Art. 17 (3) (e), Art. 21 (1)',
    words: { de: 'Die Daten werden für Rechtsansprüche gebraucht', en: 'The data is needed for legal claims' },
    kinds: ['deletion', 'objection'],
  },
  'still-necessary': {
    law: 'Art. 17 (1) (a)',
    words: { de: 'Die Daten werden für ihren Zweck noch gebraucht', en: 'The data is still necessary for its purpose' },
    kinds: ['deletion'],
  },
  'not-by-contract': {
    law: 'Art. 20 (1)',
    words: {
      de: 'Die Daten beruhen weder auf Einwilligung noch auf Vertrag',
      en: 'The processing is based neither on consent nor on a contract',
    },
    kinds: ['portability'],
  },
  'compelling-grounds': {
    law: 'Art. 21 (1)',
    words: { de: 'Zwingende schutzwürdige Gründe überwiegen', en: 'Compelling legitimate grounds override' },
    kinds: ['objection'],
  },
} as const satisfies Readonly<Record<string, LegalGround>>

export type LegalGroundName = keyof typeof LEGAL_GROUNDS
export const LEGAL_GROUND_NAMES = Object.keys(LEGAL_GROUNDS) as [LegalGroundName, ...LegalGroundName[]]

/** True when a request of that kind may be refused with it. */
export function mayRefuseWith(ground: LegalGroundName, kind: RequestKind): boolean {
  const { kinds }: LegalGround = LEGAL_GROUNDS[ground]
  return kinds.includes(kind)
}

/** All of them, in words. */
export function groundsFor(kind: RequestKind): readonly { readonly ground: LegalGroundName; readonly law: string; readonly words: Text }[] {
  return LEGAL_GROUND_NAMES.filter((ground) => mayRefuseWith(ground, kind)).map((ground) => {
    const { law, words } = LEGAL_GROUNDS[ground]
    return { ground, law, words }
  })
}
