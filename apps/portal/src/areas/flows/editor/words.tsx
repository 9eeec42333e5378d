import { useAnswer } from '../../../api/queries.ts'
import { useCustomer } from '../../../session/customer.tsx'
import { DestinationName } from '../../../shared/destinations/destination-name.tsx'
import { TargetName } from '../../../shared/destinations/target-select.tsx'
import { useLanguage, useTexts } from '../../../shared/language.tsx'
import { blockTexts } from '../block-texts.ts'
import type { FlowBlock } from '../graph/flow.ts'

/** What stands on a block below its kind: what it says, or where it leads. PINs are not shown. */
export function BlockDetail({ block }: { readonly block: FlowBlock }) {
  const texts = useTexts(blockTexts)
  switch (block.kind) {
    case 'announcement':
    case 'menu':
    case 'dial-by-name':
      return <PromptName prompt={block.prompt} />
    case 'number-pin':
    case 'dated-pin':
      return texts.pins(block.entries.length)
    case 'consent':
      return <PromptName prompt={block.prompt ?? 'recording-consent'} />
    case 'destination':
      return <DestinationName destination={block.to} />
    case 'hours':
      return <ScheduleNames ids={[...new Set(block.when.map(({ schedule }) => schedule.targetId))]} />
    case 'caller':
      return block.when.map(({ is, numbers = [] }) => [...(is === undefined ? [] : [texts[is]]), ...numbers].join(' ')).join(', ')
    case 'set':
      return [block.displayText, block.priority === undefined ? undefined : texts.priority(block.priority)].filter(Boolean).join(', ')
    case 'lookup':
      return URL.parse(block.url)?.host ?? ''
    case 'agent-login':
      return block.sign === 'in' ? texts.signIn : texts.signOut
    case 'hang-up':
      return ''
  }
}

function ScheduleNames({ ids }: { readonly ids: readonly string[] }) {
  return ids.map((id, index) => (
    <span key={id}>
      {index === 0 ? '' : ', '}
      <TargetName kind="schedule" id={id} />
    </span>
  ))
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** What a prompt says, or the name of the customer's own announcement. */
export function PromptName({ prompt }: { readonly prompt: string }) {
  if (UUID.test(prompt)) return <TargetName kind="announcement" id={prompt} />
  return <PromptText prompt={prompt} />
}

function PromptText({ prompt }: { readonly prompt: string }) {
  const { language } = useLanguage()
  const { data } = useAnswer('GET /prompts', [{ query: useCustomer() }])
  const said = data?.items.find(({ id }) => id === prompt)?.texts[language]
  return said === undefined ? prompt : `„${said}“`
}

/** Names exits of a block, such as "Taste 2" or "sonst". */
export function useExitName(): (block: FlowBlock, exit: string) => string {
  const texts = useTexts(blockTexts)
  return (block, exit) => {
    const [part = '', ...rest] = exit.split('.')
    const which = rest.join('.')
    switch (part) {
      case 'keys':
        return texts.key(which)
      case 'answers':
        return which
      case 'when':
        return conditionName(block, Number(rest[0]), texts)
      case 'otherwise':
        return texts[OTHERWISE[block.kind] ?? 'otherwise']
      case 'timedOut':
      case 'invalid':
      case 'agreed':
      case 'declined':
      case 'failed':
        return texts[part]
      default:
        return texts.next
    }
  }
}

const OTHERWISE: Readonly<Partial<Record<FlowBlock['kind'], 'nobodyAnswers' | 'wrongPin' | 'nobodyFound' | 'notSignedIn'>>> = {
  destination: 'nobodyAnswers',
  'number-pin': 'wrongPin',
  'dated-pin': 'wrongPin',
  'dial-by-name': 'nobodyFound',
  'agent-login': 'notSignedIn',
}

type BlockWords = ReturnType<
  typeof useTexts<{
    readonly open: string
    readonly closed: string
    readonly internal: string
    readonly external: string
    readonly anonymous: string
    readonly condition: (number: number) => string
  }>
>

function conditionName(block: FlowBlock, index: number, texts: BlockWords): string {
  if (block.kind === 'hours') return texts[block.when[index]?.is ?? 'open']
  if (block.kind !== 'caller') return texts.condition(index + 1)
  const { is, numbers = [] } = block.when[index] ?? {}
  const words = [...(is === undefined ? [] : [texts[is]]), ...numbers]
  return words.length === 0 ? texts.condition(index + 1) : words.join(' ')
}
