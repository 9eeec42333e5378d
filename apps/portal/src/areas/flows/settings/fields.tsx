import { ActionIcon, Fieldset, Group, Select, TextInput } from '@mantine/core'
import { Trash2 } from 'lucide-react'
import { type HTMLInputTypeAttribute, type ReactNode, useState } from 'react'
import type { Destination, DestinationKind } from '../../../shared/destinations/destination.ts'
import { DestinationField } from '../../../shared/destinations/destination-field.tsx'
import { useTexts } from '../../../shared/language.tsx'
import { settingsTexts } from './settings-texts.ts'

interface ValidTextProps {
  readonly label: string
  readonly description?: string
  readonly value: string
  /** Told only of what is valid. */
  readonly onChange: (text: string) => void
  /** What is wrong with a text; undefined: nothing. */
  readonly problem?: (text: string) => string | undefined
  readonly type?: HTMLInputTypeAttribute
  readonly maxLength?: number
  readonly inputMode?: 'numeric' | 'url'
}

/** A text that becomes part of the draft while it is typed, as far as it is valid; else it says what is wrong. */
export function ValidText({ value, onChange, problem = () => undefined, ...shown }: ValidTextProps) {
  const [typed, setTyped] = useState({ text: value, of: value })
  const text = typed.of === value ? typed.text : value
  const type = (next: string): void => {
    const isValid = problem(next) === undefined
    setTyped({ text: next, of: isValid ? next : value })
    if (isValid) onChange(next)
  }
  return <TextInput {...shown} value={text} onChange={(event) => type(event.currentTarget.value)} error={problem(text)} />
}

interface DestinationSettingProps {
  readonly label: string
  readonly description?: string
  readonly value: Destination | null
  readonly onChange: (destination: Destination) => void
  readonly kinds?: readonly DestinationKind[]
}

/** A destination that becomes part of the draft once it is chosen whole. */
export function DestinationSetting({ value, onChange, ...shown }: DestinationSettingProps) {
  const now = JSON.stringify(value)
  const [chosen, setChosen] = useState({ shown: value, of: now })
  const choose = (next: Destination | null): void => {
    setChosen({ shown: next, of: next === null ? now : JSON.stringify(next) })
    if (next !== null) onChange(next)
  }
  const isOurs = chosen.of === now
  return <DestinationField key={isOurs ? 'chosen' : now} {...shown} value={isOurs ? chosen.shown : value} onChange={choose} />
}

interface ChoiceProps<Value extends string> {
  readonly label: string
  readonly description?: string
  readonly value: Value
  readonly options: readonly (readonly [value: Value, label: string])[]
  readonly onChange: (value: Value) => void
}

/** One of a few. */
export function Choice<Value extends string>({ label, description, value, options, onChange }: ChoiceProps<Value>) {
  const choose = (chosen: string | null): void => {
    const known = options.find(([each]) => each === chosen)
    if (known !== undefined) onChange(known[0])
  }
  return (
    <Select
      label={label}
      description={description}
      data={options.map(([each, name]) => ({ value: each, label: name }))}
      value={value}
      onChange={choose}
      allowDeselect={false}
    />
  )
}

interface EntryBoxProps {
  readonly number: number
  readonly remove: () => void
  readonly children: ReactNode
}

/** One entry of a list in a block, which can be removed. */
export function EntryBox({ number, remove, children }: EntryBoxProps) {
  const texts = useTexts(settingsTexts)
  return (
    <Fieldset legend={texts.entry(number)} p="xs">
      {children}
      <Group justify="flex-end" mt="xs">
        <ActionIcon variant="subtle" color="red" aria-label={`${texts.remove}: ${texts.entry(number)}`} onClick={remove}>
          <Trash2 size={16} aria-hidden />
        </ActionIcon>
      </Group>
    </Fieldset>
  )
}

/** The list with one entry replaced, or removed when there is none. */
export function withEntry<Entry>(entries: readonly Entry[], index: number, entry?: Entry): readonly Entry[] {
  return entries.flatMap((each, at) => (at === index ? (entry === undefined ? [] : [entry]) : [each]))
}
