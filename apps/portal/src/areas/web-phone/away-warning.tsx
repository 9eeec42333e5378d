import { Button, Modal, Stack, Text } from '@mantine/core'
import { useTexts } from '../../shared/language.tsx'
import { sharedTexts } from '../../shared/shared-texts.ts'
import { isForHelp } from './elsewhere.ts'
import { webPhoneTexts } from './texts.ts'
import type { AwayQuestion } from './use-away-warning.ts'

/** Help would not come to who calls from here (EMG-04): said before the call, which one more press makes all the same. */
export function AwayWarning({ question }: { readonly question: AwayQuestion | undefined }) {
  const texts = useTexts(webPhoneTexts)
  const shared = useTexts(sharedTexts)
  const site = question?.place.site ?? texts.yourSite
  const goesOn = isForHelp(question?.number ?? '') ? texts.callAnyway : texts.understood
  return (
    <Modal
      opened={question !== undefined}
      onClose={() => question?.answer(false)}
      title={texts.elsewhere(site)}
      transitionProps={{ duration: 0 }}
      closeButtonProps={{ 'aria-label': shared.close }}
    >
      <Stack>
        <Text>{texts.elsewhereAbout(site)}</Text>
        <Button data-autofocus size="lg" onClick={() => question?.answer(true)}>
          {goesOn}
        </Button>
      </Stack>
    </Modal>
  )
}
