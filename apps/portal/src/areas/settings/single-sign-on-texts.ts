import { defineTexts } from '../../shared/texts.ts'

export const singleSignOnTexts = defineTexts({
  title: { de: 'Single Sign-on', en: 'Single sign-on' },
  about: {
    de: 'Ihre Mitarbeiter melden sich mit dem Konto Ihres Unternehmens an (OpenID Connect, etwa Microsoft Entra ID, Google Workspace, Keycloak).',
    en: 'Your people sign in by the account of your company (OpenID Connect, such as Microsoft Entra ID, Google Workspace, Keycloak).',
  },
  none: { de: 'Noch nicht eingerichtet.', en: 'Not set up yet.' },
  setUp: { de: 'Single Sign-on einrichten', en: 'Set up single sign-on' },
  redirectUri: { de: 'Diese Umleitungsadresse (Redirect URI) beim Anbieter eintragen', en: 'Enter this redirect URI at the provider' },
  enabled: { de: 'Eingeschaltet', en: 'Enabled' },
  issuer: { de: 'Aussteller (Issuer) des Anbieters', en: 'Issuer of the provider' },
  issuerHint: { de: 'Etwa https://login.microsoftonline.com/…/v2.0', en: 'Such as https://login.microsoftonline.com/…/v2.0' },
  clientId: { de: 'Client-ID', en: 'Client id' },
  clientSecret: { de: 'Geheimer Clientschlüssel', en: 'Client secret' },
  clientSecretHint: { de: 'Er wird verschlüsselt aufbewahrt und nie angezeigt.', en: 'It is kept encrypted and never shown.' },
  clientSecretKept: { de: 'Leer lassen, um den bisherigen zu behalten.', en: 'Leave it empty to keep the one that is there.' },
  loginClaim: { de: 'Woran ein Zugang beim ersten Mal erkannt wird', en: 'By what a login is known the first time' },
  loginClaimHint: {
    de: 'Danach bleibt das Konto beim Anbieter fest mit dem Zugang verbunden, auch wenn sich die Adresse ändert.',
    en: 'Afterwards the account at the provider stays tied to the login, even when the address changes.',
  },
  email: { de: 'E-Mail-Adresse, vom Anbieter bestätigt (email)', en: 'Mail address, verified by the provider (email)' },
  preferred_username: { de: 'Benutzername (preferred_username)', en: 'User name (preferred_username)' },
  upn: { de: 'User Principal Name (upn)', en: 'User principal name (upn)' },
  domains: { de: 'Domains der E-Mail-Adressen', en: 'Domains of mail addresses' },
  domainsHint: {
    de: 'Nur der Anbieter der Telefonanlage trägt sie ein, wenn er gesehen hat, dass sie Ihnen gehören.',
    en: 'Only the provider of the telephone system enters them, having seen that they are yours.',
  },
  noDomains: {
    de: 'Noch keine: Bitten Sie den Anbieter der Telefonanlage darum. Vorher meldet sich niemand so an.',
    en: 'None yet: ask the provider of the telephone system. Nobody signs in this way before.',
  },
  takesNewcomers: { de: 'Wer noch keinen Zugang hat, bekommt einen', en: 'Who has no login yet gets one' },
  test: { de: 'Verbindung prüfen', en: 'Test the connection' },
  works: { de: 'Der Anbieter antwortet und kennt Client-ID und Schlüssel.', en: 'The provider answers, and knows client id and secret.' },
  away: {
    de: 'Unter dem Aussteller antwortet kein OpenID-Anbieter. Prüfen Sie die Adresse.',
    en: 'No OpenID provider answers at the issuer. Check the address.',
  },
  'client-refused': {
    de: 'Der Anbieter antwortet, weist aber Client-ID oder Schlüssel zurück.',
    en: 'The provider answers, but refuses client id or secret.',
  },
  unclear: {
    de: 'Der Anbieter antwortet, aber nicht wie erwartet. Versuchen Sie eine Anmeldung.',
    en: 'The provider answers, but not as expected. Try to sign in.',
  },
  deleteTitle: { de: 'Single Sign-on löschen?', en: 'Delete single sign-on?' },
  deleteConsequence: {
    de: 'Niemand meldet sich mehr über den Anbieter an; offene Sitzungen bleiben bis zu ihrem Ende. Wer kein Kennwort hat, braucht eine Einladung. Die Verbindungen der Konten zu den Zugängen sind weg.',
    en: 'Nobody signs in by the provider any more; open sessions stay until they end. Who has no password needs an invitation. The ties between accounts and logins are gone.',
  },
  deleted: { de: 'Single Sign-on gelöscht', en: 'Single sign-on deleted' },
})
