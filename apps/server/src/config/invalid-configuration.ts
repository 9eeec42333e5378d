import { KlinkeError } from '@klinke/foundation'

/** A variable has a value that cannot be used; the message is one line that names it. */
export class InvalidConfiguration extends KlinkeError {
  constructor(variable: string, why: string) {
    super('invalid-configuration', `${variable}: ${why}`)
  }
}
