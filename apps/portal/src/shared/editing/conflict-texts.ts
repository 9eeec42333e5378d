import { defineTexts } from '../texts.ts'

export const conflictTexts = defineTexts({
  changedMeanwhile: { de: 'Inzwischen geändert', en: 'Changed meanwhile' },
  changedBySomebody: { de: 'Jemand hat dies geändert, seit Sie es geöffnet haben.', en: 'Somebody has changed this since you opened it.' },
  changedBy: {
    de: (name: string, when: string) => `${name} hat dies geändert (${when}), seit Sie es geöffnet haben.`,
    en: (name: string, when: string) => `${name} has changed this (${when}) since you opened it.`,
  },
  conflictHint: {
    de: 'Ihre Eingaben stehen noch hier und sind nicht gespeichert.',
    en: 'What you have entered is still here, and is not saved.',
  },
  notDeleted: {
    de: 'Es ist nicht gelöscht. Sehen Sie nach, was anders ist, und löschen Sie es dann, wenn Sie es noch wollen.',
    en: 'It is not deleted. Look at what is different, and delete it then if you still want to.',
  },
  takeTheirs: { de: 'Neuen Stand zeigen', en: 'Show what is there now' },
  keepMine: { de: 'Meine Eingaben speichern', en: 'Save what I have entered' },
})
