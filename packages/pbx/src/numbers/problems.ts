import { KlinkeError } from '@klinke/foundation'
import type { ProblemTable } from '@klinke/platform'

export class NoSuchExtension extends KlinkeError {
  constructor(extension: string) {
    super('no-such-extension', `The tenant has no extension ${extension}. Create it first, or map the number to another one.`)
  }
}

export const leadingProblems: ProblemTable = {
  'no-such-extension': {
    status: 422,
    title: { en: 'No such extension', de: 'Nebenstelle gibt es nicht' },
    germanDetail: 'Diese Nebenstelle hat der Kunde nicht. Legen Sie sie zuerst an, oder leiten Sie die Rufnummer zu einer anderen.',
  },
}
