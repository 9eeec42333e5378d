import { defineTexts } from '../../shared/texts.ts'

export const apiKeyTexts = defineTexts({
  title: { de: 'API-Schlüssel', en: 'API keys' },
  about: {
    de: 'Mit einem Schlüssel arbeitet ein Programm mit der Telefonanlage, etwa eine Kundenverwaltung. Geben Sie jedem Programm seinen eigenen, mit nicht mehr Rechten als nötig.',
    en: 'By a key a program works with the telephone system, such as a CRM. Give each program its own, with no more rights than it needs.',
  },
  description: { de: 'Beschreibung der API', en: 'Description of the API' },
  add: { de: 'Schlüssel anlegen', en: 'Create a key' },
  emptyTitle: { de: 'Noch keine Schlüssel', en: 'No keys yet' },
  emptyText: {
    de: 'Legen Sie einen an, wenn ein Programm Anrufe lesen, Nebenstellen pflegen oder Gespräche steuern soll.',
    en: 'Create one when a program shall read calls, look after extensions or control calls.',
  },
  name: { de: 'Wofür', en: 'What for' },
  bounds: {
    de: 'Ein Schlüssel kann nie mehr als Ihr Zugang: Wird der gesperrt, gelöscht oder verliert er Rechte, gilt das auch für den Schlüssel.',
    en: 'A key never does more than your login: when that is disabled, deleted or loses rights, so does the key.',
  },
  nameHint: { de: 'Etwa „Kundenverwaltung“', en: 'Such as “CRM”' },
  rights: { de: 'Rechte', en: 'Rights' },
  created: { de: 'Angelegt', en: 'Created' },
  madeBy: { de: 'Von', en: 'By' },
  madeByNobody: { de: 'keinem Zugang', en: 'no login' },
  lastUsed: { de: 'Zuletzt benutzt', en: 'Last used' },
  never: { de: 'noch nie', en: 'never' },
  act: { de: 'Widerruf', en: 'Revocation' },
  key: { de: 'Schlüssel', en: 'Key' },
  once: {
    de: 'Er wird nur jetzt angezeigt. Tragen Sie ihn in das Programm ein; geht er verloren, legen Sie einen neuen an.',
    en: 'It is shown only now. Enter it in the program; if it is lost, create another.',
  },
  revoke: { de: 'Widerrufen', en: 'Revoke' },
  revokeTitle: { de: (name: string) => `Schlüssel „${name}“ widerrufen?`, en: (name: string) => `Revoke the key “${name}”?` },
  revokeConsequence: {
    de: 'Das Programm, das ihn benutzt, wird sofort abgewiesen. Das lässt sich nicht zurücknehmen.',
    en: 'The program that uses it is refused at once. This cannot be taken back.',
  },
  revoked: { de: 'Schlüssel widerrufen', en: 'Key revoked' },
})
