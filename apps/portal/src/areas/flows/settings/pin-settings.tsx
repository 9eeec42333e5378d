import { Button, Stack } from '@mantine/core'
import { TargetSelect } from '../../../shared/destinations/target-select.tsx'
import { useTexts } from '../../../shared/language.tsx'
import type { BlockOf } from '../graph/flow.ts'
import { numbered } from '../numbered.ts'
import type { SettingsProps } from './block-settings.tsx'
import { DestinationSetting, EntryBox, ValidText, withEntry } from './fields.tsx'
import { QuestionSettings } from './question-settings.tsx'
import { settingsTexts } from './settings-texts.ts'

const PIN_DIGITS = 5
const GOOD_FOR_DAYS = 30
const DAY_MS = 86_400_000

type NumberEntry = BlockOf<'number-pin'>['entries'][number]
type DatedEntry = BlockOf<'dated-pin'>['entries'][number]

/** PINs that lead to extensions. */
export function NumberPinSettings({ block, change }: SettingsProps<'number-pin'>) {
  const texts = useTexts(settingsTexts)
  const set = (entries: readonly NumberEntry[]): void => change({ ...block, entries })
  const add = (targetId: string | null): void => {
    if (targetId !== null) set([...block.entries, { pin: freshPin(block.entries), to: { kind: 'extension', targetId } }])
  }
  return (
    <>
      <QuestionSettings block={block} change={change} />
      {numbered(block.entries).map(([key, entry], index) => (
        <EntryBox key={key} number={index + 1} remove={() => set(withEntry(block.entries, index))}>
          <PinField
            pin={entry.pin}
            digits={/^\d{1,10}$/}
            wrong={texts.pinWrong}
            change={(pin) => set(withEntry(block.entries, index, { ...entry, pin }))}
          />
          <TargetSelect
            kind="extension"
            label={texts.to}
            value={entry.to.targetId}
            onChange={(targetId) =>
              targetId === null ? undefined : set(withEntry(block.entries, index, { ...entry, to: { kind: 'extension', targetId } }))
            }
          />
        </EntryBox>
      ))}
      <TargetSelect key={block.entries.length} kind="extension" label={texts.addPinFor} value={null} onChange={add} />
    </>
  )
}

/** PINs of five digits that are good until a day. */
export function DatedPinSettings({ block, change }: SettingsProps<'dated-pin'>) {
  const texts = useTexts(settingsTexts)
  const set = (entries: readonly DatedEntry[]): void => change({ ...block, entries })
  const add = (): void =>
    set([...block.entries, { pin: freshPin(block.entries), validUntil: dayIn(GOOD_FOR_DAYS), to: { kind: 'operator' } }])
  return (
    <>
      <QuestionSettings block={block} change={change} />
      {numbered(block.entries).map(([key, entry], index) => (
        <EntryBox key={key} number={index + 1} remove={() => set(withEntry(block.entries, index))}>
          <Stack gap={4}>
            <PinField
              pin={entry.pin}
              digits={/^\d{5}$/}
              wrong={texts.datedPinWrong}
              change={(pin) => set(withEntry(block.entries, index, { ...entry, pin }))}
            />
            <ValidText
              label={texts.validUntil}
              type="date"
              value={entry.validUntil}
              onChange={(validUntil) => set(withEntry(block.entries, index, { ...entry, validUntil }))}
              problem={(text) => (text === '' ? texts.validUntil : undefined)}
            />
            <DestinationSetting
              label={texts.to}
              value={entry.to}
              onChange={(to) => set(withEntry(block.entries, index, { ...entry, to }))}
            />
          </Stack>
        </EntryBox>
      ))}
      <Button variant="default" size="xs" onClick={add}>
        {texts.addPin}
      </Button>
    </>
  )
}

interface PinFieldProps {
  readonly pin: string
  readonly digits: RegExp
  readonly wrong: string
  readonly change: (pin: string) => void
}

function PinField({ pin, digits, wrong, change }: PinFieldProps) {
  const texts = useTexts(settingsTexts)
  return (
    <ValidText
      label={texts.pin}
      value={pin}
      onChange={change}
      problem={(text) => (digits.test(text) ? undefined : wrong)}
      maxLength={10}
      inputMode="numeric"
    />
  )
}

/** A PIN that nobody guesses, and no entry has. */
function freshPin(entries: readonly { readonly pin: string }[]): string {
  for (;;) {
    const [value = 0] = crypto.getRandomValues(new Uint32Array(1))
    const pin = String(value % 10 ** PIN_DIGITS).padStart(PIN_DIGITS, '0')
    if (!entries.some((entry) => entry.pin === pin)) return pin
  }
}

function dayIn(days: number): string {
  return new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10)
}
