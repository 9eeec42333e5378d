import { TagsInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { e164Of } from './phone-number.ts'
import { readableNumbers } from './readable-numbers.ts'

interface NumbersInputProps {
  readonly label: string
  readonly description?: string
  /** In E.164, the beginning of numbers (`+49221*`), or internal ones. */
  readonly value: readonly string[]
  readonly onChange: (numbers: string[]) => void
  readonly error?: ReactNode
}

/** Several numbers, written as people write them and shown as people read them. */
export function NumbersInput({ value, onChange, ...shown }: NumbersInputProps) {
  return <TagsInput {...shown} value={value.map(readableNumbers)} onChange={(written) => onChange([...new Set(written.map(e164Of))])} />
}
