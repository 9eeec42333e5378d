/**
 * Base of all domain errors. `code` is stable and machine-readable (kebab-case); the message says what
 * happened and how to mend it.
 */
export class KlinkeError extends Error {
  readonly code: string

  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = new.target.name
    this.code = code
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
