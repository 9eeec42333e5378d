import { defineTexts } from '../../shared/texts.ts'

export const movingTexts = defineTexts({
  about: {
    de: 'Im selben Ortsnetz behält der Standort seine Rufnummern. In einem anderen bekommt er neue, und die alten enden. Notrufe melden ab dem Wunschtermin die neue Adresse.',
    en: 'In the same Ortsnetz the site keeps its numbers. In another one it gets new ones, and the old ones end. Emergency calls tell the new address from the day on.',
  },
  earliest: {
    de: (day: string, days: number) => `Frühestens am ${day}: Ein Umzug wird ${days} Tage vorher gemeldet.`,
    en: (day: string, days: number) => `On ${day} at the earliest: a move is told ${days} days before.`,
  },
  areaCode: { de: 'Neue Vorwahl ohne Null', en: 'New area code without zero' },
  areaCodeHint: { de: 'Leer: Der Standort bleibt in seinem Ortsnetz', en: 'Empty: the site stays in its Ortsnetz' },
  leavesTitle: { de: 'Die Rufnummern ändern sich', en: 'The numbers change' },
  leaves: {
    de: (areaCode: string) =>
      `Rufnummern aus ${areaCode} dürfen nicht in ein anderes Ortsnetz mitgenommen werden. Bestellen Sie hier neue. Sie stehen schon vor dem Umzug fest; am Wunschtermin gehen sie in Betrieb, an der Stelle der alten.`,
    en: (areaCode: string) =>
      `Numbers of ${areaCode} must not go along into another Ortsnetz. Order new ones here. They are known before the move; on the day they come into use in place of the old ones.`,
  },
  ending: { de: 'Diese Rufnummern enden mit dem Umzug', en: 'These numbers end with the move' },
  block: {
    de: (first: string, size: number) => `${first}, Block von ${size}`,
    en: (first: string, size: number) => `${first}, block of ${size}`,
  },
  stay: { de: 'Die Rufnummern bleiben.', en: 'The numbers stay.' },
})
