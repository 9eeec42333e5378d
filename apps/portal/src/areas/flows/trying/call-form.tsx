import { Fieldset, SegmentedControl, Stack, TextInput } from '@mantine/core'
import { useTexts } from '../../../shared/language.tsx'
import type { SimulatedCall } from '../graph/flow.ts'
import { Circumstances } from './circumstances.tsx'
import { tryingTexts } from './trying-texts.ts'
import { areKeys, keysOf, localTime } from './way.ts'

export type CallerKind = 'outside' | 'inside' | 'anonymous'
export type Refusal = NonNullable<SimulatedCall['refused']>[string]

/** A call as it is filled in. */
export interface CallValues {
  readonly kind: CallerKind
  readonly caller: string
  readonly called: string
  /** As the browser's field writes it, in its time zone. */
  readonly at: string
  readonly keys: string
  /** By block: why nobody takes the call there. */
  readonly refused: Readonly<Record<string, Refusal>>
  /** By block: what the server that is asked answers. */
  readonly lookups: Readonly<Record<string, string>>
  /** By block: the extension that signs in. */
  readonly agents: Readonly<Record<string, string>>
}

export function initialCall(called: string, now: Date): CallValues {
  return { kind: 'outside', caller: '+4930123456', called, at: localTime(now), keys: '', refused: {}, lookups: {}, agents: {} }
}

export function isComplete({ kind, caller, at, keys }: CallValues): boolean {
  return (kind === 'anonymous' || caller.trim() !== '') && at !== '' && areKeys(keys)
}

export function callOf(values: CallValues): SimulatedCall {
  const { kind, caller, called, at, keys, refused, lookups, agents } = values
  const given = Object.entries(lookups).filter(([, result]) => result !== '')
  const signing = Object.entries(agents).filter(([, number]) => number !== '')
  return {
    caller: kind === 'anonymous' ? 'anonymous' : caller.replaceAll(/[^\d+]/g, ''),
    internal: kind === 'inside',
    called: called.trim(),
    at: new Date(at).toISOString(),
    keys: keysOf(keys),
    refused,
    lookups: Object.fromEntries(given.map(([block, result]) => [block, { result }])),
    ...(signing.length === 0 ? {} : { agents: Object.fromEntries(signing) }),
  }
}

interface CallFormProps {
  readonly values: CallValues
  readonly change: (values: CallValues) => void
}

/** Who calls, when, and what is pressed. */
export function CallForm({ values, change }: CallFormProps) {
  const texts = useTexts(tryingTexts)
  const kinds: readonly CallerKind[] = ['outside', 'inside', 'anonymous']
  const choose = (chosen: string): void => {
    const kind = kinds.find((each) => each === chosen) ?? 'outside'
    change({ ...values, kind, caller: kind === 'inside' ? '10' : '+4930123456' })
  }
  return (
    <Stack gap="xs">
      <Fieldset legend={texts.who} p="xs">
        <SegmentedControl
          fullWidth
          size="xs"
          aria-label={texts.who}
          data={kinds.map((kind) => ({ value: kind, label: texts[kind] }))}
          value={values.kind}
          onChange={choose}
        />
        {values.kind === 'anonymous' ? null : (
          <TextInput
            mt="xs"
            label={texts.caller}
            type="tel"
            value={values.caller}
            onChange={(event) => change({ ...values, caller: event.currentTarget.value })}
          />
        )}
      </Fieldset>
      <TextInput
        label={texts.called}
        value={values.called}
        onChange={(event) => change({ ...values, called: event.currentTarget.value })}
      />
      <TextInput
        label={texts.at}
        type="datetime-local"
        value={values.at}
        onChange={(event) => change({ ...values, at: event.currentTarget.value })}
      />
      <TextInput
        label={texts.keys}
        description={texts.keysHint}
        value={values.keys}
        onChange={(event) => change({ ...values, keys: event.currentTarget.value })}
        error={areKeys(values.keys) ? undefined : texts.keysWrong}
      />
      <Circumstances values={values} change={change} />
    </Stack>
  )
}
