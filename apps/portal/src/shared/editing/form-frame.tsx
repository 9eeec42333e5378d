import { Button, Group } from '@mantine/core'
import type { FormEventHandler, ReactNode } from 'react'
import { Link } from 'wouter'
import { useTexts } from '../language.tsx'
import { sharedTexts } from '../shared-texts.ts'

interface FormFrameProps {
  /** `create` has a way back to the list. */
  readonly act: 'create' | 'save'
  readonly submit: { readonly isBusy: boolean; readonly onSubmit: FormEventHandler<HTMLFormElement> }
  readonly children: ReactNode
}

/** A form with the button that sends it. */
export function FormFrame({ act, submit, children }: FormFrameProps) {
  const texts = useTexts(sharedTexts)
  return (
    <form onSubmit={submit.onSubmit} noValidate>
      {children}
      <Group mt="lg">
        <Button type="submit" loading={submit.isBusy}>
          {texts[act]}
        </Button>
        {act === 'save' ? null : (
          <Button component={Link} href="/" variant="default">
            {texts.cancel}
          </Button>
        )}
      </Group>
    </form>
  )
}
