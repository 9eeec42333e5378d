import { defineTexts } from '../../../shared/texts.ts'

export const contractTexts = defineTexts({
  title: { de: 'Vertrag', en: 'Contract' },
  about: {
    de: 'Wie viele Gespräche nach draußen zugleich gehen, wie schnell Anrufe kommen dürfen und was gewählt werden darf. 110 und 112 gehen immer.',
    en: 'How many calls to the outside there may be at a time, how fast calls may come, and what may be dialled. 110 and 112 always go through.',
  },
  usedNow: { de: 'Jetzt genutzt', en: 'Used now' },
  channelsNow: {
    de: (all: string, coming: string, out: string) => `${all} Kanäle belegt: ${coming} ankommend, ${out} abgehend`,
    en: (all: string, coming: string, out: string) => `${all} channels in use: ${coming} incoming, ${out} outgoing`,
  },
  rateNow: {
    de: (now: string, allowed: string) => `${now} Anrufe je Sekunde von ${allowed} erlaubten`,
    en: (now: string, allowed: string) => `${now} calls a second of ${allowed} allowed`,
  },
  rateFreely: { de: (now: string) => `${now} Anrufe je Sekunde, ohne Grenze`, en: (now: string) => `${now} calls a second, no limit` },
  sold: {
    de: (channels: string) => `An SIP-Trunks verkauft: ${channels} Kanäle`,
    en: (channels: string) => `Sold with SIP trunks: ${channels} channels`,
  },
  both: { de: 'Kanäle zusammen', en: 'Channels together' },
  in: { de: 'Davon ankommend', en: 'Of them incoming' },
  out: { de: 'Davon abgehend', en: 'Of them outgoing' },
  noLimit: { de: 'Leer: keine Grenze', en: 'Empty: no limit' },
  rule: { de: 'Anrufe je Sekunde', en: 'Calls a second' },
  ruleHint: {
    de: 'Wer schneller wählt, wartet kurz; erst danach werden Anrufe abgewiesen',
    en: 'Who dials faster waits for a moment; only then calls are refused',
  },
  anyRate: { de: 'Ohne Grenze', en: 'No limit' },
  'rule-by-channels': { de: 'Nach der Zahl der Kanäle (Tabelle)', en: 'By the number of channels (table)' },
  'rule-per-channel': {
    de: '0,007 je Kanal bei 5.760 Minuten je Kanal im Monat, sonst die Tabelle',
    en: '0.007 a channel with 5,760 minutes a month and channel, else the table',
  },
  'rule-single-account': { de: 'Ein Anruf alle fünf Sekunden', en: 'One call every five seconds' },
  'rule-fixed': { de: 'Fester Wert', en: 'A fixed value' },
  callsPerSecond: { de: 'Erlaubte Anrufe je Sekunde', en: 'Calls a second that are allowed' },
  barringClass: { de: 'Sperrklasse', en: 'Barring class' },
  barringClassHint: { de: 'Mehr kann der Kunde sich selbst nicht erlauben', en: 'The customer cannot allow itself more' },
  classAsContract: { de: 'Der Kunde nutzt, was der Vertrag erlaubt.', en: 'The customer uses what the contract allows.' },
  ownClass: {
    de: (name: string) => `Der Kunde selbst hat sich auf Klasse ${name} gesetzt.`,
    en: (name: string) => `The customer has set itself to class ${name}.`,
  },
})
