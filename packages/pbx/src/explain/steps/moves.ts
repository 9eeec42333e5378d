import { naming, said, told } from './step-words.ts'

/** Transfers, parking, pickup and conferences. */
export const moveSteps = {
  transfer: said(
    'Das Gespräch wird übergeben.',
    'The call is transferred.',
    told(/^(?<by>\S+) sends (?<who>\S+) to (?<to>.+)$/, '{by} übergibt {who} an {to}.', '{by} transfers {who} to {to}.'),
    told(/^(?<by>\S+) connects (?<who>\S+) with (?<to>.+)$/, '{by} verbindet {who} mit {to}.', '{by} connects {who} with {to}.'),
    told(
      /^(?<by>\S+) (?:has connected|leaves) (?<who>\S+) /,
      '{by} verbindet {who} mit dem, den {by} angerufen hat.',
      '{by} connects {who} with the one that {by} has called.',
    ),
  ),
  'transfer-refused': said(
    'Die Übergabe wurde abgelehnt: das andere Gespräch gibt es nicht.',
    'The transfer was refused: the other call is not there.',
    told(
      /another customer/,
      'Die Übergabe wurde abgelehnt: das andere Gespräch gehört einem anderen Kunden.',
      'The transfer was refused: the other call is of another customer.',
    ),
  ),
  'transfer-failed': said(
    'Die Übergabe ist nicht gelungen.',
    'The transfer has failed.',
    told(
      /^(?<to>\S+): (?<cause>[\w-]+)$/,
      'Die Übergabe an {to} ist nicht gelungen: {cause}.',
      'The transfer to {to} has failed: {cause}.',
    ),
    told(/^(?<cause>[\w-]+)$/, 'Die Übergabe ist nicht gelungen: {cause}.', 'The transfer has failed: {cause}.'),
  ),
  'ring-back': said(
    'Der Anruf kommt zu dem zurück, der ihn übergeben hat.',
    'The call comes back to whoever transferred it.',
    told(/^(?<by>\S+) on /, 'Der Anruf kommt zu {by} zurück.', 'The call comes back to {by}.'),
  ),
  consult: said(
    'Ein Teilnehmer hält Rückfrage.',
    'A party makes a consultation call.',
    told(
      /^(?<by>\S+) calls (?<to>.+), (?<who>\S+) waits$/,
      '{by} hält Rückfrage bei {to}; {who} wartet.',
      '{by} consults {to}; {who} waits.',
    ),
  ),
  'dials-on': said(
    'Ein Teilnehmer wählt weiter.',
    'A party dials on.',
    told(/^(?<by>\S+) calls (?<to>.+)$/, '{by} wählt weiter: {to}.', '{by} dials on: {to}.'),
  ),
  'three-party': said(
    'Eine Dreierkonferenz beginnt.',
    'A three-party conference begins.',
    naming('Eine Dreierkonferenz beginnt: {it}.', 'A three-party conference begins: {it}.'),
  ),
  parked: said(
    'Das Gespräch wird geparkt.',
    'The call is parked.',
    told(/^(?<who>\S+) in (?<slot>\S+) by (?<by>\S+)$/, '{by} parkt {who} auf Platz {slot}.', '{by} parks {who} in slot {slot}.'),
  ),
  'park-empty': said(
    'Auf dem Parkplatz ist niemand.',
    'Nobody is in the parking slot.',
    naming('Auf Parkplatz {it} ist niemand.', 'Nobody is in parking slot {it}.'),
  ),
  'park-refused': said(
    'Das Parken war nicht möglich.',
    'Parking was not possible.',
    told(/no slot is free/, 'Parken war nicht möglich: kein Platz ist frei.', 'Parking was not possible: no slot is free.'),
    told(
      /^no slot (?<slot>\S+)$/,
      'Parken war nicht möglich: Platz {slot} gibt es nicht.',
      'Parking was not possible: there is no slot {slot}.',
    ),
    told(
      /^(?<slot>\S+) is taken$/,
      'Parken war nicht möglich: Platz {slot} ist belegt.',
      'Parking was not possible: slot {slot} is taken.',
    ),
    told(/^(?<by>\S+) holds nobody$/, 'Parken war nicht möglich: {by} hält niemanden.', 'Parking was not possible: {by} holds nobody.'),
  ),
  'park-return': said(
    'Niemand hat den geparkten Anruf geholt: er kommt zurück.',
    'Nobody has fetched the parked call: it comes back.',
    told(
      /^from (?<slot>\S+) to (?<by>\S+)$/,
      'Niemand hat den Anruf von Platz {slot} geholt: er kommt zu {by} zurück.',
      'Nobody has fetched the call from slot {slot}: it comes back to {by}.',
    ),
  ),
  retrieve: said(
    'Der geparkte Anruf wird geholt.',
    'The parked call is fetched.',
    told(/^(?<who>\S+) from (?<slot>\S+)$/, '{who} wird von Platz {slot} geholt.', '{who} is fetched from slot {slot}.'),
  ),
  'picked-up': said(
    'Der Anruf wurde herangeholt.',
    'The call was picked up elsewhere.',
    told(/^(?<by>\S+) answers for (?<who>\S+)$/, '{by} holt den Anruf für {who} heran.', '{by} picks up the call for {who}.'),
  ),
  'pick-up-failed': said(
    'Der Anruf ließ sich nicht heranholen.',
    'The call could not be picked up.',
    told(
      /^(?<who>\S+): (?<cause>[\w-]+)$/,
      'Der Anruf für {who} ließ sich nicht heranholen: {cause}.',
      'The call for {who} could not be picked up: {cause}.',
    ),
  ),
  'pick-up-unknown': said(
    'Die Nebenstelle, deren Anruf herangeholt werden sollte, gibt es nicht.',
    'The extension whose call was to be picked up does not exist.',
  ),
  'pick-up-too-late': said('Zum Heranholen zu spät: jemand anders war schneller.', 'Too late to pick up: somebody else was faster.'),
  'nothing-to-pick-up': said('Es klingelt nirgends, wo herangeholt werden dürfte.', 'Nothing rings that may be picked up.'),
  'conference-joined': said(
    'Ein Teilnehmer kommt in die Konferenz.',
    'A member joins the conference.',
    told(/^(?<who>\S+) as /, '{who} kommt in die Konferenz.', '{who} joins the conference.'),
  ),
  'conference-left': said(
    'Ein Teilnehmer verlässt die Konferenz.',
    'A member leaves the conference.',
    naming('{it} verlässt die Konferenz.', '{it} leaves the conference.'),
  ),
  'conference-held': said(
    'Ein Teilnehmer der Konferenz hält.',
    'A member of the conference holds.',
    naming('{it} hält die Konferenz.', '{it} holds the conference.'),
  ),
  'conference-resumed': said(
    'Ein Teilnehmer ist in die Konferenz zurückgekehrt.',
    'A member is back in the conference.',
    naming('{it} ist in die Konferenz zurückgekehrt.', '{it} is back in the conference.'),
  ),
  'conference-invited': said(
    'Jemand wird in die Konferenz gerufen.',
    'Somebody is called into the conference.',
    naming('{it} wird in die Konferenz gerufen.', '{it} is called into the conference.'),
  ),
  'conference-not-invited': said('Jemand ließ sich nicht in die Konferenz rufen.', 'Somebody could not be called into the conference.'),
  'conference-key': said(
    'Ein Teilnehmer steuert die Konferenz durch Tasten.',
    'A member controls the conference by keys.',
    told(/^(?<who>\S+): /, '{who} steuert die Konferenz durch Tasten.', '{who} controls the conference by keys.'),
  ),
  'conference-private-word': said(
    'Zwei Teilnehmer sprechen neben der Konferenz.',
    'Two members talk beside the conference.',
    told(/^(?<who>\S+) with (?<to>\S+)$/, '{who} und {to} sprechen neben der Konferenz.', '{who} and {to} talk beside the conference.'),
  ),
  'conference-media-failed': said(
    'Der Ton eines Teilnehmers der Konferenz ist ausgefallen.',
    'The sound of a member of the conference has failed.',
  ),
  'conference-name-missing': said('Ein Teilnehmer hat seinen Namen nicht gesprochen.', 'A member has not spoken his name.'),
  'conference-pin-wrong': said(
    'Die PIN der Konferenz war falsch.',
    'The PIN of the conference was wrong.',
    told(
      /^(?<tried>\d+) of (?<of>\d+)$/,
      'Die PIN der Konferenz war falsch (Versuch {tried} von {of}).',
      'The PIN of the conference was wrong (attempt {tried} of {of}).',
    ),
  ),
  'conference-refused': said(
    'In die Konferenz wurde niemand eingelassen.',
    'Entry to the conference was refused.',
    told(/^(?<room>.+) is full$/, 'Der Konferenzraum „{room}“ ist voll.', 'The conference room “{room}” is full.'),
    told(
      /^pin-locked$/,
      'Nach zu vielen falschen PINs ist der Konferenzraum eine Weile gesperrt.',
      'After too many wrong PINs the conference room is locked for a while.',
    ),
    told(
      /pin/,
      'In die Konferenz wurde nicht eingelassen: die PIN stimmt nicht.',
      'Entry to the conference was refused: the PIN is wrong.',
    ),
  ),
} as const
