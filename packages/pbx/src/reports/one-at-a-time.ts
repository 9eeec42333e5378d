/** Reports that wait for others at most; one more is refused. */
const MAX_WAITING = 50

/**
 * Reports read much. However many people ask at once, the database has one of them to do at a time, so that it keeps a connection and a processor for the
 * records of calls and for everybody else.
 */
export class OneAtATime {
  #last: Promise<unknown> = Promise.resolve()
  #waiting = 0

  /** Does it when all before are done; `refuse` says what is thrown when too many wait. */
  run<T>(work: () => Promise<T>, refuse: () => Error): Promise<T> {
    if (this.#waiting >= MAX_WAITING) return Promise.reject(refuse())
    this.#waiting++
    const done = this.#last.then(work).finally(() => {
      this.#waiting--
    })
    this.#last = done.catch(() => undefined)
    return done
  }
}
