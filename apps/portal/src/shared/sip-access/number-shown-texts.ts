import { defineTexts } from '../texts.ts'

export const numberShownTexts = defineTexts({
  title: { de: 'Gezeigte Rufnummer', en: 'Number shown outside' },
  about: {
    de: 'Die sehen Angerufene draußen, solange die Nummer nicht unterdrückt ist.',
    en: 'Called parties outside see it unless the number is hidden.',
  },
  byAdministration: { de: 'Eine andere gibt die Verwaltung frei.', en: 'The administration allows others.' },
  first: {
    de: (number: string) => `Die erste Rufnummer des Unternehmens (${number})`,
    en: (number: string) => `The company's first number (${number})`,
  },
  none: { de: 'Das Unternehmen hat noch keine Rufnummer.', en: 'The company has no number yet.' },
  once: {
    de: 'Nur für einen Anruf: *33, die Ziffer davor und dann die Rufnummer wählen; mit *31 davor sieht der Angerufene keine.',
    en: 'For one call alone: dial *33, the digit before it, and then the number; with *31 before it the called party sees none.',
  },
  choices: { de: 'Rufnummern zur Wahl', en: 'Numbers to choose from' },
  choicesAbout: {
    de: 'Welche Rufnummern der Nutzer dieser Nebenstelle selbst zeigen darf: für alle Anrufe oder mit *33 und der Ziffer für einen.',
    en: 'Which numbers the user of this extension may show: for all calls, or for one by *33 and the digit.',
  },
  choicesHint: {
    de: 'Bis zu neun; die Reihenfolge gibt die Ziffer. Ohne Angabe bleibt es bei der gezeigten Rufnummer.',
    en: 'Nine at most; their order gives the digit. With none, it stays at the number shown.',
  },
})
