import { useQueryClient } from '@tanstack/react-query'
import { createContext, type ReactNode, use, useCallback, useEffect, useMemo, useState } from 'react'
import { type Api, apiClient } from '../api/client.ts'
import { Problem } from '../api/problem.ts'
import { useLanguage } from '../shared/language.tsx'
import type { Session } from './session.ts'

/** `asking`: not known yet whether somebody is signed in. */
export type SessionState =
  | { readonly kind: 'asking' }
  | { readonly kind: 'unknown'; readonly error: unknown }
  | { readonly kind: 'nobody' }
  | { readonly kind: 'signed-in'; readonly session: Session }

interface SessionDoor {
  readonly state: SessionState
  /** Asks the server anew who is signed in. */
  readonly look: () => Promise<void>
  readonly signOut: () => Promise<void>
}

const SessionContext = createContext<SessionDoor | undefined>(undefined)
const ApiContext = createContext<Api | undefined>(undefined)

/** Knows who is signed in, and gives the rest of the portal its way to the API. The session itself is a cookie that scripts cannot read. */
export function SessionProvider({ children }: { readonly children: ReactNode }) {
  const [state, setState] = useState<SessionState>({ kind: 'asking' })
  const { language } = useLanguage()
  const queries = useQueryClient()
  const leave = useCallback(() => {
    // What one has seen is not for the next.
    queries.clear()
    sessionStorage.clear()
    setState({ kind: 'nobody' })
  }, [queries])
  const api = useMemo(() => apiClient({ language: () => language, signedOut: leave }), [language, leave])
  const look = useCallback(() => whoIsThere(api).then(setState), [api])
  const signOut = useCallback(async () => {
    await api('POST /sign-out').catch(ignoreEnded)
    leave()
  }, [api, leave])
  useEffect(() => {
    if (state.kind === 'asking') void look()
  }, [state, look])
  const door = useMemo(() => ({ state, look, signOut }), [state, look, signOut])
  return (
    <SessionContext value={door}>
      <ApiContext value={api}>{children}</ApiContext>
    </SessionContext>
  )
}

async function whoIsThere(api: Api): Promise<SessionState> {
  try {
    return { kind: 'signed-in', session: await api('GET /me') }
  } catch (error) {
    return error instanceof Problem && error.status === 401 ? { kind: 'nobody' } : { kind: 'unknown', error }
  }
}

/** A session that has ended already is what was wanted. */
function ignoreEnded(error: unknown): void {
  if (!(error instanceof Problem && error.status === 401)) throw error
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
