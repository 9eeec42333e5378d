import { defineTexts } from '../../shared/texts.ts'

export const dashboardTexts = defineTexts({
  title: { de: 'Übersicht', en: 'Overview' },
  registered: { de: 'Angemeldete Telefone', en: 'Registered phones' },
  liveCalls: { de: 'Gespräche jetzt', en: 'Calls now' },
  noLiveCalls: { de: 'Gerade telefoniert niemand.', en: 'Nobody is on the phone.' },
  lastCalls: { de: 'Letzte Anrufe', en: 'Last calls' },
  noLastCalls: { de: 'Noch keine Anrufe.', en: 'No calls yet.' },
  all: { de: 'Alle ansehen', en: 'See all' },
  state: { de: 'Stand', en: 'State' },
  firstSteps: { de: 'Die ersten Schritte', en: 'First steps' },
  stepExtension: { de: 'Eine Nebenstelle anlegen', en: 'Create an extension' },
  stepExtensionText: {
    de: 'Sie bekommt eine interne Nummer und einen SIP-Zugang mit Benutzername und Passwort.',
    en: 'It gets an internal number and a SIP account with user name and password.',
  },
  stepPhone: { de: 'Ein Telefon anmelden', en: 'Register a phone' },
  stepPhoneText: {
    de: 'Tragen Sie Server, Benutzername und Passwort in ein SIP-Telefon oder eine App ein. Die Zugänge der Vorführung stehen in demo.json im Datenverzeichnis.',
    en: 'Enter server, user name and password in a SIP phone or an app. The accounts of the demo are in demo.json in the data folder.',
  },
  stepCall: { de: 'Den ersten Anruf führen', en: 'Make the first call' },
  stepCallText: {
    de: 'Wählen Sie von dort eine andere Nebenstelle, oder die 99: das Echo der Anlage sagt zurück, was es hört.',
    en: 'Dial another extension from there, or 99: the echo of the exchange says back what it hears.',
  },
  done: { de: 'erledigt', en: 'done' },
  open: { de: 'offen', en: 'open' },
  server: { de: 'SIP-Server', en: 'SIP server' },
  more: { de: (count: number) => `mindestens ${count}`, en: (count: number) => `at least ${count}` },
})
