import type { Destination } from '../destinations/destination.ts'
import { destinationTexts } from '../destinations/destination-texts.ts'
import { readableNumbers } from '../destinations/readable-numbers.ts'
import { type Language, textsIn } from '../texts.ts'
import { callPathTexts } from './call-path-texts.ts'
import type { PathWords } from './path.ts'

/** What sentences about paths are made of. */
export function wordsIn(language: Language): PathWords {
  const texts = textsIn(callPathTexts, language)
  const list = new Intl.ListFormat(language, { type: 'conjunction' })
  const { caller, rings, follows, secretaries, rejected, goesTo, andThen, unreachable, unanswered, whenBusy } = texts
  return {
    ...{ caller, rings, follows, secretaries, rejected, goesTo, andThen, unreachable, unanswered, whenBusy },
    phones: texts.phonesOf,
    because: texts,
    ends: {
      busy: texts.endsBusy,
      'no-answer': texts.endsUnanswered,
      unreachable: texts.endsUnreachable,
      declined: texts.endsDeclined,
    },
    list: (names) => list.format(names),
    place: (destination, name, number) => placeIn(destination, name, number, language),
  }
}

/** Where a call is led, with what it is: "Ring group 300 Sales". */
export function placeIn(destination: Destination, name: string | null, number: string | null, language: Language): string {
  const texts = textsIn(destinationTexts, language)
  if (destination.kind === 'external') return readableNumbers(destination.number)
  if (destination.kind === 'hang-up') return texts[destination.as ?? 'hang-up']
  return [texts[destination.kind], number, name].filter((word) => word !== null && word !== '').join(' ')
}
