import { Select } from '@mantine/core'
import type { ReactNode } from 'react'
import { useLanguage, useTexts } from '../language.tsx'
import { packageTexts } from './package-texts.ts'
import { type UserPackage, useUserPackages } from './use-packages.ts'

interface PackageFieldProps {
  readonly value: string | null
  readonly onChange: (id: string | null) => void
  readonly error?: ReactNode
  /** Without its label beside it: in a bar. */
  readonly isBare?: boolean
}

/** Which package an extension has; absent where the product has none. */
export function PackageField({ value, onChange, error, isBare = false }: PackageFieldProps) {
  const texts = useTexts(packageTexts)
  const { language } = useLanguage()
  const packages = useUserPackages()
  const contents = useContents()
  if (packages.length === 0) return null
  // A new extension gets the first, unless another is chosen.
  const chosen = packages.find(({ id }) => id === value) ?? (isBare ? undefined : packages[0])
  const named = isBare
    ? { 'aria-label': texts.userPackage, placeholder: texts.userPackage, size: 'xs' }
    : { label: texts.userPackage, description: [chosen && contents(chosen), texts.hint].filter(Boolean).join('. ') }
  return (
    <Select
      {...named}
      data={packages.map(({ id, title }) => ({ value: id, label: title[language] }))}
      value={chosen?.id ?? null}
      onChange={onChange}
      error={error}
      allowDeselect={false}
    />
  )
}

/** What is special about a package: `1 Telefon, 2 Gespräche zugleich, ohne Telefon im Browser`. */
function useContents(): (of: UserPackage) => string {
  const texts = useTexts(packageTexts)
  return ({ limits = {}, features }) => {
    const { maxContactsPerExtension, maxCallsPerExtension, voicemailMessages, voicemailSeconds, callbacksPerExtension } = limits
    const words = [
      maxContactsPerExtension === undefined ? '' : texts.devices(maxContactsPerExtension),
      maxCallsPerExtension === undefined || maxCallsPerExtension === null ? '' : texts.calls(maxCallsPerExtension),
      voicemailMessages === undefined ? '' : texts.messages(voicemailMessages),
      voicemailSeconds === undefined ? '' : texts.messageSeconds(voicemailSeconds),
      callbacksPerExtension === undefined ? '' : texts.callbacks(callbacksPerExtension),
      features?.includes('voicemail') === false ? texts.noVoicemail : '',
      features?.includes('web-phone') === false ? texts.noWebPhone : '',
    ]
    return words.filter(Boolean).join(', ')
  }
}
