import { defineTexts } from '../../shared/texts.ts'

export const intercomTexts = defineTexts({
  title: { de: 'Direktansprechen', en: 'Intercom' },
  accepts: { de: 'Wessen Direktanruf das Telefon von selbst annimmt', en: 'Whose intercom calls the phone answers by itself' },
  everyone: { de: 'von allen Nebenstellen', en: 'of all extensions' },
  named: { de: 'von diesen Nebenstellen', en: 'of these extensions' },
  nobody: { de: 'von niemandem', en: 'of nobody' },
  callers: { de: 'Diese Nebenstellen', en: 'These extensions' },
  otherwise: { de: 'Sonst, und während telefoniert wird', en: 'Else, and during a call' },
  refuse: { de: 'hört der Anrufer, dass es nicht geht', en: 'the caller hears that it cannot be' },
  ring: { de: 'klingelt es wie immer', en: 'it rings as always' },
})
