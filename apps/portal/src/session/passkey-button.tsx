import { Alert, Button } from '@mantine/core'
import { KeyRound } from 'lucide-react'
import { useState } from 'react'
import { useTexts } from '../shared/language.tsx'
import { useNotices } from '../shared/notices.tsx'
import { asProblem } from '../shared/trouble.tsx'
import { canPasskeys, provePasskey } from './passkey.ts'
import { useApi, useSessionDoor } from './session-context.tsx'
import { signInTexts } from './sign-in-texts.ts'

/** Signs in by a passkey, without mail address and password; not there where the browser cannot. */
export function PasskeyButton() {
  const texts = useTexts(signInTexts)
  const api = useApi()
  const { look } = useSessionDoor()
  const { failed } = useNotices()
  const [state, setState] = useState<'waiting' | 'busy' | 'none' | 'unknown'>('waiting')
  const signIn = async (): Promise<void> => {
    setState('busy')
    try {
      const { challenge, options } = await api('POST /sign-in/passkey/options')
      const passkey = await provePasskey(options)
      if (passkey === undefined) return setState('none')
      await api('POST /sign-in/passkey', { body: { challenge, passkey } })
      await look()
    } catch (error) {
      if (asProblem(error).code === 'sign-in-refused') return setState('unknown')
      setState('waiting')
      failed(error)
    }
  }
  if (!canPasskeys()) return null
  return (
    <>
      {state === 'none' || state === 'unknown' ? (
        <Alert color="red" role="alert">
          {state === 'none' ? texts.noPasskey : texts.unknownPasskey}
        </Alert>
      ) : null}
      <Button variant="default" leftSection={<KeyRound size={16} aria-hidden />} loading={state === 'busy'} onClick={() => void signIn()}>
        {texts.byPasskey}
      </Button>
    </>
  )
}
