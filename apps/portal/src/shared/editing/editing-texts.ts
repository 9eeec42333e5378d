import { defineTexts } from '../texts.ts'

export const editingTexts = defineTexts({
  stillUsed: {
    de: 'Dorthin werden noch Anrufe geleitet. Ändern Sie zuerst, was dorthin führt:',
    en: 'Calls are still led there. Change first what leads there:',
  },
  number: { de: 'Rufnummer', en: 'Number' },
  mailbox: { de: 'Mailbox', en: 'Mailbox' },
  'hot-desking': { de: 'Einstellung für gemeinsame Telefone', en: 'Setting of shared phones' },
  readOnly: { de: 'Sie dürfen dies sehen, aber nicht ändern.', en: 'You may see this, but not change it.' },
  name: { de: 'Name', en: 'Name' },
  internalNumber: { de: 'Interne Nummer', en: 'Internal number' },
  internalNumberHint: {
    de: '2 bis 6 Ziffern. Ohne Nummer ist es nur über Rufnummern und andere Ziele zu erreichen.',
    en: '2 to 6 digits. Without one it is reached only by numbers and other destinations.',
  },
  numberWrong: { de: 'Bitte 2 bis 6 Ziffern, die erste nicht 0', en: 'Please 2 to 6 digits, the first not 0' },
  noNumber: { de: 'keine', en: 'none' },
})
