import { useTexts } from '../shared/language.tsx'
import { DoorFrame } from './door-frame.tsx'
import { PasswordForm } from './password-form.tsx'
import { signInTexts } from './sign-in-texts.ts'

/** The door of the portal. */
export function SignInPage() {
  const texts = useTexts(signInTexts)
  return (
    <DoorFrame title={texts.title} about={texts.demo}>
      <PasswordForm />
    </DoorFrame>
  )
}
