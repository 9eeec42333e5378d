import { Alert } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTexts } from '../shared/language.tsx'
import { signInTexts } from './sign-in-texts.ts'

const PARAMETER = 'sign-in-problem'

/** Says why signing in at the identity provider has not worked; the server leads back here with the reason in the address. */
export function ComeBackProblem() {
  const texts = useTexts(signInTexts)
  const [code] = useState(() => new URLSearchParams(location.search).get(PARAMETER))
  useEffect(() => {
    // It is said once; the page that is loaded again says nothing.
    if (code !== null) history.replaceState(history.state, '', location.pathname)
  }, [code])
  if (code === null) return null
  return (
    <Alert color="red" role="alert">
      {code === 'identity-provider-away' ? texts.providerAway : code === 'token-invalid' ? texts.tooLate : texts.providerRefused}
    </Alert>
  )
}
