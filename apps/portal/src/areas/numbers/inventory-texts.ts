import { defineTexts } from '../../shared/texts.ts'

export const inventoryTexts = defineTexts({
  title: { de: 'Bestand', en: 'Inventory' },
  ofBlock: {
    de: (size: string, first: string) => `Gilt für den ganzen Block von ${size} ab ${first}.`,
    en: (size: string, first: string) => `Holds for the whole block of ${size} from ${first}.`,
  },
  state: { de: 'Zustand', en: 'State' },
  ordered: { de: 'bestellt', en: 'ordered' },
  temporary: { de: 'vorläufig', en: 'temporary' },
  'porting-in': { de: 'wird übernommen', en: 'being ported in' },
  active: { de: 'in Betrieb', en: 'active' },
  'porting-out': { de: 'wird abgegeben', en: 'being ported out' },
  quarantined: { de: 'in Quarantäne', en: 'quarantined' },
  since: { de: (day: string) => `seit ${day}`, en: (day: string) => `since ${day}` },
  due: { de: 'bis zum', en: 'Until' },
  dueHint: {
    de: 'Tag der Übernahme oder Abgabe, Ende der vorläufigen Nutzung oder der Quarantäne',
    en: 'Day of the porting, end of the temporary use or of the quarantine',
  },
  upstreamCarrier: { de: 'Liegt beim Netzbetreiber', en: 'Lies with the carrier' },
  temporaryFor: { de: 'Vorläufig anstelle von', en: 'Temporary in place of' },
  notes: { de: 'Bemerkungen', en: 'Notes' },
  beyond: { de: 'Über den Block hinaus gewählt', en: 'Dialled beyond the block' },
  beyondCalls: {
    de: (calls: string, last: string) => `${calls} Anrufe, zuletzt ${last}`,
    en: (calls: string, last: string) => `${calls} calls, the last one ${last}`,
  },
  noneBeyond: { de: 'Durchwahl über den Block hinaus sperren', en: 'Forbid dialling on beyond the block' },
  noneBeyondHint: {
    de: 'Wer mehr Ziffern wählt, als der Block hat, hört, dass es die Nummer nicht gibt. Gezählt wird trotzdem.',
    en: 'Whoever dials more digits than the block has hears that there is no such number. It is counted all the same.',
  },
  notReached: { de: 'solche Anrufe erreichen niemanden', en: 'such calls reach nobody' },
  never: { de: 'noch nie', en: 'never' },
})
