import { defineTexts } from '../../shared/texts.ts'

/** The list of flows, a new one, and what is above the canvas. */
export const flowTexts = defineTexts({
  title: { de: 'Anrufabläufe', en: 'Call flows' },
  about: {
    de: 'Ein Ablauf begrüßt Anrufer, fragt, entscheidet und verbindet. Was Sie zeichnen, gilt erst, wenn Sie es veröffentlichen.',
    en: 'A flow greets callers, asks, decides and connects. What you draw counts only once you publish it.',
  },
  add: { de: 'Ablauf anlegen', en: 'Create a flow' },
  name: { de: 'Name', en: 'Name' },
  number: { de: 'Interne Nummer', en: 'Internal number' },
  numberHint: {
    de: 'Unter ihr ist der Ablauf intern zu wählen; 2 bis 6 Ziffern, kann fehlen',
    en: 'Dialled inside for the flow; 2 to 6 digits, may be missing',
  },
  numberWrong: { de: 'Bitte 2 bis 6 Ziffern, die erste nicht 0', en: 'Please 2 to 6 digits, the first not 0' },
  state: { de: 'Zustand', en: 'State' },
  blocks: { de: 'Blöcke', en: 'Blocks' },
  neverPublished: { de: 'Entwurf, noch nicht veröffentlicht', en: 'Draft, not published yet' },
  published: { de: (version: number) => `Version ${version} veröffentlicht`, en: (version: number) => `Version ${version} published` },
  differs: {
    de: (version: number) => `Entwurf weicht von Version ${version} ab`,
    en: (version: number) => `Draft differs from version ${version}`,
  },
  emptyTitle: { de: 'Noch keine Abläufe', en: 'No flows yet' },
  emptyText: {
    de: 'Beginnen Sie mit einer Vorlage, etwa Öffnungszeiten mit Menü und Mailbox, und ändern Sie sie auf der Zeichenfläche.',
    en: 'Begin with a template, such as opening hours with a menu and a mailbox, and change it on the canvas.',
  },
  template: { de: 'Vorlage', en: 'Template' },
  templateHint: { de: 'Womit der Entwurf beginnt', en: 'What the draft begins with' },
  empty: { de: 'Leer', en: 'Empty' },
  emptyAbout: { de: 'Eine leere Zeichenfläche', en: 'An empty canvas' },
  reception: { de: 'Öffnungszeiten, Menü, Mailbox', en: 'Opening hours, menu, mailbox' },
  receptionAbout: {
    de: 'Geöffnet: Begrüßung und Menü. Geschlossen: Mailbox.',
    en: 'Open: a greeting and a menu. Closed: a mailbox.',
  },
  queue: { de: 'Warteschlange', en: 'Queue' },
  queueAbout: { de: 'Begrüßung, dann warten auf den nächsten freien Agenten.', en: 'A greeting, then waiting for the next free agent.' },
  operator: { de: 'Vermittlung', en: 'Operator' },
  operatorAbout: {
    de: 'Zur Vermittlung; nimmt niemand an, auf die Mailbox.',
    en: 'To the operator; if nobody answers, to a mailbox.',
  },
  whichSchedule: { de: 'Öffnungszeiten nach', en: 'Opening hours by' },
  whichFirst: { de: 'Taste 1 führt zu', en: 'Key 1 leads to' },
  whichSecond: { de: 'Taste 2 führt zu', en: 'Key 2 leads to' },
  whichMailbox: { de: 'Mailbox', en: 'Mailbox' },
  whichQueue: { de: 'Warteschlange', en: 'Queue' },
  canWait: { de: 'Kann auch später gewählt werden', en: 'Can be chosen later as well' },
  deleteOne: { de: (name: string) => `Ablauf „${name}“ löschen?`, en: (name: string) => `Delete the flow "${name}"?` },
  deleteConsequence: {
    de: 'Entwurf, Versionen und Beispiele sind weg. Das lässt sich nicht zurücknehmen.',
    en: 'Draft, versions and examples are gone. This cannot be taken back.',
  },
  deleted: { de: 'Ablauf gelöscht', en: 'Flow deleted' },
})
