import { KlinkeError } from '@klinke/foundation'
import type { ProblemTable } from '../http/problem.ts'

/** One answer for whatever is wrong with who came back from a provider: nobody learns who exists. */
export class SingleSignOnRefused extends KlinkeError {
  constructor(cause?: unknown) {
    super(
      'single-sign-on-refused',
      'Your identity provider has not proved a login of this server. Begin again, or ask your administrator.',
      {
        cause,
      },
    )
  }
}

/** The provider does not answer, or not as OpenID Connect wants it. */
export class ProviderAway extends KlinkeError {
  constructor(cause?: unknown) {
    super('identity-provider-away', 'The identity provider cannot be reached, or does not answer as it should. Try again later.', { cause })
  }
}

export class DomainTaken extends KlinkeError {
  constructor() {
    super('domain-taken', 'One of these domains belongs to the single sign-on of another customer.')
  }
}

export class DomainUnproven extends KlinkeError {
  constructor() {
    super('domain-unproven', 'That a domain is yours your operator enters, who has looked at the proof. Leave out "domains".')
  }
}

export class SingleSignOnExists extends KlinkeError {
  constructor() {
    super('single-sign-on-exists', 'This customer has single sign-on already. Change it instead.')
  }
}

export const singleSignOnProblems: ProblemTable = {
  'single-sign-on-refused': {
    status: 403,
    title: { en: 'Single sign-on failed', de: 'Anmeldung über den Identitätsanbieter fehlgeschlagen' },
    germanDetail: 'Ihr Identitätsanbieter hat keinen Zugang hier belegt. Beginnen Sie noch einmal, oder fragen Sie Ihren Administrator.',
  },
  'identity-provider-away': {
    status: 502,
    title: { en: 'Identity provider away', de: 'Der Identitätsanbieter ist nicht erreichbar' },
    germanDetail: 'Der Identitätsanbieter ist nicht erreichbar oder antwortet nicht, wie er soll. Versuchen Sie es später noch einmal.',
  },
  'domain-taken': {
    status: 409,
    title: { en: 'Domain taken', de: 'Domain bereits vergeben' },
    germanDetail: 'Eine dieser Domains gehört zum Single Sign-on eines anderen Kunden.',
  },
  'domain-unproven': {
    status: 403,
    title: { en: 'The operator enters domains', de: 'Domains trägt der Betreiber ein' },
    germanDetail: 'Dass eine Domain Ihnen gehört, trägt Ihr Betreiber ein, nachdem er den Nachweis gesehen hat. Lassen Sie „domains“ weg.',
  },
  'single-sign-on-exists': {
    status: 409,
    title: { en: 'Single sign-on exists', de: 'Single Sign-on ist schon eingerichtet' },
    germanDetail: 'Dieser Kunde hat schon Single Sign-on. Ändern Sie es.',
  },
}
