import { Anchor, Button, Text } from '@mantine/core'
import { useState } from 'react'
import { useTexts } from '../shared/language.tsx'
import { ComeBackProblem } from './come-back-problem.tsx'
import { DoorFrame } from './door-frame.tsx'
import { ForgottenForm } from './forgotten-form.tsx'
import { PasskeyButton } from './passkey-button.tsx'
import { PasswordForm } from './password-form.tsx'
import { SecondFactorForm } from './second-factor-form.tsx'
import { signInTexts } from './sign-in-texts.ts'
import { SingleSignOnForm } from './single-sign-on-form.tsx'

type Step =
  | { readonly kind: 'password' | 'forgotten' | 'sent' | 'single-sign-on' }
  | { readonly kind: 'second-factor'; readonly challenge: string }

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
          <ComeBackProblem />
          <PasswordForm secondFactor={(challenge) => setStep({ kind: 'second-factor', challenge })} />
          <PasskeyButton />
          <Button variant="default" onClick={() => setStep({ kind: 'single-sign-on' })}>
            {texts.bySingleSignOn}
          </Button>
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
    case 'single-sign-on':
      return (
        <DoorFrame title={texts.bySingleSignOn} about={texts.singleSignOnAbout}>
          <SingleSignOnForm />
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
