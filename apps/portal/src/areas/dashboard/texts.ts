import { defineTexts } from '../../shared/texts.ts'

export const dashboardTexts = defineTexts({
  title: { de: 'Übersicht', en: 'Overview' },
  registered: { de: 'Angemeldete Telefone', en: 'Registered phones' },
  liveCalls: { de: 'Anrufe jetzt', en: 'Calls now' },
  noLiveCalls: { de: 'Gerade telefoniert niemand.', en: 'Nobody is on the phone.' },
  lastCalls: { de: 'Letzte Anrufe', en: 'Last calls' },
  noLastCalls: { de: 'Noch keine Anrufe.', en: 'No calls yet.' },
  all: { de: 'Alle ansehen', en: 'See all' },
  state: { de: 'Stand', en: 'State' },
  firstSteps: { de: 'Die ersten Schritte', en: 'First steps' },
  stepExtension: { de: 'Eine Nebenstelle anlegen', en: 'Create an extension' },
  stepExtensionText: {
    de: 'Sie bekommt eine interne Nummer und einen SIP-Zugang mit Benutzername und Kennwort.',
    en: 'It gets an internal number and a SIP account with user name and password.',
  },
  stepPhone: { de: 'Ein Telefon anmelden', en: 'Register a phone' },
  stepPhoneText: {
    de: 'Tragen Sie dies mit Benutzername und Kennwort einer Nebenstelle in ein SIP-Telefon oder eine App ein. In der Vorführung stehen die Zugänge im Terminal von npm start und in demo.json im Datenverzeichnis; auf der Seite einer Nebenstelle gibt es jederzeit einen neuen.',
    en: 'Enter this with user name and password of an extension in a SIP phone or an app. In the demo, the accounts are in the terminal of npm start and in demo.json in the data folder; the page of an extension makes a new one at any time.',
  },
  stepCall: { de: 'Den ersten Anruf führen', en: 'Make the first call' },
  stepCallText: { de: 'Wählen Sie von dort eine andere Nebenstelle.', en: 'Dial another extension from there.' },
  stepEcho: {
    de: (number: string) => `Oder die ${number}: das Echo der Anlage sagt zurück, was es hört.`,
    en: (number: string) => `Or ${number}: the echo of the exchange says back what it hears.`,
  },
  stepCarrier: { de: 'Einen Carrier anlegen', en: 'Add a carrier' },
  stepCarrierText: {
    de: 'Über ihn führen Anrufe ins Telefonnetz und zurück.',
    en: 'Calls go through it to the telephone network and back.',
  },
  stepCustomer: { de: 'Einen Kunden anlegen', en: 'Add a customer' },
  stepCustomerText: {
    de: 'Er bekommt eine eigene Telefonanlage, dann Rufnummern und einen Verwalter.',
    en: 'It gets a telephone system of its own, then numbers and an administrator.',
  },
  done: { de: 'erledigt', en: 'done' },
  open: { de: 'offen', en: 'open' },
  more: { de: (count: number) => `mindestens ${count}`, en: (count: number) => `at least ${count}` },
})
