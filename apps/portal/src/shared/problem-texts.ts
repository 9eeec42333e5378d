import type { Problem } from '../api/problem.ts'
import { type Bilingual, defineTexts, type Language } from './texts.ts'

/** What to do about problems that any page can have; the server says the rest. */
const HINTS: Readonly<Record<string, Bilingual>> = defineTexts({
  unreachable: {
    de: 'Der Server antwortet nicht. Prüfen Sie die Verbindung; das Portal versucht es weiter.',
    en: 'The server does not answer. Check the connection; the portal keeps trying.',
  },
  'changed-meanwhile': {
    de: 'Jemand hat dies inzwischen geändert. Sehen Sie nach, was anders ist, und entscheiden Sie dann neu.',
    en: 'Somebody has changed this meanwhile. Look at what is different, and decide anew then.',
  },
  'database-unavailable': {
    de: 'Die Datenbank ist gerade nicht erreichbar. Telefonieren geht weiter; versuchen Sie es gleich noch einmal.',
    en: 'The database cannot be reached at the moment. Calls go on; try again shortly.',
  },
  'too-many-requests': { de: 'Zu viele Anfragen. Warten Sie einen Augenblick.', en: 'Too many requests. Wait a moment.' },
  'not-found': {
    de: 'Das gibt es nicht oder nicht mehr. Vielleicht hat es jemand gelöscht.',
    en: 'There is no such thing, or no longer. Somebody may have deleted it.',
  },
  'report-too-long': {
    de: 'Diese Auswertung umfasst zu viele Anrufe. Wählen Sie weniger Tage.',
    en: 'This report is about too many calls. Choose fewer days.',
  },
  'extension-taken': {
    de: 'Diese Nebenstellennummer ist schon vergeben. Wählen Sie eine andere.',
    en: 'This extension number is taken. Choose another.',
  },
  'not-own-number': {
    de: 'Diese Rufnummer gehört nicht zu diesem Kunden. Wählen Sie eine der eigenen.',
    en: 'This number is not one of this customer. Choose one of its own.',
  },
  'number-not-allowed': {
    de: 'Diese Rufnummer ist für Sie nicht freigegeben. Ihre Verwaltung kann sie freigeben.',
    en: 'You may not show this number. Your administrator can allow it.',
  },
  'order-incomplete': {
    de: 'Inzwischen ist ein Stück dazugekommen oder gelöscht worden. Versuchen Sie es noch einmal.',
    en: 'Meanwhile a piece was added or deleted. Try again.',
  },
  'class-above-contract': {
    de: 'Ihr Vertrag hat eine niedrigere Sperrklasse. Fragen Sie Ihren Anbieter nach einer höheren.',
    en: 'Your contract has a lower barring class. Ask your provider for a higher one.',
  },
  'never-released': { de: 'Diese Nummern werden nie freigegeben.', en: 'These numbers are never released.' },
  'release-contradictory': { de: 'Die Freigabe endet vor ihrem Beginn.', en: 'The release ends before it begins.' },
  'outbound-exception-taken': {
    de: 'Dafür gibt es schon eine Ausnahme. Löschen Sie sie zuerst.',
    en: 'There is an exception for that already. Delete it first.',
  },
  'too-many-outbound-rules': {
    de: 'Mehr Regeln kann ein Kunde nicht haben. Löschen Sie einige, oder nehmen Sie kürzere Vorwahlen.',
    en: 'A customer cannot have more rules. Delete some, or take shorter prefixes.',
  },
  'no-mail-address': { de: 'Bitte eine E-Mail-Adresse angeben.', en: 'Please give a mail address.' },
  'wrong-password': { de: 'Dieses Kennwort stimmt nicht.', en: 'This password is wrong.' },
  'wrong-code': {
    de: 'Dieser Code ist falsch oder schon benutzt. Nehmen Sie den neuesten.',
    en: 'This code is wrong or was used already. Take the newest one.',
  },
  'unusable-sound': {
    de: 'Diese Tondatei kann die Anlage nicht abspielen. Nehmen Sie eine WAV-Datei von höchstens 60 Sekunden.',
    en: 'The exchange cannot play this sound file. Take a WAV file of at most 60 seconds.',
  },
  'no-mail': {
    de: 'Diese Telefonanlage verschickt noch keine E-Mails. Lassen Sie sich ein erstes Kennwort anzeigen und geben Sie es selbst weiter.',
    en: 'This exchange sends no mail yet. Have a first password shown, and hand it on yourself.',
  },
  'site-not-valid': {
    de: 'Der Standort braucht erst eine Anschrift und eine Rufnummer seines Ortsnetzes, sonst finden 110 und 112 nicht hin. Öffnen Sie „Standorte“.',
    en: 'The site needs an address and a number of its local network first, else 110 and 112 do not find it. Open “Sites”.',
  },
  'site-name-taken': { de: 'So heißt schon ein Standort. Wählen Sie einen anderen Namen.', en: 'A site has this name. Choose another.' },
  'site-in-use': {
    de: 'Dort sind noch Nebenstellen oder Rufnummern. Geben Sie ihnen zuerst einen anderen Standort.',
    en: 'Extensions or numbers are still there. Put them at another site first.',
  },
  'main-site': {
    de: 'Machen Sie zuerst einen anderen Standort zum Hauptstandort.',
    en: 'Make another one the main site first.',
  },
  'area-code-in-use': {
    de: 'Rufnummern ziehen nicht in ein anderes Ortsnetz um. Legen Sie einen neuen Standort an.',
    en: 'Numbers do not move to another local network. Add a new site.',
  },
  'not-number-of-site': {
    de: 'Diese Rufnummer gehört nicht zu diesem Standort.',
    en: 'This number is not one of this site.',
  },
  'move-leaves-ortsnetz': {
    de: 'Rufnummern ziehen nicht in ein anderes Ortsnetz mit: 110 und 112 suchten am alten Ort. Bestellen Sie den Umzug mit neuen Rufnummern.',
    en: 'Numbers do not move to another local network: 110 and 112 would look at the old place. Order the move with new numbers.',
  },
  'town-elsewhere': {
    de: 'Der Ort liegt in einem anderen Ortsnetz. Berichtigen Sie Anschrift oder Vorwahl. Stimmt beides, schreiben Sie uns.',
    en: 'The town is in another local network. Correct the address or the area code. If both are right, write to us.',
  },
  'move-too-soon': {
    de: 'Ein Umzug braucht sieben Tage Vorlauf, damit 110 und 112 rechtzeitig Bescheid wissen.',
    en: 'A move needs seven days, so that 110 and 112 know in time.',
  },
  'proof-unusable': { de: 'Bitte eine PDF-, JPG- oder PNG-Datei bis 10 MB.', en: 'Please a PDF, JPG or PNG file of up to 10 MB.' },
  'wrong-ortsnetz': {
    de: 'Die Vorwahl der Rufnummer passt nicht zum Standort. Wählen Sie einen anderen Standort oder eine andere Rufnummer.',
    en: 'The area code of the number is not that of the site. Choose another site or another number.',
  },
  'proof-missing': {
    de: 'Der Kunde muss beim Standort erst einen Nachweis hochladen.',
    en: 'The customer must upload proof of the location first.',
  },
  'new-single-number': {
    de: 'Neue Rufnummern gibt es für diesen Kunden nur als Block.',
    en: 'This customer gets new numbers only as a block.',
  },
  'number-state-impossible': {
    de: 'Von dort führt kein Weg in diesen Zustand.',
    en: 'It cannot become that from what it is.',
  },
  'number-quarantined': {
    de: 'Die Rufnummer ist noch in Quarantäne. Ändern Sie den Tag, wenn er nicht stimmt.',
    en: 'The number is still in quarantine. Change the day if it is wrong.',
  },
  'target-in-use': {
    de: 'Dorthin werden noch Anrufe geleitet. Ändern Sie zuerst, was dorthin führt.',
    en: 'Calls are still led there. Change what leads there first.',
  },
})

const UNKNOWN: Bilingual = { de: 'Das hat nicht geklappt.', en: 'That did not work.' }

/** What happened, in one line. */
export function problemTitle(problem: Problem, language: Language): string {
  return problem.title === '' ? UNKNOWN[language] : problem.title
}

/** What to do about it. */
export function problemHint(problem: Problem, language: Language): string {
  return HINTS[problem.code]?.[language] ?? problem.detail
}
