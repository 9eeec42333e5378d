import type { MediaEvent, MediaSession } from '@klinke/rtp'

/** Reads a session's events and hands them out by kind. */
export class EventLog {
  readonly seen: MediaEvent[] = []
  #onEvent: () => void = () => undefined

  constructor(session: MediaSession) {
    void this.#read(session)
  }

  /** The first event of the kind, now or within the time. */
  first<K extends MediaEvent['kind']>(kind: K, withinMs = 3000): Promise<MediaEvent & { readonly kind: K }> {
    return this.firstThat(kind, () => true, withinMs)
  }

  /** The first event of the kind that fulfils the condition, now or within the time. */
  async firstThat<K extends MediaEvent['kind']>(
    kind: K,
    condition: (event: MediaEvent & { readonly kind: K }) => boolean,
    withinMs = 3000,
  ): Promise<MediaEvent & { readonly kind: K }> {
    const isOfKind = (event: MediaEvent): event is MediaEvent & { readonly kind: K } => event.kind === kind
    const isWanted = (event: MediaEvent): event is MediaEvent & { readonly kind: K } => isOfKind(event) && condition(event)
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`no "${kind}" within ${withinMs} ms`)), withinMs)
      this.#onEvent = () => {
        const found = this.seen.find(isWanted)
        if (!found) return
        clearTimeout(timer)
        resolve(found)
      }
      this.#onEvent()
    })
  }

  async #read(session: MediaSession): Promise<void> {
    for await (const event of session.events) {
      this.seen.push(event)
      this.#onEvent()
    }
  }
}
