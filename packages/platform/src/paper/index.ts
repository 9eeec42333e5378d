export { INK, type LetterHead, letterHead, numberPages, QUIET_INK } from './letter.ts'
export { closeSheet, LOWEST, openSheet, readTypeface, SHEET, type SheetFacts, TEXT_WIDTH, type Typeface } from './sheet.ts'
