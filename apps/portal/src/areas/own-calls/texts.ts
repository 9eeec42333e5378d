import { defineTexts } from '../../shared/texts.ts'

export const ownCallsTexts = defineTexts({
  records: { de: 'Anrufliste', en: 'Call list' },
  noRecords: { de: 'Noch keine Anrufe', en: 'No calls yet' },
  noRecordsText: {
    de: 'Sobald Sie wählen oder angerufen werden, steht der Anruf hier.',
    en: 'As soon as you dial or are called, the call is here.',
  },
})
