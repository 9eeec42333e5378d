import { defineTexts } from '../texts.ts'

/** What ring groups and queues say alike. */
export const teamTexts = defineTexts({
  members: { de: 'Mitglieder', en: 'Members' },
  membersHint: {
    de: 'Die Reihenfolge ändern Sie durch Ziehen oder mit den Pfeilen. Wer abgemeldet ist oder Pause macht, wird nicht gerufen.',
    en: 'Change the order by dragging or with the arrows. Who is signed out or paused is not rung.',
  },
  noMembers: { de: 'Noch niemand. Fügen Sie unten Nebenstellen hinzu.', en: 'Nobody yet. Add extensions below.' },
  add: { de: 'Nebenstelle hinzufügen', en: 'Add an extension' },
  up: { de: 'Nach oben', en: 'Up' },
  down: { de: 'Nach unten', en: 'Down' },
  remove: { de: 'Entfernen', en: 'Remove' },
  place: { de: (place: number) => `Platz ${place}`, en: (place: number) => `Place ${place}` },
  state: { de: 'Zustand', en: 'State' },
  takes: { de: 'nimmt Anrufe an', en: 'takes calls' },
  paused: { de: 'macht Pause', en: 'paused' },
  signedOut: { de: 'abgemeldet', en: 'signed out' },
})
