import { ActionIcon, Button, Fieldset, Group, NumberInput, Stack, Switch, Text, Title } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { Plus, Trash2 } from 'lucide-react'
import type { DestinationKind } from '../destinations/destination.ts'
import { DestinationField } from '../destinations/destination-field.tsx'
import { useTexts } from '../language.tsx'
import { callSettingsTexts } from './call-settings-texts.ts'
import { newParty, type PartyDraft, type SettingsValues } from './settings.ts'

interface PartiesProps {
  readonly form: UseFormReturnType<SettingsValues>
  /** Rung together with the own phones, or one after the other. */
  readonly list: 'alsoRing' | 'followMe'
}

const KINDS: readonly DestinationKind[] = ['extension', 'external']

/** Who rings besides the own phones. */
export function Parties({ form, list }: PartiesProps) {
  const texts = useTexts(callSettingsTexts)
  return (
    <Stack>
      <div>
        <Title order={2} size="h4">
          {texts[list]}
        </Title>
        <Text size="sm" c="dimmed">
          {texts[`${list}Hint`]}
        </Text>
      </div>
      {form.values[list].map((party, index) => (
        <PartyFields key={party.key} form={form} list={list} party={party} index={index} />
      ))}
      <Button
        variant="default"
        leftSection={<Plus size={16} aria-hidden />}
        aria-label={`${texts[list]}: ${texts.addParty}`}
        onClick={() => form.insertListItem(list, newParty())}
        style={{ alignSelf: 'flex-start' }}
      >
        {texts.addParty}
      </Button>
    </Stack>
  )
}

interface PartyFieldsProps extends PartiesProps {
  readonly party: PartyDraft
  readonly index: number
}

function PartyFields({ form, list, party, index }: PartyFieldsProps) {
  const texts = useTexts(callSettingsTexts)
  const path = `${list}.${index}`
  return (
    <Fieldset legend={texts.partyNumbered(index + 1)}>
      <Stack gap="sm">
        <DestinationField
          label={texts.party}
          kinds={KINDS}
          value={party.to}
          onChange={(to) => form.setFieldValue(`${path}.to`, to)}
          error={form.errors[`${path}.to`]}
        />
        {party.to?.kind === 'external' ? (
          <Switch label={texts.confirm} {...form.getInputProps(`${path}.confirm`, { type: 'checkbox' })} />
        ) : null}
        <Group justify="space-between" align="flex-end">
          {list === 'followMe' ? (
            <NumberInput label={texts.seconds} min={5} max={180} hideControls {...form.getInputProps(`${path}.seconds`)} />
          ) : (
            <span />
          )}
          <ActionIcon
            variant="default"
            aria-label={`${texts.remove}: ${texts[list]} ${texts.partyNumbered(index + 1)}`}
            onClick={() => form.removeListItem(list, index)}
          >
            <Trash2 size={16} aria-hidden />
          </ActionIcon>
        </Group>
      </Stack>
    </Fieldset>
  )
}
