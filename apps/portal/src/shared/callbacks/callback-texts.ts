import { defineTexts } from '../texts.ts'

export const callbackTexts = defineTexts({
  title: { de: 'Rückrufe', en: 'Callbacks' },
  none: { de: 'Kein Rückruf vorgemerkt', en: 'No callback is waiting' },
  noneText: {
    de: 'Ist jemand besetzt oder nicht da, rufen Sie *37 und seine Nummer an, oder merken Sie ihn hier vor: Ihr Telefon klingelt, sobald er frei ist.',
    en: 'If somebody is busy or away, dial *37 and the number, or note it here: your phone rings as soon as the other is free.',
  },
  number: { de: 'Nummer', en: 'Number' },
  numberHint: { de: 'Wie Sie sie am Telefon wählen', en: 'As you dial it' },
  ask: { de: 'Rückruf vormerken', en: 'Ask for a callback' },
  asked: { de: 'Rückruf vorgemerkt', en: 'Callback noted' },
  whom: { de: 'Wen', en: 'Whom' },
  waitsFor: { de: 'Wartet, dass', en: 'Waits until' },
  busy: { de: 'er nicht mehr spricht', en: 'the call there is over' },
  'no-answer': { de: 'er wieder telefoniert hat', en: 'the phone there has been used' },
  'not-registered': { de: 'sein Telefon sich anmeldet', en: 'the phone there registers' },
  redial: { de: 'er annimmt (wird wiederholt versucht)', en: 'he answers (tried again and again)' },
  until: { de: 'Bis', en: 'Until' },
  calling: { de: 'wird gerade angerufen', en: 'is being called' },
  cancel: { de: 'Rückruf löschen', en: 'Delete the callback' },
  cancelled: { de: 'Rückruf gelöscht', en: 'Callback deleted' },
  wrong: { de: 'Bitte eine Nummer aus Ziffern, auch mit + davor', en: 'Please a number of digits, with + before it if you like' },
})
