import type { Outcome } from '@klinke/calls'
import { BoundedMap } from '@klinke/foundation'
import type { Attempt } from '../slices/slice.ts'

/** Extensions whose last call is remembered; beyond that the one that has not called for longest is forgotten. */
const MAX_REMEMBERED = 100_000

/** The last call of an extension, as far as it matters to who wants to make it again. */
export interface LastAttempt extends Pick<Attempt, 'dialled' | 'isHidden'> {
  readonly number: string
  readonly wasBusy: boolean
}

/** What each extension called last. It does not outlive a restart. */
export class LastAttempts {
  readonly #last = new BoundedMap<string, LastAttempt>(MAX_REMEMBERED)

  of(extensionId: string): LastAttempt | undefined {
    return this.#last.get(extensionId)
  }

  /** A call begins. A caller who hangs up while it rings has found nobody. */
  begun({ extension, called, dialled, isHidden }: Attempt): (outcome: Outcome) => void {
    const attempt: LastAttempt = { dialled, isHidden, number: called.number, wasBusy: false }
    this.#keep(extension.id, attempt)
    return ({ cause }) => {
      if (this.#last.get(extension.id) === attempt) this.#keep(extension.id, { ...attempt, wasBusy: cause === 'busy' })
    }
  }

  #keep(extensionId: string, attempt: LastAttempt): void {
    this.#last.delete(extensionId)
    this.#last.set(extensionId, attempt)
  }
}
