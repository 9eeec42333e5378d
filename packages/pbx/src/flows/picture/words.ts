import type { Language, Text } from '@klinke/platform'
import { isSentence, promptText } from '../../prompts/catalogue.ts'
import type { FlowBlock } from '../blocks.ts'

/** Names of what blocks lead to and say, by id. */
export type BlockNames = ReadonlyMap<string, string>

const TITLES: Readonly<Record<FlowBlock['kind'], Text>> = {
  announcement: { de: 'Ansage', en: 'Announcement' },
  menu: { de: 'Menü', en: 'Menu' },
  hours: { de: 'Zeiten', en: 'Hours' },
  destination: { de: 'Weiter zu', en: 'Lead to' },
  'number-pin': { de: 'PIN', en: 'PIN' },
  'dated-pin': { de: 'PIN mit Ablauf', en: 'PIN with expiry' },
  'dial-by-name': { de: 'Wahl nach Namen', en: 'Dial by name' },
  caller: { de: 'Anrufer', en: 'Caller' },
  set: { de: 'Setzen', en: 'Set' },
  lookup: { de: 'Abfrage', en: 'Lookup' },
  'agent-login': { de: 'Agent', en: 'Agent' },
  'hang-up': { de: 'Auflegen', en: 'Hang up' },
}

const EXITS: Readonly<Record<string, Text>> = {
  next: { de: '', en: '' },
  otherwise: { de: 'sonst', en: 'otherwise' },
  timedOut: { de: 'keine Taste', en: 'no key' },
  invalid: { de: 'falsche Taste', en: 'wrong key' },
  failed: { de: 'keine Antwort', en: 'no answer' },
}

/** Title and detail of a block. PINs are not in the picture. */
export function describe(block: FlowBlock, names: BlockNames, language: Language): readonly [title: string, detail: string] {
  return [TITLES[block.kind][language], detailOf(block, names, language)]
}

function detailOf(block: FlowBlock, names: BlockNames, language: Language): string {
  switch (block.kind) {
    case 'announcement':
    case 'menu':
    case 'number-pin':
    case 'dated-pin':
    case 'dial-by-name':
      return said(block.prompt, names, language)
    case 'destination':
      return 'targetId' in block.to
        ? (names.get(block.to.targetId) ?? block.to.kind)
        : 'number' in block.to
          ? block.to.number
          : block.to.kind
    case 'hours':
      return block.when.map(({ schedule }) => names.get(schedule.targetId) ?? '').join(', ')
    case 'caller':
      return block.when.map(({ is, numbers }) => [is, ...(numbers ?? [])].filter((each) => each !== undefined).join(' ')).join(', ')
    case 'set':
      return [block.displayText, block.priority].filter((each) => each !== undefined).join(', ')
    case 'lookup':
      return URL.parse(block.url)?.host ?? ''
    case 'agent-login':
      return block.sign === 'in' ? { de: 'anmelden', en: 'sign in' }[language] : { de: 'abmelden', en: 'sign out' }[language]
    case 'hang-up':
      return block.as ?? ''
  }
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
