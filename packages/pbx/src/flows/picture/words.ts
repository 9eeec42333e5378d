import type { Language, Text } from '@klinke/platform'
import type { CallDestination } from '../../destinations/destination.ts'
import { isSentence, promptText } from '../../prompts/catalogue.ts'
import type { FlowBlock } from '../blocks.ts'
import { KINDS } from '../explain.ts'

/** Names of what blocks lead to and say, by id. */
export type BlockNames = ReadonlyMap<string, string>

const TITLES: Readonly<Record<Exclude<FlowBlock['kind'], 'destination'>, Text>> = {
  announcement: { de: 'Ansage', en: 'Announcement' },
  menu: { de: 'Menü', en: 'Menu' },
  hours: { de: 'Zeiten', en: 'Hours' },
  'number-pin': { de: 'PIN', en: 'PIN' },
  'dated-pin': { de: 'PIN mit Ablauf', en: 'PIN with expiry' },
  'dial-by-name': { de: 'Wahl nach Namen', en: 'Dial by name' },
  caller: { de: 'Anrufer', en: 'Caller' },
  set: { de: 'Setzen', en: 'Set' },
  lookup: { de: 'Abfrage', en: 'Lookup' },
  'agent-login': { de: 'Agent', en: 'Agent' },
  consent: { de: 'Einwilligung', en: 'Consent' },
  'hang-up': { de: 'Auflegen', en: 'Hang up' },
}

const EXITS: Readonly<Record<string, Text>> = {
  next: { de: '', en: '' },
  otherwise: { de: 'sonst', en: 'otherwise' },
  timedOut: { de: 'keine Taste', en: 'no key' },
  invalid: { de: 'falsche Taste', en: 'wrong key' },
  agreed: { de: 'einverstanden', en: 'agrees' },
  declined: { de: 'nicht einverstanden', en: 'does not agree' },
  failed: { de: 'keine Antwort', en: 'no answer' },
}

const CALLERS = {
  internal: { de: 'intern', en: 'internal' },
  external: { de: 'von außen', en: 'from outside' },
  anonymous: { de: 'ohne Rufnummer', en: 'without a number' },
} as const

const HANG_UPS = {
  busy: { de: 'besetzt', en: 'busy' },
  declined: { de: 'abgelehnt', en: 'declined' },
  'not-found': { de: 'nicht vergeben', en: 'not assigned' },
} as const

/** Title and detail of a block. PINs are not in the picture. */
export function describe(block: FlowBlock, names: BlockNames, language: Language): readonly [title: string, detail: string] {
  return [titleOf(block, language), detailOf(block, names, language)]
}

function titleOf(block: FlowBlock, language: Language): string {
  if (block.kind !== 'destination') return TITLES[block.kind][language]
  if (block.to.kind === 'hang-up') return TITLES['hang-up'][language]
  return { de: `Weiter ${KINDS[block.to.kind].de}`, en: `On ${KINDS[block.to.kind].en}` }[language]
}

function detailOf(block: FlowBlock, names: BlockNames, language: Language): string {
  switch (block.kind) {
    case 'announcement':
    case 'menu':
    case 'number-pin':
    case 'dated-pin':
    case 'dial-by-name':
      return said(block.prompt, names, language)
    case 'consent':
      return said(block.prompt ?? 'recording-consent', names, language)
    case 'destination':
      return led(block.to, names, language)
    case 'hours':
      return [...new Set(block.when.map(({ schedule }) => names.get(schedule.targetId) ?? ''))].join(', ')
    case 'caller':
      return block.when
        .map(({ is, numbers }) => [is && CALLERS[is][language], ...(numbers ?? [])].filter((each) => each !== undefined).join(' '))
        .join(', ')
    case 'set':
      return [
        block.displayText,
        block.priority === undefined ? undefined : { de: `Vorrang ${block.priority}`, en: `priority ${block.priority}` }[language],
      ]
        .filter((each) => each !== undefined)
        .join(', ')
    case 'lookup':
      return URL.parse(block.url)?.host ?? ''
    case 'agent-login':
      return block.sign === 'in' ? { de: 'anmelden', en: 'sign in' }[language] : { de: 'abmelden', en: 'sign out' }[language]
    case 'hang-up':
      return block.as === undefined ? '' : HANG_UPS[block.as][language]
  }
}

function led(to: CallDestination, names: BlockNames, language: Language): string {
  if ('targetId' in to) return names.get(to.targetId) ?? ''
  if ('number' in to) return to.number
  return 'as' in to && to.as !== undefined ? HANG_UPS[to.as][language] : ''
}

/** What stands at a line, such as `2` or "sonst". */
export function nameOfExit(block: FlowBlock, exit: string, language: Language): string {
  const [part = '', index] = exit.split('.', 2)
  const known = EXITS[part]
  if (known !== undefined) return known[language]
  if (part !== 'when') return index ?? part
  const condition = block.kind === 'hours' ? block.when[Number(index)]?.is : undefined
  if (condition === undefined) return `${Number(index) + 1}.`
  return condition === 'open' ? { de: 'geöffnet', en: 'open' }[language] : { de: 'geschlossen', en: 'closed' }[language]
}

function said(prompt: string, names: BlockNames, language: Language): string {
  return isSentence(prompt) ? promptText(prompt, language) : (names.get(prompt) ?? prompt)
}
