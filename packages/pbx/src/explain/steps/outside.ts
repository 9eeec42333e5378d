import { naming, said, told } from './step-words.ts'

/** Calls to and from outside: which number is shown, what is allowed, channels and costs, and over whom a call goes. */
export const outsideSteps = {
  'no-outgoing-number': said(
    'Der Kunde hat keine Rufnummer, die nach draußen angezeigt werden könnte.',
    'The customer has no number that could be shown outside.',
  ),
  identity: said(
    'Es ist entschieden, welche Rufnummer angezeigt wird.',
    'It is decided which number is shown.',
    told(/^(?<it>\S+) billed (?<billed>\S+)$/, 'Angezeigt wird {it}; abgerechnet wird {billed}.', '{it} is shown; {billed} is billed.'),
  ),
  'identity-declined': said(
    'Eine gewünschte Rufnummer darf nicht angezeigt werden.',
    'A number that was wished for may not be shown.',
    naming('{it} darf nicht angezeigt werden; eine andere tritt an ihre Stelle.', '{it} may not be shown; another one takes its place.'),
  ),
  'identity-refused': said(
    'Die gewünschte Rufnummer darf nicht angezeigt werden: der Anruf geht nicht hinaus.',
    'The number that was wished for may not be shown: the call does not go out.',
    naming('{it} darf nicht angezeigt werden: der Anruf geht nicht hinaus.', '{it} may not be shown: the call does not go out.'),
  ),
  'caller-forbidden': said(
    'Der Anruf zeigt eine Nummer, von der niemand anruft, und wird abgebrochen.',
    'The call shows a number that nobody calls from, and is broken off.',
    naming('Der Anruf zeigt {it} und wird abgebrochen.', 'The call shows {it} and is broken off.'),
  ),
  'caller-withheld': said(
    'Eine deutsche Nummer aus einem ausländischen Netz wird nicht angezeigt.',
    'A German number from a network abroad is not shown.',
    naming('{it} kommt aus einem ausländischen Netz und wird nicht angezeigt.', '{it} comes from a network abroad and is not shown.'),
  ),
  spam: said('Der Anrufer ist für Spam bekannt.', 'The caller is known for spam.'),
  'spam-rejected': said('Der Anrufer ist für Spam bekannt und wird abgewiesen.', 'The caller is known for spam and rejected.'),
  barred: said(
    'Die Wählregeln erlauben diese Nummer nicht.',
    'The outbound rules do not allow this number.',
    told(/^(?<it>\S+): /, 'Die Wählregeln erlauben {it} nicht.', 'The outbound rules do not allow {it}.'),
  ),
  'guard-agent': said('Das Gerät darf nach seinem User-Agent nicht anrufen.', 'The device may not call, by its User-Agent.'),
  'guard-lock': said('Der Anbieter hat den Anschluss gesperrt.', 'The provider has locked the line.'),
  'guard-country': said('Das Land ist nicht freigegeben.', 'The country is not approved.'),
  'guard-international': said('Zu viele Anrufe ins Ausland auf einmal.', 'Too many international calls at a time.'),
  'guard-limit': said('Ein Tageslimit des Kostenschutzes ist erreicht.', 'A daily limit of the cost guard is reached.'),
  'prepaid-credit': said('Das Guthaben reicht nicht aus oder geht zu Ende.', 'The credit is not sufficient, or comes to its end.'),
  'channels-in-use': said('Alle Kanäle waren belegt.', 'All channels were in use.'),
  'call-paced': said('Der Anruf hat gewartet, bis er an der Reihe war.', 'The call has waited for its turn.'),
  'call-rate': said('Es kamen mehr Anrufe auf einmal, als der Vertrag erlaubt.', 'More calls came at once than the contract allows.'),
  preempts: said(
    'Alle Kanäle waren belegt: für den Notruf wurde ein anderer Anruf beendet.',
    'All channels were in use: another call was ended for the emergency call.',
    told(
      /^(?<count>[2-9]\d*)$/,
      'Alle Kanäle waren belegt: für den Notruf wurden {count} andere Anrufe beendet.',
      'All channels were in use: {count} other calls were ended for the emergency call.',
    ),
  ),
  preempted: said('Ein Notruf brauchte den Kanal: der Anruf wurde beendet.', 'An emergency call needed the channel: the call was ended.'),
  'bar-lifted': said(
    'Die PIN hebt die Sperren der Nebenstelle für diesen Anruf auf.',
    'The PIN lifts the bars of the extension for this call.',
    naming('Die PIN hebt die Sperren von {it} für diesen Anruf auf.', 'The PIN lifts the bars of {it} for this call.'),
  ),
  'carrier-selected': said(
    'Ein Carrier wurde gewählt.',
    'A carrier was selected.',
    naming('Der Anruf geht über den Carrier „{it}“.', 'The call goes by the carrier “{it}”.'),
  ),
  'carrier-full': said(
    'Alle Kanäle des Carriers waren belegt: der Anruf nimmt den nächsten.',
    'All channels of the carrier were in use: the call takes the next one.',
    told(
      /^(?<it>.+): (?<channels>\d+)$/,
      'Alle {channels} Kanäle des Carriers „{it}“ waren belegt: der Anruf nimmt den nächsten.',
      'All {channels} channels of the carrier “{it}” were in use: the call takes the next one.',
    ),
  ),
  'carrier-failed': said(
    'Über einen Carrier kam der Anruf nicht zustande.',
    'The call did not succeed by a carrier.',
    told(
      /^(?<it>.+): (?<cause>[\w-]+)$/,
      'Über den Carrier „{it}“ kam der Anruf nicht zustande: {cause}.',
      'The call did not succeed by the carrier “{it}”: {cause}.',
    ),
  ),
  'own-carrier': said(
    'Der Standort hat einen eigenen Anbieter.',
    'The site has a provider of its own.',
    naming(
      'Der Standort hat einen eigenen Anbieter, „{it}“: darüber geht der Anruf.',
      'The site has a provider of its own, “{it}”: the call goes over it.',
    ),
  ),
  enum: said(
    'Die Nummer steht in einem Nummernverzeichnis (ENUM): der Anruf geht ohne Carrier zu ihrem Inhaber und zählt wie einer in der Anlage.',
    'The number is listed in a directory (ENUM): the call goes to its holder without a carrier and counts as one inside.',
    told(
      /^on-net\/enum: (?<it>\+\d+) → (?<place>.+)$/,
      '{it} steht in einem Nummernverzeichnis (ENUM): der Anruf geht ohne Carrier an {place} und zählt wie einer in der Anlage.',
      '{it} is listed in a directory (ENUM): the call goes without a carrier to {place} and counts as one inside.',
    ),
  ),
  'enum-silent': said(
    'Das Nummernverzeichnis (ENUM) hat nicht innerhalb einer Sekunde geantwortet: der Anruf geht über einen Carrier.',
    'The directory of numbers (ENUM) did not answer within a second: the call goes over a carrier.',
  ),
  'enum-forbidden': said(
    'Das Nummernverzeichnis (ENUM) führt in ein eigenes Netz; dorthin geht kein Anruf.',
    'The directory of numbers (ENUM) leads into a network of ours; no call goes there.',
    told(
      /^(?<it>\+\d+) → (?<place>.+)$/,
      'Das Nummernverzeichnis (ENUM) führt für {it} zu {place}, in ein eigenes Netz; dorthin geht kein Anruf.',
      'The directory of numbers (ENUM) leads {it} to {place}, into a network of ours; no call goes there.',
    ),
  ),
  'carrier-rule': said(
    'Für diese Nummer sagt eine Leitwegregel, über welche Carrier sie geht.',
    'For this number a rule says over which carriers it goes.',
    told(/^(?<it>\+\d+) \w+: none$/, 'Die Leitwegregel für {it} lässt keinen Carrier übrig.', 'The rule for {it} leaves no carrier.'),
    told(
      /^(?<it>\+\d+) \w+: (?<carriers>.+)$/,
      'Nach der Leitwegregel für {it} kommen infrage, in dieser Reihenfolge: {carriers}.',
      'By the rule for {it} the call may go, in this order, over: {carriers}.',
    ),
  ),
  'redirect-refused': said(
    'Die Gegenseite wollte den Anruf umleiten. Wohin ein Anruf geht, bestimmt nicht sie: die Umleitung wird nicht befolgt.',
    'The other side wanted to redirect the call. Where a call goes is not for it to say: the redirection is not followed.',
    naming(
      'Die Gegenseite wollte den Anruf nach {it} umleiten; die Umleitung wird nicht befolgt.',
      'The other side wanted to redirect the call to {it}; the redirection is not followed.',
    ),
  ),
  'no-carrier': said(
    'Es gibt keinen Carrier, über den der Anruf hinausgehen könnte.',
    'There is no carrier by which the call could leave.',
    naming(
      'Für {it} gibt es keinen Carrier, über den der Anruf hinausgehen könnte.',
      'For {it} there is no carrier by which the call could leave.',
    ),
  ),
} as const
