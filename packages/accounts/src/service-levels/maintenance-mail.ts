import type { Language, Mail, Text } from '@klinke/platform'
import { timeText } from './check-notice.ts'
import type { Component } from './component.ts'
import type { NoticeKind, StoredWindow } from './maintenance-store.ts'

/** What components are called to people. */
export const COMPONENT_WORDS: Readonly<Record<Component, Text>> = {
  signalling: { de: 'Anmeldung und Vermittlung', en: 'Registration and signalling' },
  calls: { de: 'Gespräche', en: 'Calls' },
  media: { de: 'Sprachqualität', en: 'Audio' },
  portal: { de: 'Portal und Schnittstelle', en: 'Portal and API' },
  upstream: { de: 'Verbindungen in andere Netze', en: 'Connections to other networks' },
}

const SUBJECTS: Readonly<Record<NoticeKind, Text>> = {
  announced: { de: 'Wartung', en: 'Maintenance' },
  changed: { de: 'Geänderte Wartung', en: 'Changed maintenance' },
  cancelled: { de: 'Wartung abgesagt', en: 'Maintenance cancelled' },
}

const SENTENCES: Readonly<Record<NoticeKind, Text>> = {
  announced: { de: 'wir arbeiten an unserer Anlage:', en: 'we are going to work on our exchange:' },
  changed: { de: 'die angekündigte Wartung ist geändert. Jetzt gilt:', en: 'the maintenance that we announced has changed. Now it is:' },
  cancelled: { de: 'diese Wartung findet nicht statt:', en: 'this maintenance does not take place:' },
}

/** Announces maintenance, tells its new time, or that there will be none (SLA-03). */
export function maintenanceMail(
  { title, text, from, until, components }: Pick<StoredWindow, 'title' | 'text' | 'from' | 'until' | 'components'>,
  kind: NoticeKind,
  {
    to,
    language,
    timeZone,
    portal,
  }: { readonly to: string; readonly language: Language; readonly timeZone: string; readonly portal: string },
): Mail {
  const [begin, end] = [timeText(from.getTime(), timeZone)[language], timeText(until.getTime(), timeZone)[language]]
  const parts = components.map((component) => COMPONENT_WORDS[component][language]).join(', ')
  const lines =
    language === 'de'
      ? ['Guten Tag,', '', SENTENCES[kind].de, '', title.de, `Von ${begin} bis ${end}`, `Betroffen: ${parts}`]
      : ['Hello,', '', SENTENCES[kind].en, '', title.en, `From ${begin} to ${end}`, `Affected: ${parts}`]
  const about = text[language] === '' ? [] : ['', text[language]]
  const where = language === 'de' ? `Aktueller Zustand: ${portal}/status` : `Current state: ${portal}/status`
  return { to, subject: `${SUBJECTS[kind][language]}: ${title[language]}, ${begin}`, text: [...lines, ...about, '', where, ''].join('\n') }
}
