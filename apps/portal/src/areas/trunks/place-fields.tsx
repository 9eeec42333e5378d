import { TextInput } from '@mantine/core'
import { useTexts } from '../../shared/language.tsx'
import { trunkTexts } from './texts.ts'

interface PlaceFieldsProps {
  /** What the form gives for a field. */
  readonly inputs: (field: 'primary' | 'secondary') => object
}

/** The addresses of a PBX, as they are written. */
export function PlaceFields({ inputs }: PlaceFieldsProps) {
  const texts = useTexts(trunkTexts)
  return (
    <>
      <TextInput label={texts.primary} description={texts.placeHint} required maw={560} {...inputs('primary')} />
      <TextInput label={texts.secondary} description={texts.optional} maw={560} {...inputs('secondary')} />
    </>
  )
}
