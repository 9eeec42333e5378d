import { defineTexts } from '../../shared/texts.ts'

export const pickupTexts = defineTexts({
  title: { de: 'Heranholen und Parken', en: 'Pickup and parking' },
  about: {
    de: 'Wer den Anruf eines anderen an das eigene Telefon holt, und wo ein Gespräch wartet, bis es ein anderer aufnimmt.',
    en: 'Who fetches the call of another to the own phone, and where a call waits until somebody else takes it.',
  },
  groups: { de: 'Gruppen zum Heranholen', en: 'Pickup groups' },
  groupsAbout: {
    de: 'Mitglieder einer Gruppe holen mit einem Wählcode den Anruf heran, der bei einem anderen Mitglied klingelt.',
    en: 'Members of a group fetch, by a feature code, the call that rings at another member.',
  },
  noGroups: {
    de: 'Noch keine, etwa „Büro“ mit allen, die einander vertreten.',
    en: 'None yet, such as “Office” with all who stand in for each other.',
  },
  addGroup: { de: 'Gruppe anlegen', en: 'Create a group' },
  name: { de: 'Name', en: 'Name' },
  members: { de: 'Mitglieder', en: 'Members' },
  memberCount: {
    de: (count: number) => (count === 1 ? '1 Mitglied' : `${count} Mitglieder`),
    en: (count: number) => (count === 1 ? '1 member' : `${count} members`),
  },
  editNamed: { de: (name: string) => `Bearbeiten: ${name}`, en: (name: string) => `Edit: ${name}` },
  deleteNamed: { de: (name: string) => `Löschen: ${name}`, en: (name: string) => `Delete: ${name}` },
  deleteGroup: { de: (name: string) => `Gruppe „${name}“ löschen?`, en: (name: string) => `Delete the group “${name}”?` },
  deleteGroupConsequence: {
    de: 'Ihre Mitglieder holen Anrufe voneinander nicht mehr heran, außer sie haben noch eine gemeinsame Gruppe.',
    en: 'Its members do not fetch calls from each other any more, unless they have another group together.',
  },
  groupDeleted: { de: 'Gruppe gelöscht', en: 'Group deleted' },
  directed: { de: 'Den Anruf einer bestimmten Nebenstelle heranholen', en: 'Fetching the call of a certain extension' },
  everyone: { de: 'dürfen alle', en: 'is for everyone' },
  inGroups: { de: 'dürfen Mitglieder einer gemeinsamen Gruppe', en: 'is for members of a common group' },
  nobody: { de: 'darf niemand', en: 'is for nobody' },
  slots: { de: 'Parkplätze', en: 'Park slots' },
  slotsAbout: {
    de: 'Ein Gespräch wird auf einen Parkplatz verbunden und von jedem Telefon aus unter dessen Nummer wieder aufgenommen.',
    en: 'A call is transferred to a park slot, and taken again from any phone by its number.',
  },
  noSlots: { de: 'Noch keiner, etwa 701 und 702.', en: 'None yet, such as 701 and 702.' },
  addSlot: { de: 'Parkplatz anlegen', en: 'Create a park slot' },
  number: { de: 'Nummer', en: 'Number' },
  numberWrong: { de: 'Bitte 2 bis 6 Ziffern, die erste nicht 0', en: 'Please 2 to 6 digits, the first not 0' },
  free: { de: 'frei', en: 'free' },
  waits: {
    de: (who: string, since: string) => `${who} wartet seit ${since}`,
    en: (who: string, since: string) => `${who} waits since ${since}`,
  },
  deleteSlot: { de: (number: string) => `Parkplatz ${number} löschen?`, en: (number: string) => `Delete park slot ${number}?` },
  deleteSlotConsequence: {
    de: 'Unter seiner Nummer wird nichts mehr geparkt. Wer gerade darauf wartet, kommt zu dem zurück, der geparkt hat.',
    en: 'Nothing is parked by its number any more. Who waits there goes back to whoever has parked.',
  },
  slotDeleted: { de: 'Parkplatz gelöscht', en: 'Park slot deleted' },
  returnSeconds: { de: 'Zurück zu dem, der geparkt hat, nach (Sekunden)', en: 'Back to whoever has parked after (seconds)' },
})
