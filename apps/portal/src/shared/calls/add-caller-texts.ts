import { defineTexts } from '../texts.ts'

export const addCallerTexts = defineTexts({
  toPhoneBook: { de: (number: string) => `${number} ins Telefonbuch`, en: (number: string) => `${number} into the phone book` },
})
