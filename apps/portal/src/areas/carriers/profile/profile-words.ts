import { useTexts } from '../../../shared/language.tsx'
import { profileTexts } from './texts.ts'

/** Names of the parts of a profile, and of what each of them can be. */
export function useWords() {
  const texts = useTexts(profileTexts)
  const all = new Map(Object.entries(texts))
  const word = (key: string): string => {
    const text = all.get(key)
    return typeof text === 'string' ? text : key
  }
  return {
    field: (name: string): string => word(`field-${name}`),
    // What is written in a header as it stands needs no words.
    choice: (name: string, value: string): string => (name === 'privacy' ? value : word(`${name}-${value}`)),
  }
}
