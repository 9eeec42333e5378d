import type { Cause } from '../cause.ts'

/** What went wrong on the way to the public network. */
export const wayCauses = {
  'no-carrier': {
    severity: 'problem',
    de: {
      cause: 'Es ist kein Anbieter eingerichtet, über den {called} angerufen werden kann',
      remedy: 'richten Sie einen Anbieter ein oder schalten Sie ihn ein',
    },
    en: { cause: 'There is no carrier to call {called} by', remedy: 'set up a carrier, or switch it on' },
  },
  'no-outgoing-number': {
    severity: 'problem',
    de: { cause: 'Der Kunde hat keine Rufnummer, die er nach außen zeigen kann', remedy: 'geben Sie ihm eine Rufnummer' },
    en: { cause: 'The customer has no number to show outside', remedy: 'assign a number to it' },
  },
  'number-not-allowed': {
    severity: 'problem',
    de: {
      cause: 'Die Rufnummer {detail} darf nicht angezeigt werden',
      remedy: 'wählen Sie eine eigene Nummer, oder weisen Sie unter „Absendernummern“ das Recht an dieser nach',
    },
    en: {
      cause: 'The number {detail} may not be shown',
      remedy: 'choose one of your own, or prove the right to this one under “caller numbers”',
    },
  },
  'caller-forbidden': {
    severity: 'notice',
    de: {
      cause: 'Der Anruf zeigte {detail}, eine Nummer, von der niemand anruft, und wurde deshalb abgebrochen (§ 120 TKG)',
      remedy: 'der Anrufer muss bei seinem Anbieter richtigstellen lassen, welche Nummer er zeigt',
    },
    en: {
      cause: 'The call showed {detail}, a number that nobody calls from, and was broken off for that (§ 120 TKG)',
      remedy: 'the caller must have his provider correct which number he shows',
    },
  },
  'spam-rejected': {
    severity: 'notice',
    de: {
      cause: 'Der Anrufer ist für Spam bekannt ({detail}), und solche Anrufe werden abgewiesen',
      remedy: 'lassen Sie die Nummer unter „Spam-Schutz“ immer durch, wenn sie erwünscht ist',
    },
    en: {
      cause: 'The caller is known for spam ({detail}), and such calls are rejected',
      remedy: 'always let the number through under “spam protection” if it is wanted',
    },
  },
  barred: {
    severity: 'notice',
    de: {
      cause: 'Die Wählregeln erlauben den Anruf nach {called} nicht',
      remedy: 'die Regel nennt der Ablauf des Anrufs; ändern Sie sie unter Wählregeln, oder lassen Sie die Nummer freigeben',
    },
    en: {
      cause: 'The outbound rules do not allow the call to {called}',
      remedy: 'the way of the call names the rule; change it under outbound rules, or have the number released',
    },
  },
  'channels-in-use': {
    severity: 'notice',
    de: {
      cause: 'Alle Kanäle waren belegt',
      remedy: 'welche, nennt der Ablauf des Anrufs; rufen Sie später an oder buchen Sie mehr Kanäle',
    },
    en: { cause: 'All channels were in use', remedy: 'the way of the call names which; call later, or book more channels' },
  },
  'call-rate': {
    severity: 'notice',
    de: {
      cause: 'Es kamen mehr Anrufe auf einmal, als der Vertrag erlaubt',
      remedy: 'rufen Sie gleich noch einmal an; wer viele Anrufe in kurzer Zeit braucht, bucht mehr Kanäle',
    },
    en: {
      cause: 'More calls came at once than the contract allows',
      remedy: 'call again in a moment; who needs many calls in little time books more channels',
    },
  },
  'guard-limit': {
    severity: 'notice',
    de: {
      cause: 'Der Kostenschutz hat den Anruf abgelehnt oder beendet: ein Limit ist erreicht',
      remedy: 'welches, nennt der Ablauf des Anrufs; um Mitternacht zählt es neu, oder Sie ändern es unter Kostenschutz',
    },
    en: {
      cause: 'The cost guard has refused or ended the call: a limit is reached',
      remedy: 'the way of the call names which; it counts anew at midnight, or change it under cost guard',
    },
  },
  'no-credit': {
    severity: 'notice',
    de: {
      cause: 'Das Guthaben reichte für den Anruf nicht aus, oder es war während des Gesprächs aufgebraucht',
      remedy: 'laden Sie es unter Guthaben auf; Notrufe und Anrufe im Haus gehen auch ohne',
    },
    en: {
      cause: 'The credit was not sufficient for the call, or was used up while it went on',
      remedy: 'top it up under credit; emergency calls and calls inside work without',
    },
  },
  'guard-country': {
    severity: 'notice',
    de: {
      cause: 'Anrufe in dieses Land sind nicht freigegeben',
      remedy: 'geben Sie das Land unter Kostenschutz frei',
    },
    en: { cause: 'Calls to this country are not approved', remedy: 'approve the country under cost guard' },
  },
  'guard-lock': {
    severity: 'problem',
    de: {
      cause: 'Der Anbieter hat den Anschluss gesperrt',
      remedy: 'Grund und Stufe stehen unter Kostenschutz; wenden Sie sich an Ihren Anbieter',
    },
    en: { cause: 'The provider has locked the line', remedy: 'reason and stage stand under cost guard; ask your provider' },
  },
  'guard-agent': {
    severity: 'problem',
    de: {
      cause: 'Das Gerät nennt sich „{detail}“, und das ist nicht zugelassen',
      remedy: 'prüfen Sie, wer mit diesem Gerät anruft; ist es Ihres, lassen Sie es unter Kostenschutz zu',
    },
    en: {
      cause: 'The device names itself “{detail}”, which is not allowed',
      remedy: 'look who calls with this device; if it is yours, allow it under cost guard',
    },
  },
  'carrier-down': {
    severity: 'problem',
    de: {
      cause: 'Der Anbieter {carrier} hat nicht geantwortet',
      remedy: 'prüfen Sie die Verbindung und die Störungsmeldungen des Anbieters',
    },
    en: { cause: 'The carrier {carrier} did not answer', remedy: 'check the connection and what the carrier says about faults' },
  },
  'carrier-refused': {
    severity: 'problem',
    de: {
      cause: 'Der Anbieter {carrier} hat den Anruf mit {status} abgelehnt',
      remedy: 'fragen Sie den Anbieter nach diesem Grund; oft fehlen Guthaben, Kanäle oder eine freigeschaltete Absendernummer',
    },
    en: {
      cause: 'The carrier {carrier} refused the call with {status}',
      remedy: 'ask the carrier about it; often credit, channels or an allowed caller number are missing',
    },
  },
  'carrier-no-channel': {
    severity: 'problem',
    de: { cause: 'Beim Anbieter {carrier} war kein Kanal frei ({status})', remedy: 'rufen Sie später an oder buchen Sie mehr Kanäle' },
    en: { cause: 'The carrier {carrier} had no free channel ({status})', remedy: 'call later, or book more channels' },
  },
  'carrier-credentials': {
    severity: 'problem',
    de: {
      cause: 'Der Anbieter {carrier} nimmt unsere Zugangsdaten nicht an ({status})',
      remedy: 'tragen Sie Benutzernamen und Kennwort des Anschlusses neu ein',
    },
    en: {
      cause: 'The carrier {carrier} does not accept our credentials ({status})',
      remedy: 'enter user name and password of the line again',
    },
  },
  'carrier-number-unknown': {
    severity: 'notice',
    de: { cause: 'Das öffentliche Netz kennt die Nummer {called} nicht ({status})', remedy: 'prüfen Sie die Nummer' },
    en: { cause: 'The public network does not know the number {called} ({status})', remedy: 'check the number' },
  },
  'dns-failure': {
    severity: 'problem',
    de: {
      cause: 'Der Name des Anbieters {carrier} hat keine Adresse (DNS)',
      remedy: 'prüfen Sie den eingetragenen Namen und den DNS-Server der Anlage',
    },
    en: {
      cause: 'The name of the carrier {carrier} has no address (DNS)',
      remedy: 'check the name that is set and the DNS server of the exchange',
    },
  },
  'tls-failure': {
    severity: 'problem',
    de: {
      cause: 'Die verschlüsselte Verbindung kam nicht zustande: {detail}',
      remedy: 'prüfen Sie Name, Zertifikat und Port der Gegenseite',
    },
    en: { cause: 'The encrypted connection failed: {detail}', remedy: 'check name, certificate and port of the other side' },
  },
  'connection-failed': {
    severity: 'problem',
    de: { cause: 'Die Verbindung kam nicht zustande: {detail}', remedy: 'prüfen Sie Adresse, Port und Firewall' },
    en: { cause: 'The connection failed: {detail}', remedy: 'check address, port and firewall' },
  },
} as const satisfies Readonly<Record<string, Cause>>
