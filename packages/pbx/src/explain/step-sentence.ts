import type { RoutingStep, RoutingStepName } from '@klinke/calls'
import type { Text } from '@klinke/platform'
import { featureSteps } from './steps/features.ts'
import { flowSteps } from './steps/flows.ts'
import { moveSteps } from './steps/moves.ts'
import { outsideSteps } from './steps/outside.ts'
import { ringingSteps } from './steps/ringing.ts'
import type { StepWords } from './steps/step-words.ts'
import { teamSteps } from './steps/teams.ts'
import { trunkSteps } from './steps/trunks.ts'
import { valueWords } from './steps/values.ts'
import { waySteps } from './steps/ways.ts'

/** Every decision in words. One that is noted and has none here does not compile. */
export const STEP_WORDS = {
  ...{ ...ringingSteps, ...waySteps, ...outsideSteps, ...moveSteps, ...teamSteps, ...featureSteps, ...flowSteps, ...trunkSteps },
} as const satisfies Readonly<Record<RoutingStepName, StepWords>>

/** Of records from before, or from a newer version: their name is all that is known. */
const UNKNOWN: Text = {
  de: 'Die Anlage hat etwas entschieden, das diese Version nicht kennt.',
  en: 'A decision that this version does not know.',
}

/** A decision with its reason as a whole sentence. Pure. Numbers stand as they were noted, in E.164 or as extensions. */
export function stepSentence({ step, detail, words }: Pick<RoutingStep, 'step' | 'detail' | 'words'>): Text {
  if (words !== undefined) return words
  const known: StepWords | undefined = isKnown(step) ? STEP_WORDS[step] : undefined
  if (known === undefined) return UNKNOWN
  for (const { fits, de, en } of known.when) {
    const groups = fits.exec(detail)
    if (groups !== null) return { de: filled(de, groups.groups, 'de'), en: filled(en, groups.groups, 'en') }
  }
  return { de: known.de, en: known.en }
}

function isKnown(step: string): step is RoutingStepName {
  return Object.hasOwn(STEP_WORDS, step)
}

function filled(sentence: string, groups: Readonly<Record<string, string>> = {}, language: keyof Text): string {
  return sentence.replace(/\{(\w+)\}/g, (_all, place: string) => valueWords(place, groups[place] ?? '', language))
}
