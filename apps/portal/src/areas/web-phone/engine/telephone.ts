import type { Answer } from '../../../api/operation.ts'
import type { PhoneView } from './phone-view.ts'

export type Place = Pick<Answer<'POST /extensions/{extensionId}/web-phones'>, 'site' | 'whereabouts'>

/** What the pages need of a telephone: the one of this browser, or the one on the desk. */
export interface Telephone {
  readonly view: () => PhoneView
  /** Told of each change, until what it gives is called. */
  readonly subscribe: (listener: () => void) => () => void
  /** Its microphone and devices are this browser's. */
  readonly isHere: boolean
  /** Where 110 and 112 send help, and whether this browser is there, as known last; `view` changes with it. Absent: the phone stands where it stands. */
  readonly place?: Place
  /** The one way to call: away from the site it asks first. */
  call(number: string): Promise<void>
  answer(id: string): Promise<void>
  /** Hangs up, gives up, or rejects. */
  hangUp(id: string): void
  hold(id: string): Promise<void>
  resume(id: string): Promise<void>
  mute(id: string, isMuted: boolean): void
  press(id: string, keys: string): void
  /** At once. */
  transfer(id: string, number: string): void
  /** Asks a third first, while the other party waits. */
  consult(id: string, number: string): Promise<void>
  /** Brings the other parties of two calls together, and leaves. */
  connect(id: string, otherId: string): void
  /** Brings all three together; absent: it cannot. */
  readonly conference?: (id: string, otherId: string) => void
}
