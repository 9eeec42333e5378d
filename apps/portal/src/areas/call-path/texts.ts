import { defineTexts } from '../../shared/texts.ts'

export const callPathPageTexts = defineTexts({
  title: { de: 'Was mit meinen Anrufen geschieht', en: 'What happens to my calls' },
  all: { de: 'Alle Einstellungen', en: 'All settings' },
})
