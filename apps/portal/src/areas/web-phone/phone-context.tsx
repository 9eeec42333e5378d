import {
  createContext,
  lazy,
  type ReactNode,
  Suspense,
  use,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react'
import { urlOf } from '../../api/client.ts'
import { useEvents } from '../../api/events/live.tsx'
import { usePhoneExtension } from '../../session/phone-extension.tsx'
import { useApi } from '../../session/session-context.tsx'
import { AwayWarning } from './away-warning.tsx'
import { DeskPhone } from './engine/desk-phone.ts'
import { keepSettings, type PhoneSettings, readSettings } from './engine/phone-settings.ts'
import type { PhoneView } from './engine/phone-view.ts'
import type { Telephone } from './engine/telephone.ts'
import type { WebPhone, WebPhoneOptions } from './engine/web-phone.ts'
import { useAwayWarning } from './use-away-warning.ts'

interface PhoneDesk {
  /** Undefined while it is switched off, and while it starts. */
  readonly phone: Telephone | undefined
  /** Why it does not start. */
  readonly trouble: unknown
  readonly settings: PhoneSettings
  readonly change: (change: Partial<PhoneSettings>) => void
}

const PhoneContext = createContext<PhoneDesk | undefined>(undefined)
const Dock = lazy(() => import('./dock.tsx'))

/** The telephone of this browser, on whatever page one is. Nothing of it is loaded before it is switched on. */
export function WebPhoneProvider({ children }: { readonly children: ReactNode }) {
  const { extension } = usePhoneExtension()
  const [settings, setSettings] = useState(readSettings)
  const wanted = settings.isOn ? extension?.id : undefined
  const { question, mayCall } = useAwayWarning()
  const { phone: browserPhone, trouble } = usePhone(settings.isDesk ? undefined : wanted, settings, mayCall)
  const deskPhone = useDeskPhone(settings.isDesk ? wanted : undefined)
  const phone = settings.isDesk ? deskPhone : browserPhone
  const change = useCallback((changed: Partial<PhoneSettings>) => setSettings((before) => ({ ...before, ...changed })), [])
  useEffect(() => {
    keepSettings(settings)
    // A device that is refused or gone: the call goes on with the one before.
    browserPhone?.use(settings).catch(() => undefined)
  }, [settings, browserPhone])
  const desk = useMemo(() => ({ phone, trouble, settings, change }), [phone, trouble, settings, change])
  return (
    <PhoneContext value={desk}>
      {children}
      <AwayWarning question={question} />
      {phone === undefined ? null : (
        <Suspense>
          <Dock phone={phone} />
        </Suspense>
      )}
    </PhoneContext>
  )
}

function usePhone(extensionId: string | undefined, settings: PhoneSettings, mayCall: WebPhoneOptions['mayCall']) {
  const api = useApi()
  // Another language or device is no reason to start it anew.
  const latest = useRef({ api, settings, mayCall })
  useEffect(() => {
    latest.current = { api, settings, mayCall }
  }, [api, settings, mayCall])
  const [state, setState] = useState<{ readonly phone?: WebPhone; readonly trouble?: unknown }>({})
  useEffect(() => {
    if (extensionId === undefined) return
    const path = { extensionId }
    const credentials = () => latest.current.api('POST /extensions/{extensionId}/web-phones', { path })
    const whereabouts = () => latest.current.api('GET /extensions/{extensionId}/whereabouts', { path })
    const asks: WebPhoneOptions['mayCall'] = (...call) => latest.current.mayCall(...call)
    let isWanted = true
    let started: WebPhone | undefined
    const start = async (): Promise<void> => {
      const { WebPhone } = await import('./engine/web-phone.ts')
      const options = { credentials, whereabouts, mayCall: asks, settings: latest.current.settings, origin: location.origin }
      started = await WebPhone.start(options)
      if (isWanted) setState({ phone: started })
      else leave(started, extensionId)
    }
    start().catch((trouble: unknown) => setState({ trouble }))
    const stop = (): void => {
      isWanted = false
      if (started !== undefined) leave(started, extensionId)
      started = undefined
    }
    window.addEventListener('pagehide', stop)
    return () => {
      window.removeEventListener('pagehide', stop)
      stop()
      setState({})
    }
  }, [extensionId])
  return { phone: state.phone, trouble: state.trouble }
}

/** The phone on the desk, as long as `extensionId` is given. */
function useDeskPhone(extensionId: string | undefined): Telephone | undefined {
  const api = useApi()
  const latest = useRef(api)
  useEffect(() => {
    latest.current = api
  }, [api])
  const [phone, setPhone] = useState<DeskPhone>()
  useEvents(({ topic }) => {
    if (topic === 'calls') phone?.look()
  })
  useEffect(() => {
    if (extensionId === undefined) return
    const started = new DeskPhone(() => latest.current, extensionId)
    started.start()
    setPhone(started)
    return () => {
      started.stop()
      setPhone(undefined)
    }
  }, [extensionId])
  return phone
}

/** The window may be closing: the request goes on without it. */
function leave(phone: WebPhone, extensionId: string): void {
  phone.stop()
  const path = { extensionId, username: phone.username }
  fetch(urlOf('/extensions/{extensionId}/web-phones/{username}', { path }), { method: 'DELETE', keepalive: true }).catch(() => undefined)
}

export function usePhoneDesk(): PhoneDesk {
  const desk = use(PhoneContext)
  if (desk === undefined) throw new Error('usePhoneDesk outside WebPhoneProvider')
  return desk
}

/** What the telephone shows now. */
export function usePhoneView(phone: Telephone): PhoneView {
  return useSyncExternalStore(phone.subscribe, phone.view)
}
