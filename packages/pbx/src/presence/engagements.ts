import type { DialogChange } from '@klinke/calls'
import { TurnoverMap } from '@klinke/foundation'

/** Whether an extension is in a conversation, and whether a call rings there. */
export interface Engagement {
  readonly talking: boolean
  readonly ringing: boolean
}

/** What a dialog counts as. */
type Engaged = keyof Engagement

const FREE: Engagement = { talking: false, ringing: false }

/**
 * Who talks and where it rings: a fold over the feed of dialogs. A question costs the same however many calls there are, so that each change can be
 * followed by one. It holds what the feed says of calls in progress, so it is bounded as they are.
 */
export class Engagements {
  /** Dialogs that count, by extension and dialog. */
  readonly #dialogs = new TurnoverMap<string, Engaged>()
  /** How many of them each extension has. */
  readonly #counts = new TurnoverMap<string, Record<Engaged, number>>()

  /** How all dialogs stand: none has been read yet, or changes were lost. */
  stand(dialogs: readonly DialogChange[]): void {
    this.#dialogs.clear()
    this.#counts.clear()
    for (const dialog of dialogs) this.changed(dialog)
  }

  changed(dialog: DialogChange): void {
    const { extensionId, dialogId } = dialog
    const key = `${extensionId} ${dialogId}`
    const [before, now] = [this.#dialogs.get(key), engagedBy(dialog)]
    if (before === now) return
    if (now === undefined) this.#dialogs.delete(key)
    else this.#dialogs.set(key, now)
    this.#count(extensionId, before, now)
  }

  of(extensionId: string): Engagement {
    const counts = this.#counts.get(extensionId)
    return counts === undefined ? FREE : { talking: counts.talking > 0, ringing: counts.ringing > 0 }
  }

  #count(extensionId: string, before: Engaged | undefined, now: Engaged | undefined): void {
    const counts = this.#counts.get(extensionId) ?? { talking: 0, ringing: 0 }
    if (before !== undefined) counts[before]--
    if (now !== undefined) counts[now]++
    if (counts.talking + counts.ringing === 0) this.#counts.delete(extensionId)
    else this.#counts.set(extensionId, counts)
  }
}

/** A phone that calls somebody neither talks nor rings; nor does one whose call is over. */
function engagedBy({ state, direction }: DialogChange): Engaged | undefined {
  if (state === 'confirmed') return 'talking'
  return state === 'early' && direction === 'recipient' ? 'ringing' : undefined
}
