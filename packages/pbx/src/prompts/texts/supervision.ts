import type { Text } from '@klinke/platform'

/** Supervision of conversations: nobody is listened to in secret (§ 201 StGB). */
export const supervisionTexts = {
  'supervision-notice': {
    de: 'Dieses Gespräch wird zur Schulung mitgehört.',
    en: 'This call is being listened to for training.',
  },
  'supervision-refused': {
    de: 'Dieses Gespräch kann nicht mitgehört werden.',
    en: 'This call cannot be listened to.',
  },
  'supervision-ended': { de: 'Das Gespräch ist beendet.', en: 'The conversation has ended.' },
} as const satisfies Readonly<Record<string, Text>>
