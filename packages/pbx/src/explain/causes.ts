import type { Cause, CauseText } from './cause.ts'
import { accessCauses } from './causes/access.ts'
import { callCauses } from './causes/calls.ts'
import { mediaCauses } from './causes/media.ts'
import { outcomeCauses } from './causes/outcomes.ts'
import { wayCauses } from './causes/ways.ts'
import type { Facts } from './evidence.ts'

/** Every cause that is told, by its stable code. */
export const CAUSES = { ...accessCauses, ...callCauses, ...mediaCauses, ...outcomeCauses, ...wayCauses } as const satisfies Readonly<
  Record<string, Cause>
>

export type CauseCode = keyof typeof CAUSES

/** One sentence: the cause and, behind a dash, the remedy. */
export function sentence(code: CauseCode, language: 'de' | 'en', facts: Facts): string {
  const { cause, remedy }: CauseText = CAUSES[code][language]
  const told = remedy === '' ? `${cause}.` : `${cause} – ${remedy}.`
  return told.replace(/\{(\w+)\}/g, (_all, name: string) => facts[name] ?? '?')
}
