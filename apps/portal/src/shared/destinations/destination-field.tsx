import { Group, Select, TextInput } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useTexts } from '../language.tsx'
import { DESTINATION_KINDS, type Destination, type DestinationKind, isTargetKind } from './destination.ts'
import { destinationTexts } from './destination-texts.ts'
import { e164Of } from './phone-number.ts'
import { readableNumbers } from './readable-numbers.ts'
import { TargetSelect } from './target-select.tsx'

interface DestinationFieldProps {
  readonly label: string
  readonly description?: string
  /** Null while nothing is chosen, or only its kind. */
  readonly value: Destination | null
  readonly onChange: (destination: Destination | null) => void
  readonly error?: ReactNode
  /** What may be chosen; all if absent. */
  readonly kinds?: readonly DestinationKind[]
}

/** Chooses where calls are led: what kind of thing, then which. */
export function DestinationField({ label, description, value, onChange, error, kinds = DESTINATION_KINDS }: DestinationFieldProps) {
  const texts = useTexts(destinationTexts)
  const [chosen, setChosen] = useState<DestinationKind>()
  const kind = value?.kind ?? chosen
  const choose = (wanted: string | null): void => {
    const known = kinds.find((each) => each === wanted)
    setChosen(known)
    onChange(known === 'operator' || known === 'hang-up' ? { kind: known } : null)
  }
  return (
    <Group align="flex-end" gap="xs" grow>
      <Select
        label={label}
        description={description}
        data={kinds.map((each) => ({ value: each, label: texts[each] }))}
        value={kind ?? null}
        onChange={choose}
        placeholder={texts.choose}
        allowDeselect={false}
        error={kind === undefined ? error : undefined}
      />
      {kind === undefined ? null : <Which kind={kind} value={value} onChange={onChange} error={error} />}
    </Group>
  )
}

interface WhichProps extends Pick<DestinationFieldProps, 'value' | 'onChange' | 'error'> {
  readonly kind: DestinationKind
}

/** Which thing of that kind. */
function Which({ kind, value, onChange, error }: WhichProps) {
  const texts = useTexts(destinationTexts)
  if (isTargetKind(kind)) {
    const id = value !== null && 'targetId' in value ? value.targetId : null
    return (
      <TargetSelect
        key={kind}
        kind={kind}
        label={texts[kind]}
        value={id}
        onChange={(targetId) => onChange(targetId === null ? null : { kind, targetId })}
        error={error}
      />
    )
  }
  if (kind === 'external') return <NumberField value={value} onChange={onChange} error={error} />
  if (kind === 'hang-up') return <HangUpField value={value} onChange={onChange} />
  return null
}

function NumberField({ value, onChange, error }: Pick<DestinationFieldProps, 'value' | 'onChange' | 'error'>) {
  const texts = useTexts(destinationTexts)
  const [written, setWritten] = useState(value?.kind === 'external' ? readableNumbers(value.number) : '')
  const write = (text: string): void => {
    setWritten(text)
    onChange(text.trim() === '' ? null : { kind: 'external', number: e164Of(text) })
  }
  return (
    <TextInput
      label={texts.number}
      placeholder={texts.numberHint}
      type="tel"
      value={written}
      onChange={(event) => write(event.currentTarget.value)}
      error={error}
    />
  )
}

const ANSWERS = ['busy', 'declined', 'not-found'] as const

function HangUpField({ value, onChange }: Pick<DestinationFieldProps, 'value' | 'onChange'>) {
  const texts = useTexts(destinationTexts)
  const as = value?.kind === 'hang-up' ? (value.as ?? null) : null
  const choose = (wanted: string | null): void => {
    const known = ANSWERS.find((answer) => answer === wanted)
    onChange({ kind: 'hang-up', ...(known === undefined ? {} : { as: known }) })
  }
  return (
    <Select
      label={texts.answer}
      data={ANSWERS.map((answer) => ({ value: answer, label: texts[answer] }))}
      value={as}
      onChange={choose}
      placeholder={texts['hang-up']}
      clearable
      clearButtonProps={{ 'aria-label': texts['hang-up'] }}
    />
  )
}
