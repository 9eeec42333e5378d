/** What is chosen for this browser; it stays when one signs out. */
export interface PhoneSettings {
  /** The telephone of this browser is switched on. */
  readonly isOn: boolean
  /** The telephone on the desk is driven from here, and that of the browser is off. */
  readonly isDesk: boolean
  /** Device ids; empty: the system's choice. */
  readonly microphone: string
  readonly speaker: string
  /** Where it rings. */
  readonly ringer: string
  /** Echo and noise are taken out of one's own voice. */
  readonly clearsVoice: boolean
}

const KEPT_AS = 'klinke.web-phone'
const DEFAULT: PhoneSettings = { isOn: false, isDesk: false, microphone: '', speaker: '', ringer: '', clearsVoice: true }

export function readSettings(storage: Pick<Storage, 'getItem'> = localStorage): PhoneSettings {
  try {
    const kept: unknown = JSON.parse(storage.getItem(KEPT_AS) ?? '{}')
    return { ...DEFAULT, ...known(kept) }
  } catch {
    return DEFAULT
  }
}

export function keepSettings(settings: PhoneSettings, storage: Pick<Storage, 'setItem'> = localStorage): void {
  storage.setItem(KEPT_AS, JSON.stringify(settings))
}

/** What of a kept text has the right type: another version of the portal may have written it. */
function known(kept: unknown): Partial<PhoneSettings> {
  if (typeof kept !== 'object' || kept === null) return {}
  const right = Object.entries(kept).filter(
    ([name, value]) => typeof value === typeof Object.getOwnPropertyDescriptor(DEFAULT, name)?.value,
  )
  return Object.fromEntries(right)
}
