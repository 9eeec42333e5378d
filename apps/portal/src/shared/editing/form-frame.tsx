import { Button, Fieldset, Group, Text } from '@mantine/core'
import type { FormEventHandler, ReactNode } from 'react'
import { Link } from 'wouter'
import { useMayChange } from '../../session/may-change.tsx'
import { useTexts } from '../language.tsx'
import { sharedTexts } from '../shared-texts.ts'
import { Conflict, type EditConflict } from './conflict.tsx'
import { editingTexts } from './editing-texts.ts'

interface FormFrameProps {
  /** `create` has a way back to the list. */
  readonly act: 'create' | 'save'
  readonly submit: {
    readonly isBusy: boolean
    readonly onSubmit: FormEventHandler<HTMLFormElement>
    readonly conflict?: EditConflict | undefined
  }
  /** Where a form that creates leads back to; absent: the list of the area. */
  readonly back?: string
  readonly children: ReactNode
}

/** A form with the button that sends it; only to be looked at for who may not change it. */
export function FormFrame({ act, submit, back = '/', children }: FormFrameProps) {
  const texts = useTexts(sharedTexts)
  const editing = useTexts(editingTexts)
  const mayChange = useMayChange()
  return (
    <form onSubmit={submit.onSubmit} noValidate>
      {mayChange ? null : (
        <Text size="sm" c="dimmed" mb="sm">
          {editing.readOnly}
        </Text>
      )}
      <Fieldset variant="unstyled" disabled={!mayChange}>
        {children}
      </Fieldset>
      {submit.conflict === undefined ? null : <Conflict conflict={submit.conflict} />}
      {mayChange ? (
        <Group mt="lg">
          <Button type="submit" loading={submit.isBusy}>
            {texts[act]}
          </Button>
          {act === 'save' ? null : (
            <Button component={Link} href={back} variant="default">
              {texts.cancel}
            </Button>
          )}
        </Group>
      ) : null}
    </form>
  )
}
