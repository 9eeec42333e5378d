import { defineTexts } from '../../shared/texts.ts'

export const conferenceTexts = defineTexts({
  title: { de: 'Konferenzräume', en: 'Conference rooms' },
  about: {
    de: 'Wer die Nummer eines Raums wählt, ist mit allen im Gespräch, die auch dort sind.',
    en: 'Who dials the number of a room talks with all who are there too.',
  },
  add: { de: 'Konferenzraum anlegen', en: 'Create a conference room' },
  emptyTitle: { de: 'Noch keine Konferenzräume', en: 'No conference rooms yet' },
  emptyText: {
    de: 'Legen Sie einen an, etwa „Besprechung“ mit der Nummer 70, und nennen Sie die Nummer allen, die teilnehmen sollen.',
    en: 'Create one, such as “Meeting” with the number 70, and tell the number to all who are to take part.',
  },
  pins: { de: 'PINs', en: 'PINs' },
  pinOpen: { de: 'ohne PIN', en: 'without a PIN' },
  pinSet: { de: 'mit PIN', en: 'with a PIN' },
  participantPin: { de: 'PIN für Teilnehmer', en: 'PIN of participants' },
  moderatorPin: { de: 'PIN für Moderatoren', en: 'PIN of moderators' },
  pinHint: { de: '4 bis 10 Ziffern; leer: keine', en: '4 to 10 digits; empty: none' },
  pinKept: {
    de: 'Es gibt eine; sie wird nie gezeigt. Leer lassen: sie bleibt.',
    en: 'There is one; it is never shown. Leave empty: it stays.',
  },
  pinWrong: { de: 'Bitte 4 bis 10 Ziffern', en: 'Please 4 to 10 digits' },
  pinGone: { de: 'PIN entfernen', en: 'Remove the PIN' },
  maxMembers: { de: 'Höchstens so viele Teilnehmer', en: 'Participants at most' },
  waitForModerator: { de: 'Auf den Moderator warten', en: 'Wait for the moderator' },
  waitForModeratorHint: {
    de: 'Teilnehmer hören Musik, bis ein Moderator da ist.',
    en: 'Participants hear music until a moderator is there.',
  },
  endsWithModerator: { de: 'Endet mit dem letzten Moderator', en: 'Ends with the last moderator' },
  entryTones: { de: 'Ton beim Kommen und Gehen', en: 'A tone when somebody comes or leaves' },
  announceCount: { de: 'Ansagen, wie viele da sind', en: 'Say how many are there' },
  announceNames: { de: 'Namen sprechen lassen und ansagen', en: 'Have names spoken and announced' },
  announceNamesHint: {
    de: 'Wer kommt, spricht seinen Namen; er wird mit der Konferenz gelöscht.',
    en: 'Whoever comes says its name; it is deleted with the conference.',
  },
  now: { de: 'Jetzt im Raum', en: 'In the room now' },
  nobody: { de: 'Niemand ist im Raum', en: 'Nobody is in the room' },
  nobodyHint: {
    de: (number: string | null) =>
      number === null
        ? 'Geben Sie dem Raum eine interne Nummer oder führen Sie eine Rufnummer dorthin.'
        : `Wählen Sie ${number}, und Sie stehen hier.`,
    en: (number: string | null) =>
      number === null ? 'Give the room an internal number, or lead a number to it.' : `Dial ${number}, and you are shown here.`,
  },
  since: { de: (time: string) => `seit ${time}`, en: (time: string) => `since ${time}` },
  moderator: { de: 'Moderator', en: 'Moderator' },
  muted: { de: 'stumm', en: 'muted' },
  held: { de: 'hält', en: 'on hold' },
  waiting: { de: 'wartet', en: 'waiting' },
  mute: { de: 'Stumm schalten', en: 'Mute' },
  unmute: { de: 'Sprechen lassen', en: 'Let speak' },
  kick: { de: 'Entfernen', en: 'Remove' },
  kickTitle: { de: (who: string) => `${who} entfernen?`, en: (who: string) => `Remove ${who}?` },
  kickConsequence: {
    de: 'Das Gespräch mit dem Raum endet. Wer die Nummer und die PIN kennt, kann wiederkommen, solange der Raum nicht geschlossen ist.',
    en: 'The call to the room ends. Who knows the number and the PIN can come back unless the room is locked.',
  },
  locked: { de: 'Geschlossen: niemand kommt mehr hinein', en: 'Locked: nobody gets in any more' },
  allMuted: { de: 'Alle Teilnehmer stumm', en: 'All participants muted' },
  recorded: { de: 'Aufzeichnen; alle werden darauf hingewiesen', en: 'Record; all are told' },
  invite: { de: 'Dazuholen', en: 'Invite' },
  inviteWhom: { de: 'Wen', en: 'Whom' },
  invited: { de: 'Wird angerufen', en: 'Is being called' },
  end: { de: 'Konferenz beenden', en: 'End the conference' },
  endTitle: { de: 'Konferenz beenden?', en: 'End the conference?' },
  endConsequence: { de: 'Alle Gespräche mit diesem Raum enden sofort.', en: 'All calls to this room end at once.' },
  ended: { de: 'Konferenz beendet', en: 'Conference ended' },
  settings: { de: 'Einstellungen', en: 'Settings' },
  deleteOne: { de: (name: string) => `Konferenzraum ${name} löschen?`, en: (name: string) => `Delete conference room ${name}?` },
  deleteConsequence: {
    de: 'Seine Nummer ist sofort nicht mehr zu erreichen. Wer gerade im Raum ist, spricht weiter, bis er auflegt.',
    en: 'Its number cannot be reached any more, at once. Who is in the room goes on talking until hanging up.',
  },
  deleted: { de: 'Konferenzraum gelöscht', en: 'Conference room deleted' },
})
