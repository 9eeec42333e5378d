import { NumberInput, Switch } from '@mantine/core'
import { TargetSelect } from '../../../shared/destinations/target-select.tsx'
import { useTexts } from '../../../shared/language.tsx'
import type { BlockOf, FlowBlock } from '../graph/flow.ts'
import { CallerSettings } from './caller-settings.tsx'
import { Choice, DestinationSetting, ValidText } from './fields.tsx'
import { HoursSettings } from './hours-settings.tsx'
import { LookupSettings } from './lookup-settings.tsx'
import { MenuSettings } from './menu-settings.tsx'
import { DatedPinSettings, NumberPinSettings } from './pin-settings.tsx'
import { PromptField } from './prompt-field.tsx'
import { QuestionSettings } from './question-settings.tsx'
import { settingsTexts } from './settings-texts.ts'

/** What the settings of a kind of block are given. */
export interface SettingsProps<Kind extends FlowBlock['kind']> {
  readonly block: BlockOf<Kind>
  readonly change: (block: FlowBlock) => void
}

/** The settings of a block, by its kind. */
export function BlockSettings({ block, change }: { readonly block: FlowBlock; readonly change: (block: FlowBlock) => void }) {
  switch (block.kind) {
    case 'announcement':
      return <AnnouncementSettings block={block} change={change} />
    case 'menu':
      return <MenuSettings block={block} change={change} />
    case 'hours':
      return <HoursSettings block={block} change={change} />
    case 'destination':
      return <LeadSettings block={block} change={change} />
    case 'number-pin':
      return <NumberPinSettings block={block} change={change} />
    case 'dated-pin':
      return <DatedPinSettings block={block} change={change} />
    case 'dial-by-name':
      return <QuestionSettings block={block} change={change} />
    case 'caller':
      return <CallerSettings block={block} change={change} />
    case 'set':
      return <MarkSettings block={block} change={change} />
    case 'lookup':
      return <LookupSettings block={block} change={change} />
    case 'agent-login':
      return <AgentSettings block={block} change={change} />
    case 'consent':
      return <ConsentSettings block={block} change={change} />
    case 'hang-up':
      return <HangUpSettings block={block} change={change} />
  }
}

function AnnouncementSettings({ block, change }: SettingsProps<'announcement'>) {
  const texts = useTexts(settingsTexts)
  return (
    <>
      <PromptField label={texts.prompt} value={block.prompt} onChange={(prompt) => change({ ...block, prompt: prompt ?? block.prompt })} />
      <Switch
        label={texts.beforeAnswer}
        description={texts.beforeAnswerHint}
        checked={block.beforeAnswer}
        onChange={(event) => change({ ...block, beforeAnswer: event.currentTarget.checked })}
      />
    </>
  )
}

function LeadSettings({ block, change }: SettingsProps<'destination'>) {
  const texts = useTexts(settingsTexts)
  return <DestinationSetting label={texts.to} value={block.to} onChange={(to) => change({ ...block, to })} />
}

function MarkSettings({ block, change }: SettingsProps<'set'>) {
  const texts = useTexts(settingsTexts)
  const { displayText: _text, priority: _priority, ...rest } = block
  const set = (displayText: string | undefined, priority: number | undefined): void =>
    change({ ...rest, ...(displayText ? { displayText } : {}), ...(priority === undefined ? {} : { priority }) })
  return (
    <>
      <ValidText
        label={texts.displayText}
        description={texts.displayTextHint}
        value={block.displayText ?? ''}
        onChange={(text) => set(text.trimStart(), block.priority)}
        maxLength={60}
      />
      <NumberInput
        label={texts.priority}
        description={texts.priorityHint}
        value={block.priority ?? ''}
        onChange={(value) => set(block.displayText, typeof value === 'number' ? value : undefined)}
        min={0}
        max={9}
        clampBehavior="strict"
        allowDecimal={false}
      />
    </>
  )
}

function AgentSettings({ block, change }: SettingsProps<'agent-login'>) {
  const texts = useTexts(settingsTexts)
  const { queue, ...rest } = block
  const signs = [
    ['in', texts.signIn],
    ['out', texts.signOut],
  ] as const
  return (
    <>
      <Choice label={texts.sign} value={block.sign} options={signs} onChange={(sign) => change({ ...block, sign })} />
      <TargetSelect
        kind="queue"
        label={texts.queue}
        description={texts.allQueues}
        value={queue?.targetId ?? null}
        onChange={(id) => change(id === null ? rest : { ...rest, queue: { kind: 'queue', targetId: id } })}
        clearable
      />
      <Switch
        label={texts.recognise}
        checked={block.recognise}
        onChange={(event) => change({ ...block, recognise: event.currentTarget.checked })}
      />
    </>
  )
}

function ConsentSettings({ block, change }: SettingsProps<'consent'>) {
  const texts = useTexts(settingsTexts)
  const { prompt, ...rest } = block
  return (
    <PromptField
      label={texts.prompt}
      value={prompt}
      onChange={(chosen) => change(chosen === undefined ? rest : { ...rest, prompt: chosen })}
      without={texts.standardPrompt}
    />
  )
}

function HangUpSettings({ block, change }: SettingsProps<'hang-up'>) {
  const texts = useTexts(settingsTexts)
  const { as, ...rest } = block
  const options = [
    ['', texts.plainEnd],
    ['busy', texts.busy],
    ['declined', texts.declined],
    ['not-found', texts['not-found']],
  ] as const
  return (
    <Choice
      label={texts.hangUpAs}
      value={as ?? ''}
      options={options}
      onChange={(chosen) => change(chosen === '' ? rest : { ...rest, as: chosen })}
    />
  )
}
