import { defineTexts } from '../../shared/texts.ts'

export const recordTexts = defineTexts({
  title: { de: 'Anruflisten', en: 'Call records' },
  about: {
    de: 'Jeder Anruf, der neueste zuerst. Laufende stehen ohne Ende darin.',
    en: 'Every call, the newest first. Those in progress are without their end.',
  },
  allDirections: { de: 'Alle Richtungen', en: 'All directions' },
  from: { de: 'Von', en: 'From' },
  to: { de: 'Bis einschließlich', en: 'Until, inclusive' },
  answeredBy: { de: 'Angenommen von', en: 'Answered by' },
  export: { de: 'Als Tabelle', en: 'As a table' },
  emptyTitle: { de: 'Noch keine Anrufe', en: 'No calls yet' },
  emptyText: {
    de: 'Sobald ein Telefon wählt oder angerufen wird, steht der Anruf hier, von seinem ersten Augenblick an.',
    en: 'As soon as a phone dials or is called, the call is here, from its first moment on.',
  },
})
