import { useTexts } from '../language.tsx'
import type { Destination } from './destination.ts'
import { destinationTexts } from './destination-texts.ts'
import { readableNumbers } from './readable-numbers.ts'
import { TargetName } from './target-select.tsx'

/** A destination in words, such as "Ring group 300 Sales". */
export function DestinationName({ destination }: { readonly destination: Destination }) {
  const texts = useTexts(destinationTexts)
  switch (destination.kind) {
    case 'external':
      return readableNumbers(destination.number)
    case 'operator':
      return texts.operator
    case 'hang-up':
      return texts[destination.as ?? 'hang-up']
    default:
      return (
        <>
          {texts[destination.kind]} <TargetName kind={destination.kind} id={destination.targetId} />
        </>
      )
  }
}
