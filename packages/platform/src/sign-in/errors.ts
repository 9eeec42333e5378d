import { KlinkeError } from '@klinke/foundation'
import type { ProblemTable } from '../http/problem.ts'

/** One answer for everything that is wrong with a sign-in, so that nobody learns who exists. */
export class SignInRefused extends KlinkeError {
  constructor() {
    super(
      'sign-in-refused',
      'Mail address and password do not belong together, or the login is disabled. Try again, or have the password reset.',
    )
  }
}

/** A link or a step that was used already, is too old, or never was. */
export class TokenInvalid extends KlinkeError {
  constructor() {
    super('token-invalid', 'This link or step was used already or has expired. Begin again.')
  }
}

export class WrongCode extends KlinkeError {
  constructor() {
    super('wrong-code', 'The code is wrong or was used already. Take the newest one of the app, or a recovery code.')
  }
}

export class WrongPassword extends KlinkeError {
  constructor() {
    super('wrong-password', 'The present password is wrong.')
  }
}

export const signInProblems: ProblemTable = {
  'sign-in-refused': { status: 401, title: { en: 'Signing in failed', de: 'Anmeldung fehlgeschlagen' } },
  'token-invalid': { status: 410, title: { en: 'The link has expired', de: 'Der Link ist abgelaufen' } },
  'wrong-code': { status: 422, title: { en: 'Wrong code', de: 'Falscher Code' } },
  'wrong-password': { status: 422, title: { en: 'Wrong password', de: 'Falsches Kennwort' } },
  'email-taken': { status: 409, title: { en: 'Mail address taken', de: 'E-Mail-Adresse bereits vergeben' } },
}
