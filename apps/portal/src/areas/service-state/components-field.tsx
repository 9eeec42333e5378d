import { Checkbox, Stack } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTexts } from '../../shared/language.tsx'
import { serviceTexts } from '../../shared/service-levels/texts.ts'

export const COMPONENTS = ['signalling', 'calls', 'media', 'portal', 'upstream'] as const
export type Component = (typeof COMPONENTS)[number]

interface ComponentsFieldProps {
  readonly label: string
  readonly value?: Component[]
  readonly onChange?: (value: Component[]) => void
  readonly error?: ReactNode
}

/** Which components something is about. */
export function ComponentsField({ label, value, onChange, error }: ComponentsFieldProps) {
  const texts = useTexts(serviceTexts)
  const changed = (chosen: readonly string[]): void => onChange?.(COMPONENTS.filter((component) => chosen.includes(component)))
  return (
    <Checkbox.Group label={label} required value={value ?? []} onChange={changed} error={error}>
      <Stack gap="xs" mt="xs">
        {COMPONENTS.map((component) => (
          <Checkbox key={component} value={component} label={texts[component]} />
        ))}
      </Stack>
    </Checkbox.Group>
  )
}
