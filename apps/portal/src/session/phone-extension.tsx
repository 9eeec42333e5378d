import { createContext, type ReactNode, use, useMemo, useState } from 'react'
import { mayChange, type Session } from './session.ts'
import { useSession } from './session-context.tsx'

/** Gone when one signs out, as all that is kept there. */
const KEPT_AS = 'klinke.phone-extension'

/** The extension whose telephone this browser is. */
export interface PhoneExtension {
  readonly id: string
  readonly number: string
  readonly name: string
  /** The customer whose extension it is; absent for who has only one. */
  readonly tenantId?: string
}

interface PhoneExtensionChoice {
  /** A user's own one, or the one that an administrator has chosen; null: none yet. */
  readonly extension: PhoneExtension | null
  /** An administrator who may change extensions takes any of the customer; the server notes who takes which. */
  readonly mayChoose: boolean
  readonly choose: (extension: PhoneExtension | null) => void
}

const Context = createContext<PhoneExtensionChoice>({ extension: null, mayChoose: false, choose: () => undefined })

export function PhoneExtensionProvider({ children }: { readonly children: ReactNode }) {
  const session = useSession()
  const [chosen, setChosen] = useState(readChosen)
  const choice = useMemo(() => {
    const mayChoose = maySitAnywhere(session)
    const choose = (extension: PhoneExtension | null): void => {
      if (extension === null) sessionStorage.removeItem(KEPT_AS)
      else sessionStorage.setItem(KEPT_AS, JSON.stringify(extension))
      setChosen(extension)
    }
    return { extension: session.extension ?? (mayChoose ? chosen : null), mayChoose, choose }
  }, [session, chosen])
  return <Context value={choice}>{children}</Context>
}

export function usePhoneExtension(): PhoneExtensionChoice {
  return use(Context)
}

/** Has none, and may take any. */
export function maySitAnywhere(session: Session): boolean {
  return session.extension === null && mayChange(session, 'extensions')
}

function readChosen(): PhoneExtension | null {
  const kept: unknown = JSON.parse(sessionStorage.getItem(KEPT_AS) ?? 'null')
  return isExtension(kept) ? kept : null
}

function isExtension(kept: unknown): kept is PhoneExtension {
  return typeof kept === 'object' && kept !== null && 'id' in kept && 'number' in kept && 'name' in kept
}
