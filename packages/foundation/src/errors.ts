/**
 * Base of all domain errors. `code` is stable and machine-readable (kebab-case); the message says what
 * happened and how to mend it, `german` the same in German where it names what the sentence for all of the code cannot.
 */
export class KlinkeError extends Error {
  readonly code: string
  readonly german: string | undefined

  constructor(code: string, message: string, options?: ErrorOptions & { readonly german?: string | undefined }) {
    super(message, options)
    this.german = options?.german
    this.name = new.target.name
    this.code = code
  }
}

/**
 * An error that is expected and says no more than its message, such as the end of a call told to whoever waits in it. Where it was
 * made tells nobody anything, and V8 would spend 6 µs on writing that down.
 */
export class PlainError extends KlinkeError {
  constructor(code: string, message: string) {
    const { stackTraceLimit } = Error
    Error.stackTraceLimit = 0
    super(code, message)
    Error.stackTraceLimit = stackTraceLimit
  }
}

/** A bug was met: a state the code holds for impossible. */
export class AssertionError extends KlinkeError {
  constructor(message: string) {
    super('assertion', message)
  }
}

export function assert(condition: boolean, message: string): asserts condition {
  if (!condition) throw new AssertionError(message)
}

/** Makes a missing case of a union a compile error. */
export function unreachable(value: never): never {
  throw new AssertionError(`unreachable: ${JSON.stringify(value)}`)
}
