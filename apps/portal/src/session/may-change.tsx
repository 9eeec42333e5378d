import { createContext, type ReactNode, use } from 'react'
import { mayChange, type RightsArea } from './session.ts'
import { useSession } from './session-context.tsx'

const MayChangeContext = createContext(true)

/** Says of the pages below which right changes what they show; absent: whoever sees them changes them. */
export function ChangedBy({ rights, children }: { readonly rights: RightsArea | undefined; readonly children: ReactNode }) {
  const session = useSession()
  return <MayChangeContext value={rights === undefined || mayChange(session, rights)}>{children}</MayChangeContext>
}

/** Whether this page may be changed by who looks at it; forms and buttons of `shared/editing` see to it by themselves. */
export function useMayChange(): boolean {
  return use(MayChangeContext)
}
