import { Text, Title } from '@mantine/core'
import { useTexts } from '../language.tsx'
import { sipAccountTexts } from './sip-account-texts.ts'

/** What called parties outside see; an administrator changes it. */
export function NumberShown({ outgoingNumber }: { readonly outgoingNumber: string | null }) {
  const texts = useTexts(sipAccountTexts)
  return (
    <section>
      <Title order={2} size="h4">
        {texts.numberShown}
      </Title>
      <Text>{outgoingNumber ?? texts.firstNumber}</Text>
      <Text size="sm" c="dimmed">
        {texts.numberShownHint}
      </Text>
    </section>
  )
}
