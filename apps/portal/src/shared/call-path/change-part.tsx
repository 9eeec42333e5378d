import { Modal } from '@mantine/core'
import { CallSettingsForm } from '../call-settings/call-settings-form.tsx'
import type { Part } from '../call-settings/settings.ts'
import { useTexts } from '../language.tsx'
import { sharedTexts } from '../shared-texts.ts'
import { callPathTexts } from './call-path-texts.ts'

interface ChangePartProps {
  readonly extensionId: string
  readonly part: Part | undefined
  readonly close: () => void
}

const TITLES = { availability: 'editAvailability', ringing: 'editRinging', forwarding: 'editForwardings' } as const

/** The part of the call settings that was pressed in the picture, and nothing else. */
export function ChangePart({ extensionId, part, close }: ChangePartProps) {
  const texts = useTexts(callPathTexts)
  const shared = useTexts(sharedTexts)
  return (
    <Modal
      opened={part !== undefined}
      onClose={close}
      size="lg"
      title={part === undefined ? '' : texts[TITLES[part.kind]]}
      closeButtonProps={{ 'aria-label': shared.close }}
    >
      {part === undefined ? null : <CallSettingsForm extensionId={extensionId} part={part} saved={close} />}
    </Modal>
  )
}
