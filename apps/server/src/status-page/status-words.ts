import type { Text } from '@klinke/platform'
import type { Overall } from './status-json.ts'

export const WORDS = {
  title: { de: 'Zustand der Telefonanlage', en: 'State of the exchange' },
  components: { de: 'Teile', en: 'Components' },
  incidents: { de: 'Störungen', en: 'Incidents' },
  noIncidents: { de: 'In den letzten 90 Tagen wurde keine Störung gemeldet.', en: 'No incident was reported in the last 90 days.' },
  maintenance: { de: 'Wartung', en: 'Maintenance' },
  noMaintenance: { de: 'Es ist keine Wartung angekündigt.', en: 'No maintenance is announced.' },
  updated: { de: 'Stand', en: 'As of' },
  old: {
    de: 'Der aktuelle Zustand lässt sich gerade nicht lesen; das ist der letzte bekannte.',
    en: 'The current state cannot be read just now; this is the last one known.',
  },
  unknown: { de: 'Der Zustand lässt sich gerade nicht lesen.', en: 'The state cannot be read just now.' },
  lasts: { de: 'dauert an', en: 'lasts' },
  mended: { de: 'behoben', en: 'mended' },
  days: { de: 'Ausfall in Minuten an jedem der letzten 90 Tage', en: 'Minutes of outage on each of the last 90 days' },
  none: { de: 'kein Ausfall', en: 'no outage' },
  noService: { de: 'keine Betriebszeit', en: 'no service hours' },
  notMeasured: { de: 'nicht gemessen', en: 'not measured' },
} as const satisfies Readonly<Record<string, Text>>

export const OVERALL: Readonly<Record<Overall, Text>> = {
  works: { de: 'Alles in Ordnung', en: 'Everything works' },
  disturbed: { de: 'Es gibt eine Störung', en: 'There is a fault' },
  maintenance: { de: 'Wartung läuft', en: 'Maintenance is under way' },
  'not-measured': { de: 'Noch nicht gemessen', en: 'Not measured yet' },
}

export const STATES: Readonly<Record<'works' | 'down' | 'maintenance' | 'not-measured', Text>> = {
  works: { de: 'in Ordnung', en: 'works' },
  down: { de: 'gestört', en: 'disturbed' },
  maintenance: { de: 'Wartung', en: 'maintenance' },
  'not-measured': { de: 'nicht gemessen', en: 'not measured' },
}
