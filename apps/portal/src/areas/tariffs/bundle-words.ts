import { useFormat } from '../../shared/format.ts'
import { useTexts } from '../../shared/language.tsx'
import type { Draft } from './draft-page.tsx'
import { ruleTexts } from './rule-texts.ts'
import { tariffTexts } from './texts.ts'

export type Bundle = Draft['facts']['bundles'][number]

const SECONDS_PER_MINUTE = 60

/** What a bundle gives, where, and on which conditions. */
export function useBundleWords(): (bundle: Bundle) => readonly string[] {
  const texts = useTexts(ruleTexts)
  const words = useTexts(tariffTexts)
  const { number } = useFormat()
  return ({ seconds, of, zones, kinds, countries, origins, media, leastSeats, allSeats, exceptPrefixes }) => [
    seconds === null ? texts.unlimited : texts.minutesOf(number(seconds / SECONDS_PER_MINUTE)),
    texts[of],
    ...(zones === null ? [] : [texts.inZones(zones.join(', '))]),
    ...(kinds === null ? [] : [kinds.map((kind) => words[kind]).join(', ')]),
    ...(countries === null ? [] : [texts.inCountries(countries.join(', '))]),
    ...origins.map((origin) => words[origin]),
    ...media.map((medium) => words[medium]),
    ...(leastSeats === null ? [] : [texts.fromSeats(number(leastSeats))]),
    ...(allSeats ? [texts.forAllSeats] : []),
    ...(exceptPrefixes === null ? [] : [texts.except(exceptPrefixes.join(', '))]),
  ]
}
