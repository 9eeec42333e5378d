import { Alert, Text } from '@mantine/core'
import { useTexts } from '../../shared/language.tsx'
import type { Place } from './engine/telephone.ts'
import { webPhoneTexts } from './texts.ts'

/** Whoever telephones away from the site must know that help would not come to him (EMG-04). */
export function HelpElsewhere({ place }: { readonly place: Place | undefined }) {
  const texts = useTexts(webPhoneTexts)
  if (place === undefined || place.whereabouts === 'here') return null
  const site = place.site ?? texts.yourSite
  if (place.whereabouts === 'unknown') return <Text size="sm">{texts.helpGoesTo(site)}</Text>
  return (
    <Alert color="red" variant="light" title={texts.elsewhere(site)} role="status">
      {texts.elsewhereAbout(site)}
    </Alert>
  )
}
