import type { Cause } from '../cause.ts'

/** Who did not get in, or may not. */
export const accessCauses = {
  'wrong-password': {
    severity: 'problem',
    de: {
      cause: 'Das Gerät an {source} hat sich als {account} mit falschem Kennwort gemeldet',
      remedy: 'tragen Sie im Gerät das SIP-Kennwort der Nebenstelle neu ein oder erzeugen Sie ein neues',
    },
    en: {
      cause: 'The device at {source} presented itself as {account} with a wrong password',
      remedy: 'enter the SIP password of the extension in the device again, or generate a new one',
    },
  },
  'unknown-account': {
    severity: 'problem',
    de: {
      cause: 'Das Gerät an {source} meldet sich mit dem Benutzernamen {account}, den es nicht gibt',
      remedy: 'tragen Sie im Gerät den SIP-Benutzernamen der Nebenstelle ein, nicht deren Nummer',
    },
    en: {
      cause: 'The device at {source} uses the user name {account}, which does not exist',
      remedy: 'enter the SIP user name of the extension in the device, not its number',
    },
  },
  'registers-for-another': {
    severity: 'problem',
    de: {
      cause: 'Das Gerät an {source} hat das Kennwort von {account}, meldet sich aber für eine andere Adresse an',
      remedy: 'stellen Sie im Gerät Benutzername und Anmeldename auf dieselbe Nebenstelle ein',
    },
    en: {
      cause: 'The device at {source} has the password of {account} but registers another address',
      remedy: 'set user name and authentication name of the device to the same extension',
    },
  },
  'registration-refused': {
    severity: 'problem',
    de: {
      cause:
        'Die Anmeldung von {account} wurde mit {status} abgelehnt, weil schon so viele Geräte angemeldet sind, wie erlaubt ist, oder die Angaben des Geräts nicht passen',
      remedy: 'melden Sie ein altes Gerät ab oder erlauben Sie mehr Geräte je Nebenstelle',
    },
    en: {
      cause:
        'The registration of {account} was refused with {status}, because as many devices as allowed are registered, or what the device says does not fit',
      remedy: 'unregister an old device, or allow more devices per extension',
    },
  },
  'not-taken': {
    severity: 'problem',
    de: {
      cause: 'Die Anlage hat gerade keine neuen Anrufe angenommen (Antwort {status})',
      remedy: 'versuchen Sie es in einer Minute wieder; bleibt es dabei, ist die Anlage überlastet oder wird angehalten',
    },
    en: {
      cause: 'The exchange took no new calls just then (answer {status})',
      remedy: 'try again in a minute; if it stays so, the exchange is overloaded or being stopped',
    },
  },
  'request-refused': {
    severity: 'problem',
    de: {
      cause: 'Die Anfrage {method} von {account} wurde mit {status} abgelehnt ({reason})',
      remedy: 'prüfen Sie die Einstellungen des Geräts und die gewählte Nummer',
    },
    en: {
      cause: 'The request {method} of {account} was refused with {status} ({reason})',
      remedy: 'check the settings of the device and the number dialled',
    },
  },
  'pin-wrong': {
    severity: 'notice',
    de: {
      cause: 'Der Anrufer hat eine falsche PIN eingegeben',
      remedy: 'lassen Sie sich die PIN sagen oder setzen Sie eine neue; nach mehreren Fehlversuchen ist sie eine Weile gesperrt',
    },
    en: {
      cause: 'The caller has entered a wrong PIN',
      remedy: 'ask for the PIN, or set a new one; after several mistakes it is locked for a while',
    },
  },
  'logged-off-phone': {
    severity: 'notice',
    de: {
      cause: 'Am gemeinsamen Telefon {detail} ist niemand angemeldet, darum darf es das nicht wählen',
      remedy: 'melden Sie sich dort mit Nummer und PIN an',
    },
    en: { cause: 'Nobody is logged in at the shared phone {detail}, so it may not dial this', remedy: 'log in there with number and PIN' },
  },
  forbidden: {
    severity: 'problem',
    de: { cause: 'Der Anruf ist nicht erlaubt', remedy: 'prüfen Sie die Rechte und Sperren dieser Nebenstelle' },
    en: { cause: 'The call is not allowed', remedy: 'check the rights and barring of this extension' },
  },
} as const satisfies Readonly<Record<string, Cause>>
