import { Anchor, Button, Text } from '@mantine/core'
import { useState } from 'react'
import { useTexts } from '../shared/language.tsx'
import { DoorFrame } from './door-frame.tsx'
import { ForgottenForm } from './forgotten-form.tsx'
import { PasskeyButton } from './passkey-button.tsx'
import { PasswordForm } from './password-form.tsx'
import { SecondFactorForm } from './second-factor-form.tsx'
import { signInTexts } from './sign-in-texts.ts'

type Step = { readonly kind: 'password' | 'forgotten' | 'sent' } | { readonly kind: 'second-factor'; readonly challenge: string }

/** The door of the portal: signing in, the second factor, or asking for a new password. */
export function SignInPage() {
  const texts = useTexts(signInTexts)
  const [step, setStep] = useState<Step>({ kind: 'password' })
  const begin = (): void => setStep({ kind: 'password' })
  const back = (
    <Button variant="default" onClick={begin}>
      {texts.backToSignIn}
    </Button>
  )
  switch (step.kind) {
    case 'password':
      return (
        <DoorFrame title={texts.title} about={texts.demo}>
          <PasswordForm secondFactor={(challenge) => setStep({ kind: 'second-factor', challenge })} />
          <PasskeyButton />
          <Anchor component="button" type="button" size="sm" onClick={() => setStep({ kind: 'forgotten' })}>
            {texts.forgotten}
          </Anchor>
        </DoorFrame>
      )
    case 'second-factor':
      return (
        <DoorFrame title={texts.secondFactor} about={texts.secondFactorAbout}>
          <SecondFactorForm challenge={step.challenge} again={begin} />
          {back}
        </DoorFrame>
      )
    case 'forgotten':
      return (
        <DoorFrame title={texts.forgottenTitle} about={texts.forgottenAbout}>
          <ForgottenForm sent={() => setStep({ kind: 'sent' })} />
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
