import { defineTexts } from '../../shared/texts.ts'

export const ownExtensionTexts = defineTexts({
  calls: { de: 'Was mit meinen Anrufen geschieht', en: 'What happens to my calls' },
  devices: { de: 'Telefone', en: 'Phones' },
  records: { de: 'Anrufliste', en: 'Call list' },
  noRecords: { de: 'Noch keine Anrufe', en: 'No calls yet' },
  noRecordsText: {
    de: 'Sobald Sie wählen oder angerufen werden, steht der Anruf hier.',
    en: 'As soon as you dial or are called, the call is here.',
  },
})
