import { defineTexts } from '../texts.ts'

export const priceTexts = defineTexts({
  because: { de: 'Warum', en: 'Why' },
  rule: { de: 'Nach welcher Regel', en: 'By which rule' },
  tariff: { de: 'Tarif', en: 'Tariff' },
  tariffFrom: {
    de: (tariff: string, day: string) => `${tariff}, Fassung vom ${day}`,
    en: (tariff: string, day: string) => `${tariff}, version of ${day}`,
  },
  tariffGone: { de: 'Diese Fassung gibt es nicht mehr.', en: 'This version is gone.' },
  zone: { de: 'Zone', en: 'Zone' },
  prefix: { de: 'Vorwahl', en: 'Prefix' },
  inherited: {
    de: (prefix: string) => `${prefix} (neu, mit dem Preis für Mobilfunk des Landes)`,
    en: (prefix: string) => `${prefix} (new, with the price of mobile numbers of its country)`,
  },
  step: { de: (number: number) => `Abschnitt ${number}`, en: (number: number) => `Part ${number}` },
  billed: { de: 'Berechnete Zeit', en: 'Time billed' },
  increment: { de: 'Takt', en: 'Increment' },
  perSecond: { de: '1/1: je Sekunde', en: '1/1: by the second' },
  perStartedMinute: { de: '60/60: je angefangene Minute', en: '60/60: each started minute' },
  firstThen: {
    de: (first: number, then: number) => `${first}/${then}: die ersten ${first} s ganz, dann je ${then} s`,
    en: (first: number, then: number) => `${first}/${then}: the first ${first} s whole, then by ${then} s`,
  },
  perMinute: { de: 'Preis je Minute', en: 'Price per minute' },
  setUp: { de: 'Einmalig', en: 'Once' },
  minimum: { de: 'Mindestens', en: 'At least' },
  period: { de: 'Tageszeit', en: 'Time of day' },
  bundles: { de: 'Aus Paketen', en: 'From bundles' },
  bundle: { de: (name: string, time: string) => `${name}: ${time}`, en: (name: string, time: string) => `${name}: ${time}` },
  noBundle: { de: 'nichts', en: 'nothing' },
})
