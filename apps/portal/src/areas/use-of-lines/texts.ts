import { defineTexts } from '../../shared/texts.ts'

export const usageTexts = defineTexts({
  title: { de: 'Auslastung', en: 'Use of lines' },
  about: {
    de: 'Wie viele Kanäle nach draußen gerade belegt sind, wie schnell Anrufe kommen und wie viele angenommen werden. Notrufe gehen immer.',
    en: 'How many channels to the outside are in use now, how fast calls come, and how many are answered. Emergency calls always go through.',
  },
  customers: { de: 'Auslastung der Kunden', en: 'Use of lines by customers' },
  customersAbout: {
    de: 'Wählen Sie oben einen Kunden, um seine Standorte und Nebenstellen zu sehen.',
    en: 'Choose a customer above to see its sites and extensions.',
  },
  none: { de: 'Noch kein Kunde', en: 'No customer yet' },
  noneText: { de: 'Legen Sie unter Kunden den ersten an.', en: 'Create the first one under customers.' },
  customer: { de: 'Kunde', en: 'Customer' },
  channels: { de: 'Kanäle', en: 'Channels' },
  rate: { de: 'Anrufe je Sekunde', en: 'Calls per second' },
  answers: { de: 'Angenommen', en: 'Answered' },
  warnings: { de: 'Warnungen', en: 'Warnings' },
  inUse: {
    de: (inUse: string, limit: string) => `${inUse} von ${limit} belegt`,
    en: (inUse: string, limit: string) => `${inUse} of ${limit} in use`,
  },
  inUseFreely: { de: (inUse: string) => `${inUse} belegt, ohne Grenze`, en: (inUse: string) => `${inUse} in use, no limit` },
  directions: {
    de: (coming: string, out: string) => `${coming} ankommend, ${out} abgehend`,
    en: (coming: string, out: string) => `${coming} incoming, ${out} outgoing`,
  },
  rateOf: {
    de: (now: string, allowed: string) => `${now} von ${allowed} erlaubten`,
    en: (now: string, allowed: string) => `${now} of ${allowed} allowed`,
  },
  rateFreely: { de: (now: string) => `${now}, ohne Grenze`, en: (now: string) => `${now}, no limit` },
  rateAbout: {
    de: 'Abgehende Anrufe in den letzten zehn Sekunden. Wer schneller wählt, wartet kurz; erst danach werden Anrufe abgewiesen.',
    en: 'Outgoing calls of the last ten seconds. Who dials faster waits for a moment; only then calls are refused.',
  },
  answeredOf: {
    de: (percent: string, attempts: string) => `${percent} % von ${attempts} Anrufen`,
    en: (percent: string, attempts: string) => `${percent} % of ${attempts} calls`,
  },
  answeredFew: {
    de: (attempts: string) => `${attempts} Anrufe: noch zu wenige für einen Anteil`,
    en: (attempts: string) => `${attempts} calls: too few to tell a share`,
  },
  answersAbout: {
    de: (least: string) => `Abgehende Anrufe der letzten Stunde. Vereinbart sind mindestens ${least} %.`,
    en: (least: string) => `Outgoing calls of the last hour. At least ${least} % are agreed.`,
  },
  places: { de: 'Trunks, Standorte und Nebenstellen mit Anrufen', en: 'Trunks, sites and extensions with calls' },
  noPlaces: { de: 'Gerade telefoniert niemand nach draußen.', en: 'Nobody telephones outside at the moment.' },
  trunk: { de: 'Trunk', en: 'Trunk' },
  link: { de: 'Standort', en: 'Site' },
  device: { de: 'Nebenstelle', en: 'Extension' },
  limits: { de: 'Grenzen', en: 'Limits' },
  limitsAbout: {
    de: 'So viele Anrufe nach draußen passen zugleich durch die Datenleitung eines Standorts, oder stehen einer Nebenstelle zu. Ohne Grenze gilt nur der Vertrag.',
    en: 'So many calls to the outside fit through the data link of a site at a time, or are granted to an extension. Without a limit only the contract counts.',
  },
  noLimits: { de: 'Keine Grenzen', en: 'No limits' },
  noLimitsText: {
    de: 'Wählen Sie einen Standort oder eine Nebenstelle, um festzulegen, wie viele Anrufe dort zugleich gehen.',
    en: 'Choose a site or an extension to set how many calls it may have at a time.',
  },
  place: { de: 'Wofür', en: 'What for' },
  setLimit: { de: 'Grenze festlegen', en: 'Set a limit' },
  ofSite: { de: 'Grenze eines Standorts', en: 'Limit of a site' },
  ofExtension: { de: 'Grenze einer Nebenstelle', en: 'Limit of an extension' },
  both: { de: 'Zusammen', en: 'Together' },
  in: { de: 'Ankommend', en: 'Incoming' },
  out: { de: 'Abgehend', en: 'Outgoing' },
  limitHint: { de: 'leer: keine Grenze', en: 'empty: no limit' },
  limitOf: { de: (name: string) => `Grenze: ${name}`, en: (name: string) => `Limit: ${name}` },
})
