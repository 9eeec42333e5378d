import type { Place } from './telephone.ts'

/** Who calls waits no longer for the server to say where he is: it may be a call for help. */
const PATIENCE_MS = 1_500

/** Where this browser is, as the server sees it: asked anew with each call, and when the network may be another. */
export class PlaceWatch {
  readonly #ask: () => Promise<Place>
  readonly #changed: () => void
  readonly #patienceMs: number
  #place: Place
  #asked = 0

  /** @param changed told when `place` is another */
  constructor(place: Place, ask: () => Promise<Place>, changed: () => void, patienceMs = PATIENCE_MS) {
    this.#place = place
    this.#ask = ask
    this.#changed = changed
    this.#patienceMs = patienceMs
  }

  /** As known last. */
  get place(): Place {
    return this.#place
  }

  /** Now, or as known last where the server does not say in time. Never rejects. */
  now(): Promise<Place> {
    const { promise, resolve } = Promise.withResolvers<Place>()
    const timer = setTimeout(() => resolve(this.#place), this.#patienceMs)
    void this.look().then((place) => {
      clearTimeout(timer)
      resolve(place)
    })
    return promise
  }

  /** Asks the server; without an answer it stays as it was, and of several answers that to the last question counts. */
  async look(): Promise<Place> {
    const asked = ++this.#asked
    try {
      const place = await this.#ask()
      if (asked === this.#asked) this.#take(place)
      return place
    } catch {
      return this.#place
    }
  }

  #take(place: Place): void {
    const { site, whereabouts } = this.#place
    this.#place = place
    if (place.site !== site || place.whereabouts !== whereabouts) this.#changed()
  }
}
