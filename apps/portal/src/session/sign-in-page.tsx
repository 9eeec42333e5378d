import { Anchor, Button, Text } from '@mantine/core'
import { useState } from 'react'
import { useTexts } from '../shared/language.tsx'
import { DoorFrame } from './door-frame.tsx'
import { ForgottenForm } from './forgotten-form.tsx'
import { PasswordForm } from './password-form.tsx'
import { signInTexts } from './sign-in-texts.ts'

/** The door of the portal: signing in, or asking for a new password. */
export function SignInPage() {
  const texts = useTexts(signInTexts)
  const [step, setStep] = useState<'password' | 'forgotten' | 'sent'>('password')
  const back = (
    <Button variant="default" onClick={() => setStep('password')}>
      {texts.backToSignIn}
    </Button>
  )
  switch (step) {
    case 'password':
      return (
        <DoorFrame title={texts.title} about={texts.demo}>
          <PasswordForm />
          <Anchor component="button" type="button" size="sm" onClick={() => setStep('forgotten')}>
            {texts.forgotten}
          </Anchor>
        </DoorFrame>
      )
    case 'forgotten':
      return (
        <DoorFrame title={texts.forgottenTitle} about={texts.forgottenAbout}>
          <ForgottenForm sent={() => setStep('sent')} />
          {back}
        </DoorFrame>
      )
    case 'sent':
      return (
        <DoorFrame title={texts.forgottenTitle}>
          <Text role="status">{texts.sent}</Text>
          {back}
        </DoorFrame>
      )
  }
}
