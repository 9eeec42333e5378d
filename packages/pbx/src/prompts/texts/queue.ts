import type { Text } from '@klinke/platform'

/** Ring groups, queues and menus. */
export const queueTexts = {
  'queue-welcome': {
    de: 'Willkommen. Bitte bleiben Sie am Apparat, Sie werden gleich verbunden.',
    en: 'Welcome. Please hold the line, you will be connected shortly.',
  },
  'queue-please-hold': { de: 'Bitte haben Sie noch etwas Geduld.', en: 'Please hold the line a little longer.' },
  'queue-full': { de: 'Die Warteschlange ist voll.', en: 'The queue is full.' },
  'queue-closed': { de: 'Zurzeit ist niemand erreichbar.', en: 'Nobody is available at the moment.' },
  'position-next': { de: 'Sie sind der nächste Anrufer.', en: 'You are the next caller.' },
  'position-before': { de: 'Sie sind auf Platz', en: 'You are' },
  'position-after': { de: 'der Warteschlange.', en: 'in the queue.' },
  'position-number-before': { de: 'Sie sind auf Platz', en: 'You are caller number' },
  'wait-about': { de: 'Die Wartezeit beträgt etwa', en: 'The waiting time is about' },
  'wait-under-a-minute': { de: 'Die Wartezeit beträgt weniger als eine Minute.', en: 'The waiting time is less than a minute.' },
  'callback-offer': { de: 'Wenn wir Sie zurückrufen sollen,', en: 'If you would like us to call you back,' },
  'callback-keeps-place': { de: 'Sie behalten Ihren Platz.', en: 'You will keep your place.' },
  'callback-confirmed': { de: 'Danke. Wir rufen Sie zurück.', en: 'Thank you. We will call you back.' },
  'agent-call-from-queue': { de: 'Anruf aus der Warteschlange.', en: 'Call from the queue.' },
  'agent-caller-waited': { de: 'Der Anrufer wartet seit', en: 'The caller has waited for' },
  'agent-logged-in': { de: 'Sie sind in der Gruppe angemeldet.', en: 'You are logged in to the group.' },
  'agent-logged-out': { de: 'Sie sind in der Gruppe abgemeldet.', en: 'You are logged out of the group.' },
  'agent-paused': { de: 'Pause.', en: 'Paused.' },
  'agent-resumed': { de: 'Pause beendet.', en: 'Pause has ended.' },
  'invalid-choice': { de: 'Diese Auswahl gibt es nicht.', en: 'This is not a valid choice.' },
  'no-input': { de: 'Wir haben keine Eingabe erhalten.', en: 'We have received no input.' },
  'menu-again': { de: 'Bitte wählen Sie noch einmal.', en: 'Please choose again.' },
  'dial-by-name': {
    de: 'Bitte geben Sie die ersten drei Buchstaben des Nachnamens ein.',
    en: 'Please enter the first three letters of the last name.',
  },
  'name-not-found': { de: 'Diesen Namen haben wir nicht gefunden.', en: 'We have not found this name.' },
  'name-choose': {
    de: 'Drücken Sie die Eins, um verbunden zu werden, die Zwei für den nächsten Namen.',
    en: 'Press one to be connected, two for the next name.',
  },
  'for-extension': { de: 'Nebenstelle', en: 'Extension' },
  'outside-hours': { de: 'Sie rufen außerhalb unserer Geschäftszeiten an.', en: 'You are calling outside our business hours.' },
} as const satisfies Readonly<Record<string, Text>>
