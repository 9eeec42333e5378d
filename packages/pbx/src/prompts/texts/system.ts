import type { Text } from '@klinke/platform'

/** What the exchange itself has to say: codes, refusals, who takes part. */
export const systemTexts = {
  'switched-on': { de: 'Eingeschaltet.', en: 'Switched on.' },
  'switched-off': { de: 'Ausgeschaltet.', en: 'Switched off.' },
  done: { de: 'Ihre Eingabe wurde übernommen.', en: 'Your setting has been saved.' },
  'unknown-code': { de: 'Diesen Code gibt es nicht.', en: 'This code does not exist.' },
  'not-possible': { de: 'Das ist leider nicht möglich.', en: 'Sorry, this is not possible.' },
  'not-possible-now': {
    de: 'Das ist zurzeit leider nicht möglich. Bitte versuchen Sie es später noch einmal.',
    en: 'Sorry, this is not possible at present. Please try again later.',
  },
  'channels-in-use': {
    de: 'Zurzeit sind alle Leitungen belegt. Bitte versuchen Sie es später.',
    en: 'All lines are in use. Please try again later.',
  },
  'number-barred': {
    de: 'Diese Rufnummer ist gesperrt und kann nicht angerufen werden.',
    en: 'This number is barred and cannot be called.',
  },
  'limit-reached': {
    de: 'Das Gesprächslimit für heute ist erreicht. Bitte wenden Sie sich an Ihren Administrator.',
    en: 'The calling limit for today has been reached. Please ask your administrator.',
  },
  'credit-used-up': {
    de: 'Ihr Guthaben reicht für dieses Gespräch nicht aus. Bitte laden Sie es auf.',
    en: 'Your credit is not sufficient for this call. Please top it up.',
  },
  'country-held': {
    de: 'Ihr Anruf in ein neues Land wartet auf Freigabe. Ihr Administrator wird benachrichtigt.',
    en: 'Your call to a new country waits for approval. Your administrator will be told.',
  },
  'line-locked': {
    de: 'Dieser Anschluss ist gesperrt. Bitte wenden Sie sich an Ihren Anbieter.',
    en: 'This line is locked. Please ask your provider.',
  },
  'phone-locked': {
    de: 'Dieses Telefon ist für Anrufe nach draußen gesperrt.',
    en: 'This telephone is locked for calls to the outside.',
  },
  'phone-lock-on': { de: 'Ihr Telefon ist jetzt gesperrt.', en: 'Your telephone is locked now.' },
  'phone-lock-off': { de: 'Ihr Telefon ist wieder frei.', en: 'Your telephone is unlocked.' },
  'phone-lock-needs-pin': {
    de: 'Das Telefonschloss braucht eine PIN, und Sie haben noch keine.',
    en: 'The telephone lock needs a PIN, and you have none yet.',
  },
  'number-unassigned': { de: 'Diese Rufnummer ist nicht vergeben.', en: 'This number is not assigned.' },
  'caller-rejected': { de: 'Der Teilnehmer nimmt Ihren Anruf nicht an.', en: 'Your call is not accepted.' },
  'anonymous-rejected': {
    de: 'Der Teilnehmer nimmt keine Anrufe ohne Rufnummer an.',
    en: 'Calls without a number are not accepted. Please show your number and call again.',
  },
  'not-available': { de: 'Der Teilnehmer ist nicht erreichbar.', en: 'The person you have called is not available.' },
  'nobody-answers': { de: 'Der Teilnehmer meldet sich nicht.', en: 'There is no answer.' },
  'please-wait': { de: 'Bitte warten Sie.', en: 'Please wait.' },
  'try-later': { de: 'Bitte versuchen Sie es später noch einmal.', en: 'Please try again later.' },
  goodbye: { de: 'Auf Wiederhören.', en: 'Goodbye.' },
  'press-1-to-accept': {
    de: 'Ein Anruf für Sie. Drücken Sie die Eins, um ihn anzunehmen.',
    en: 'There is a call for you. Press one to accept it.',
  },
  'call-gone': { de: 'Der Anruf wurde bereits angenommen.', en: 'The call has been taken already.' },
  'nothing-rings': { de: 'Dort klingelt kein Telefon.', en: 'No phone is ringing there.' },
  'parked-at': { de: 'Geparkt auf Platz', en: 'Parked at slot' },
  'park-full': { de: 'Alle Parkplätze sind belegt.', en: 'All park slots are taken.' },
  'park-empty': { de: 'Auf diesem Platz ist kein Anruf geparkt.', en: 'There is no call in this slot.' },
  'intercom-refused': { de: 'Der Teilnehmer möchte nicht direkt angesprochen werden.', en: 'This person does not take intercom calls.' },
  'page-nobody': { de: 'Zurzeit kann niemand die Durchsage hören.', en: 'Nobody can hear the announcement now.' },
  'enter-extension': { de: 'Bitte geben Sie Ihre Nebenstelle ein, dann die Raute.', en: 'Please enter your extension, then the hash key.' },
  'logged-in': { de: 'Sie sind angemeldet.', en: 'You are logged in.' },
  'logged-out': { de: 'Sie sind abgemeldet.', en: 'You are logged out.' },
  'hot-desk-taken': {
    de: 'An diesem Telefon ist schon jemand angemeldet.',
    en: 'Somebody is logged in at this phone already.',
  },
  'hot-desk-log-in-first': {
    de: 'An diesem Telefon ist niemand angemeldet. Bitte melden Sie sich zuerst an.',
    en: 'Nobody is logged in at this phone. Please log in first.',
  },
  'example-menu': {
    de: 'Willkommen. Drücken Sie die Eins für die Gruppe, die Zwei für die Warteschlange, die Drei für die Konferenz, die Vier für die Mailbox, die Fünf für die Wahl nach Namen, die Null für die Zentrale.',
    en: 'Welcome. Press one for the group, two for the queue, three for the conference, four for the mailbox, five to dial by name, zero for the reception.',
  },
  'enter-pin': { de: 'Bitte geben Sie Ihre PIN ein, dann die Raute.', en: 'Please enter your PIN, then the hash key.' },
  'wrong-pin': { de: 'Die PIN ist falsch.', en: 'The PIN is wrong.' },
  'pin-locked': { de: 'Der Zugang ist nach zu vielen falschen Versuchen gesperrt.', en: 'Access is locked after too many wrong attempts.' },
  'enter-number': { de: 'Bitte geben Sie die Rufnummer ein, dann die Raute.', en: 'Please enter the number, then the hash key.' },
  'callback-set': { de: 'Sie werden zurückgerufen, sobald der Anschluss frei ist.', en: 'You will be called back when the line is free.' },
} as const satisfies Readonly<Record<string, Text>>
