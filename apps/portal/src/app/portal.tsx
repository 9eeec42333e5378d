import { Container, MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { Problem } from '../api/problem.ts'
import { EnrolPage } from '../session/enrol-page.tsx'
import { FirstPasswordPage } from '../session/first-password-page.tsx'
import { LINK_PATHS, LinkPage } from '../session/link-page.tsx'
import { ProofProvider } from '../session/proof.tsx'
import type { Session } from '../session/session.ts'
import { SessionProvider, useSessionDoor } from '../session/session-context.tsx'
import { SignInPage } from '../session/sign-in-page.tsx'
import { ConfirmProvider } from '../shared/confirm.tsx'
import { LanguageProvider } from '../shared/language.tsx'
import { Trouble } from '../shared/trouble.tsx'
import { ErrorBoundary } from './error-boundary.tsx'
import { styleNonce } from './nonce.ts'
import { Shell } from './shell.tsx'
import { readableColours, theme } from './theme.ts'

/** What was read counts as fresh so long; events and changes make it old before. */
const FRESH_MS = 10_000
const MAX_RETRIES = 2

const nonce = styleNonce()
const queries = new QueryClient({
  defaultOptions: {
    queries: { staleTime: FRESH_MS, networkMode: 'always', retry: (failures, error) => failures < MAX_RETRIES && mayPass(error) },
  },
})

/** Asking again helps when nothing answered or the server was in trouble, not when it said no. */
function mayPass(error: Error): boolean {
  return error instanceof Problem && (error.status === 0 || error.status >= 500)
}

/** The whole portal. */
export function Portal() {
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto" getStyleNonce={() => nonce} cssVariablesResolver={readableColours}>
      <LanguageProvider>
        <ErrorBoundary>
          <QueryClientProvider client={queries}>
            <SessionProvider>
              <ConfirmProvider>
                <Notifications position="bottom-right" />
                <ProofProvider>
                  <Door />
                </ProofProvider>
              </ConfirmProvider>
            </SessionProvider>
          </QueryClientProvider>
        </ErrorBoundary>
      </LanguageProvider>
    </MantineProvider>
  )
}

function Door() {
  const { state, look } = useSessionDoor()
  const [path] = useLocation()
  if (LINK_PATHS.includes(path)) return <LinkPage />
  switch (state.kind) {
    case 'asking':
      return null
    case 'unknown':
      return (
        <Container component="main" size="sm" py="xl">
          <Trouble error={state.error} retry={() => void look()} />
        </Container>
      )
    case 'nobody':
      return <SignInPage />
    case 'signed-in':
      return <Inside session={state.session} />
  }
}

/** What has to be done first, then the portal. Who was sent to enrol leaves that page himself: the recovery codes are shown there. */
function Inside({ session: { login } }: { readonly session: Session }) {
  const [isEnrolling, setEnrolling] = useState(false)
  if (login?.mustEnrol === true && !isEnrolling) setEnrolling(true)
  if (login?.mustChangePassword === true) return <FirstPasswordPage />
  return isEnrolling ? <EnrolPage finished={() => setEnrolling(false)} /> : <Shell />
}
