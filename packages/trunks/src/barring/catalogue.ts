import type { BarredRange, BarringClass, OutboundZone } from '@klinke/accounts'

/** A barring class (Sperrwerksklasse) as administrators know it. */
export interface ClassOfCatalogue {
  readonly zones: readonly OutboundZone[]
  readonly title: { readonly de: string; readonly en: string }
}

/** Of a contract that names none (FRD-02). */
export const DEFAULT_CLASS: BarringClass = 2

const GERMANY: readonly OutboundZone[] = ['local', 'national', 'freephone']
const USUAL: readonly OutboundZone[] = [...GERMANY, 'mobile', 'service', 'europe']

/** What each class reaches beside internal and emergency numbers, unless the product says otherwise (README.md says why so). */
export const CLASSES: Readonly<Record<BarringClass, ClassOfCatalogue>> = {
  0: { zones: [], title: { de: 'nur intern und Notruf', en: 'internal and emergency only' } },
  1: { zones: GERMANY, title: { de: 'Festnetz in Deutschland', en: 'fixed network in Germany' } },
  2: { zones: USUAL, title: { de: 'Deutschland mit Mobilfunk, Europa', en: 'Germany with mobile, Europe' } },
  3: { zones: [...USUAL, 'world'], title: { de: 'weltweit', en: 'worldwide' } },
  4: {
    zones: [...USUAL, 'world', 'networks'],
    title: { de: 'weltweit mit Satellitennetzen', en: 'worldwide with satellite networks' },
  },
}

function barred(prefix: string, de: string, en: string): BarredRange {
  return { prefix: `+49${prefix}`, releasable: true, name: { de, en } }
}

function exempt(prefix: string, de: string, en: string): BarredRange {
  return { ...barred(prefix, de, en), exempt: true }
}

const BUSINESS = ['1', '2', '3', '4', '5', '6', '7', '8', '9'].map((digit) =>
  barred(`18${digit}`, `018${digit} Nutzergruppen und Firmennetze`, `018${digit} user groups and business networks`),
)

/** What nobody dials without a release, class or no class (FRD-01, FRD-05). */
export const BARRED_RANGES: readonly BarredRange[] = [
  barred('900', '0900 Premium-Dienste', '0900 premium services'),
  barred('9001', '0900-1 Information', '0900-1 information'),
  barred('9003', '0900-3 Unterhaltung', '0900-3 entertainment'),
  barred('9005', '0900-5 übrige Dienste', '0900-5 other services'),
  barred('9009', '0900-9 Einwahlprogramme', '0900-9 diallers'),
  barred('137', '0137 Massenverkehr (Abstimmungen)', '0137 mass traffic (voting)'),
  barred('138', '0138 Massenverkehr (Abstimmungen)', '0138 mass traffic (voting)'),
  barred('12', '012 innovative Dienste', '012 innovative services'),
  ...BUSINESS,
  barred('191', '0191 Online-Dienste', '0191 online services'),
  barred('192', '0192 Online-Dienste', '0192 online services'),
  barred('193', '0193 Online-Dienste', '0193 online services'),
  barred('118', '118 Auskunft', '118 directory enquiries'),
  exempt('11822', '11822 Auskunft', '11822 directory enquiries'),
  exempt('11823', '11823 Auskunft', '11823 directory enquiries'),
  { prefix: '+4910', releasable: false, name: { de: '010 Call-by-Call', en: '010 call-by-call' } },
]
