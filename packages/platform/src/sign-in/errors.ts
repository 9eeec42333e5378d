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

/** What is asked for changes by what somebody is known, and he has not lately shown who he is. */
export class ProofRequired extends KlinkeError {
  constructor() {
    super('proof-required', 'Show the password or a passkey again first (POST /me/proof, or /me/proof/passkey), then repeat this.')
  }
}

export const signInProblems: ProblemTable = {
  'sign-in-refused': {
    status: 401,
    title: { en: 'Signing in failed', de: 'Anmeldung fehlgeschlagen' },
    germanDetail:
      'E-Mail-Adresse und Kennwort passen nicht zusammen, oder der Zugang ist gesperrt. Versuchen Sie es noch einmal, oder lassen Sie das Kennwort zurücksetzen.',
  },
  'token-invalid': {
    status: 410,
    title: { en: 'The link has expired', de: 'Der Link ist abgelaufen' },
    germanDetail: 'Dieser Link oder Schritt ist schon benutzt oder abgelaufen. Beginnen Sie noch einmal.',
  },
  'wrong-code': {
    status: 422,
    title: { en: 'Wrong code', de: 'Falscher Code' },
    germanDetail: 'Der Code ist falsch oder schon benutzt. Nehmen Sie den neuesten der App, oder einen Ersatzcode.',
  },
  'proof-required': {
    status: 403,
    title: { en: 'Show again who you are', de: 'Zeigen Sie noch einmal, wer Sie sind' },
    germanDetail: 'Geben Sie zuerst noch einmal Ihr Kennwort ein, oder nehmen Sie einen Passkey.',
  },
  'wrong-password': {
    status: 422,
    title: { en: 'Wrong password', de: 'Falsches Kennwort' },
    germanDetail: 'Das bisherige Kennwort ist falsch.',
  },
  'email-taken': {
    status: 409,
    title: { en: 'Mail address taken', de: 'E-Mail-Adresse bereits vergeben' },
    germanDetail: 'Diese Adresse kann für keinen Zugang benutzt werden. Nehmen Sie eine andere.',
  },
}
