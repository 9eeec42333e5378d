import { useQueryClient } from '@tanstack/react-query'
import { createContext, type ReactNode, use, useCallback, useEffect, useMemo, useState } from 'react'
import { type Api, apiClient } from '../api/client.ts'
import { useLanguage } from '../shared/language.tsx'
import { forgetKey, headersWith, keptKey, sessionOf } from './api-key-session.ts'
import type { Session } from './session.ts'

/** `asking`: not known yet whether somebody is signed in. */
export type SessionState =
  | { readonly kind: 'asking' }
  | { readonly kind: 'nobody' }
  | { readonly kind: 'signed-in'; readonly session: Session }

interface SessionDoor {
  readonly state: SessionState
  readonly signedIn: (session: Session) => void
  readonly signOut: () => void
}

const SessionContext = createContext<SessionDoor | undefined>(undefined)
const ApiContext = createContext<Api | undefined>(undefined)

/** Knows who is signed in, and gives the rest of the portal its way to the API. */
export function SessionProvider({ children }: { readonly children: ReactNode }) {
  const [state, setState] = useState<SessionState>({ kind: 'asking' })
  const { language } = useLanguage()
  const queries = useQueryClient()
  const signOut = useCallback(() => {
    forgetKey()
    // What one has seen is not for the next.
    queries.clear()
    setState({ kind: 'nobody' })
  }, [queries])
  const signedIn = useCallback((session: Session) => setState({ kind: 'signed-in', session }), [])
  const api = useMemo(
    () => apiClient({ headers: () => headersWith(keptKey()), language: () => language, signedOut: signOut }),
    [language, signOut],
  )
  useEffect(() => {
    const key = keptKey()
    if (key === undefined) return setState({ kind: 'nobody' })
    sessionOf(key, 'de').then(signedIn, () => setState({ kind: 'nobody' }))
  }, [signedIn])
  const door = useMemo(() => ({ state, signedIn, signOut }), [state, signedIn, signOut])
  return (
    <SessionContext value={door}>
      <ApiContext value={api}>{children}</ApiContext>
    </SessionContext>
  )
}

export function useSessionDoor(): SessionDoor {
  const door = use(SessionContext)
  if (door === undefined) throw new Error('useSessionDoor outside SessionProvider')
  return door
}

/** Who is signed in; only below the pages that need it. */
export function useSession(): Session {
  const { state } = useSessionDoor()
  if (state.kind !== 'signed-in') throw new Error('useSession where nobody is signed in')
  return state.session
}

/** The API as the one who is signed in may use it. */
export function useApi(): Api {
  const api = use(ApiContext)
  if (api === undefined) throw new Error('useApi outside SessionProvider')
  return api
}
