import { Button, Group, Modal, Text } from '@mantine/core'
import { createContext, type ReactNode, use, useCallback, useEffect, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import { useTexts } from './language.tsx'
import { sharedTexts } from './shared-texts.ts'

interface Question {
  /** The act, as a question: "Delete extension 12?" */
  readonly title: string
  /** What will be different afterwards, in words. */
  readonly consequence: ReactNode
  /** Names the act: "Delete", never "OK". */
  readonly act: string
}

type Ask = (question: Question) => Promise<boolean>

const ConfirmContext = createContext<Ask>(() => Promise.resolve(false))

/** Asks before what cannot be taken back. */
export function ConfirmProvider({ children }: { readonly children: ReactNode }) {
  const texts = useTexts(sharedTexts)
  const [question, setQuestion] = useState<Question>()
  const [isOpen, setOpen] = useState(false)
  const settle = useRef<(yes: boolean) => void>(() => undefined)
  const ask = useCallback<Ask>((asked) => {
    setQuestion(asked)
    setOpen(true)
    return new Promise((resolve) => {
      settle.current = resolve
    })
  }, [])
  const answer = useCallback((yes: boolean): void => {
    setOpen(false)
    settle.current(yes)
  }, [])
  const [path] = useLocation()
  // Whoever goes back in the browser's history leaves the question with its page.
  useEffect(() => {
    if (path !== '') answer(false)
  }, [path, answer])
  return (
    <ConfirmContext value={ask}>
      {children}
      <Modal
        opened={isOpen}
        onClose={() => answer(false)}
        title={question?.title}
        closeButtonProps={{ 'aria-label': texts.close }}
        centered
      >
        <Text component="div" size="sm">
          {question?.consequence}
        </Text>
        <Group justify="flex-end" mt="lg">
          <Button variant="default" onClick={() => answer(false)} data-autofocus>
            {texts.cancel}
          </Button>
          <Button color="red" onClick={() => answer(true)}>
            {question?.act}
          </Button>
        </Group>
      </Modal>
    </ConfirmContext>
  )
}

/** `if (await confirm({ title, consequence, act })) …` */
export function useConfirm(): Ask {
  return use(ConfirmContext)
}
