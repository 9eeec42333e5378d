import { Button, Group, Stack } from '@mantine/core'
import { lazy, Suspense } from 'react'
import { useTexts } from '../shared/language.tsx'
import { DoorFrame } from './door-frame.tsx'
import { useSession, useSessionDoor } from './session-context.tsx'
import { signInTexts } from './sign-in-texts.ts'

const SecondFactor = lazy(() => import('../areas/own-login/second-factor.tsx').then((module) => ({ default: module.SecondFactor })))
const Passkeys = lazy(() => import('../areas/own-login/passkeys.tsx').then((module) => ({ default: module.Passkeys })))

/** Who needs a second factor and has none sets one up before anything else (PORT-05). Stays until its recovery codes are kept. */
export function EnrolPage({ finished }: { readonly finished: () => void }) {
  const texts = useTexts(signInTexts)
  const { login } = useSession()
  const { signOut } = useSessionDoor()
  return (
    <DoorFrame title={texts.enrol} about={texts.enrolAbout}>
      <Suspense>
        <Stack>
          <SecondFactor />
          <Passkeys />
        </Stack>
      </Suspense>
      <Group justify="space-between">
        <Button variant="subtle" onClick={() => void signOut()}>
          {texts.signOut}
        </Button>
        <Button disabled={login?.mustEnrol === true} onClick={finished}>
          {texts.toPortal}
        </Button>
      </Group>
    </DoorFrame>
  )
}
