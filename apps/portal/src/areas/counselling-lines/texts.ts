import { defineTexts } from '../../shared/texts.ts'

export const lineTexts = defineTexts({
  title: { de: 'Anschlüsse für Menschen in Not', en: 'Lines for people in need' },
  about: {
    de: 'Anrufe dorthin zeigt kein Einzelverbindungsnachweis und keine Liste eines Kunden (§ 11 Abs. 5 TDDDG). Die Liste führt die Bundesnetzagentur. Was Sie hier ändern, gilt sofort, auch für vergangene Monate.',
    en: 'No itemised bill and no list of a customer shows calls to them (§ 11 (5) TDDDG). The Bundesnetzagentur keeps the list. What you change here holds at once, also for past months.',
  },
  builtIn: {
    de: 'Es gilt die Liste, die Klinke mitbringt: die bundesweiten Anschlüsse.',
    en: 'The list that comes with Klinke holds: the nationwide lines.',
  },
  loaded: {
    de: (who: string, when: string) => `Zuletzt geändert von ${who}, ${when}.`,
    en: (who: string, when: string) => `Last changed by ${who}, ${when}.`,
  },
  list: { de: 'Anschlüsse', en: 'Lines' },
  search: { de: 'Suchen', en: 'Search' },
  count: {
    de: (shown: number, all: number) => (shown === all ? `${all} Anschlüsse` : `${shown} von ${all} Anschlüssen`),
    en: (shown: number, all: number) => (shown === all ? `${all} lines` : `${shown} of ${all} lines`),
  },
  number: { de: 'Rufnummer', en: 'Number' },
  numberHint: {
    de: 'Wie 0800 1110111 oder 116 123. Gemeint sind alle Rufnummern, die so beginnen.',
    en: 'Like 0800 1110111 or 116 123. All numbers that begin so are meant.',
  },
  numberWrong: {
    de: 'Bitte eine ganze Rufnummer, etwa 0800 1110111 oder 116 123. Kürzere würden ganze Netze verbergen.',
    en: 'Please a whole number, such as 0800 1110111 or 116 123. Shorter ones would hide whole networks.',
  },
  numberThere: { de: 'Diese Rufnummer steht schon auf der Liste.', en: 'This number is on the list already.' },
  name: { de: 'Name', en: 'Name' },
  nameMissing: { de: 'Bitte ausfüllen', en: 'Please fill in' },
  from: { de: 'Erster Tag', en: 'First day' },
  fromHint: { de: 'Leer: schon immer', en: 'Empty: since ever' },
  until: { de: 'Letzter Tag', en: 'Last day' },
  untilHint: {
    de: 'Leer: ohne Ende. Anrufe bis zu diesem Tag bleiben verborgen.',
    en: 'Empty: without end. Calls until that day stay hidden.',
  },
  untilWrong: { de: 'Der letzte Tag liegt vor dem ersten.', en: 'The last day is before the first one.' },
  always: { de: 'immer', en: 'always' },
  add: { de: 'Anschluss hinzufügen', en: 'Add a line' },
  added: { de: (number: string) => `${number} ist auf der Liste.`, en: (number: string) => `${number} is on the list.` },
  change: { de: 'Ändern', en: 'Change' },
  changeOne: { de: (number: string) => `Ändern: ${number}`, en: (number: string) => `Change: ${number}` },
  changed: { de: (number: string) => `${number} ist geändert.`, en: (number: string) => `${number} is changed.` },
  save: { de: 'Speichern', en: 'Save' },
  remove: { de: 'Von der Liste nehmen', en: 'Take off the list' },
  removeTitle: { de: (number: string) => `${number} von der Liste nehmen?`, en: (number: string) => `Take ${number} off the list?` },
  removeConsequence: {
    de: 'Einzelverbindungsnachweise zeigen Anrufe dorthin dann sofort, auch solche der Vergangenheit. Gibt es den Anschluss nur nicht mehr, tragen Sie stattdessen seinen letzten Tag ein.',
    en: 'Itemised bills show calls to it at once then, also past ones. If the line just does not exist any more, enter its last day instead.',
  },
  removed: { de: (number: string) => `${number} ist von der Liste genommen.`, en: (number: string) => `${number} is off the list.` },
})
