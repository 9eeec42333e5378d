import type { Text } from '@klinke/platform'

/** The operator position, and secretaries of bosses. */
export const operatorTexts = {
  'operator-welcome': {
    de: 'Guten Tag. Sie werden mit der Zentrale verbunden.',
    en: 'Hello. You are being connected to the operator.',
  },
  'operator-nobody': { de: 'Zurzeit kann niemand Ihren Anruf annehmen.', en: 'Nobody can take your call at the moment.' },
  'operator-day': { de: 'Die Zentrale ist auf Tag geschaltet.', en: 'The operator position is switched to day.' },
  'operator-night': { de: 'Die Zentrale ist auf Nacht geschaltet.', en: 'The operator position is switched to night.' },
  'operator-automatic': { de: 'Die Zentrale folgt dem Zeitplan.', en: 'The operator position follows the schedule.' },
  'filter-on': { de: 'Anrufe gehen jetzt an das Sekretariat.', en: 'Calls now go to the secretary.' },
  'filter-off': { de: 'Anrufe gehen jetzt direkt an den Chef.', en: 'Calls now go directly to the boss.' },
  'nothing-to-take': { de: 'Es gibt keinen Anruf zu übernehmen.', en: 'There is no call to take over.' },
} as const satisfies Readonly<Record<string, Text>>
