import { KlinkeError } from '@klinke/foundation'
import type { ProblemTable, Text } from '@klinke/platform'
import type { Objection } from './publication.ts'

const WHY: Readonly<Record<Objection, Text>> = {
  faults: { en: 'It has faults; the check tells each of them.', de: 'Er hat Fehler; die Prüfung nennt jeden davon.' },
  'begins-too-early': { en: 'It has to begin tomorrow or later.', de: 'Er muss morgen oder später beginnen.' },
  'before-newest': {
    en: 'It has to begin later than the newest version, which would hold again after it and take its prices away.',
    de: 'Er muss später beginnen als die neueste Fassung: Sonst gälte sie nach ihm wieder und nähme seine Preise weg.',
  },
  outdated: {
    en: 'Another version has come since; draft a new one of that.',
    de: 'Seither ist eine andere Fassung dazugekommen; entwerfen Sie eine neue aus ihr.',
  },
  'no-mail': {
    en: 'This installation sends no mail, so that customers would not be told. Set KLINKE_SMTP_URL first.',
    de: 'Diese Installation versendet keine E-Mails; Kunden erführen nichts davon. Richten Sie zuerst KLINKE_SMTP_URL ein.',
  },
  'notice-too-short': {
    en: 'It begins before the notice has passed that was agreed with its customers.',
    de: 'Er beginnt, bevor die Frist verstrichen ist, die mit seinen Kunden vereinbart ist.',
  },
}

/** A draft that is not ready to be published; the preview says why beforehand. */
export class DraftNotReady extends KlinkeError {
  constructor(objections: readonly Objection[]) {
    super('tariff-draft-not-ready', `The draft cannot be published. ${objections.map((each) => WHY[each].en).join(' ')}`, {
      german: `Der Entwurf lässt sich nicht veröffentlichen. ${objections.map((each) => WHY[each].de).join(' ')}`,
    })
  }
}

/** Somebody has changed the draft since it was looked at. */
export class DraftChanged extends KlinkeError {
  constructor({ revision, changedBy }: { readonly revision: number; readonly changedBy: string }) {
    super('tariff-draft-changed', `${changedBy} has changed the draft since: it is at revision ${revision}. Look at it again first.`, {
      german: `Der Entwurf wurde inzwischen von ${changedBy} geändert und hat jetzt den Stand ${revision}. Sehen Sie ihn zuerst noch einmal an.`,
    })
  }
}

/** Nothing can be priced by a document with faults. */
export class TrialWithFaults extends KlinkeError {
  constructor(faults: number) {
    super('tariff-trial-with-faults', `The draft has ${faults} faults, so that calls have no price by it. Mend what the check tells.`, {
      german: `Der Entwurf hat ${faults} Fehler; damit hat kein Gespräch einen Preis. Berichtigen Sie, was die Prüfung nennt.`,
    })
  }
}

export const tariffDraftProblems: ProblemTable = {
  'tariff-draft-not-ready': {
    status: 409,
    title: { en: 'The draft cannot be published', de: 'Der Entwurf lässt sich nicht veröffentlichen' },
    germanDetail: 'Der Entwurf lässt sich noch nicht veröffentlichen.',
  },
  'tariff-draft-changed': {
    status: 409,
    title: { en: 'The draft has been changed since', de: 'Der Entwurf wurde inzwischen geändert' },
    germanDetail: 'Der Entwurf wurde inzwischen geändert. Sehen Sie ihn zuerst noch einmal an.',
  },
  'tariff-trial-with-faults': {
    status: 409,
    title: { en: 'The draft has faults', de: 'Der Entwurf hat Fehler' },
    germanDetail: 'Der Entwurf hat Fehler. Berichtigen Sie, was die Prüfung nennt.',
  },
}
