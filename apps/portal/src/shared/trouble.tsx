import { Alert, Button, Text } from '@mantine/core'
import { TriangleAlert } from 'lucide-react'
import { Problem } from '../api/problem.ts'
import { useLanguage, useTexts } from './language.tsx'
import { problemHint, problemTitle } from './problem-texts.ts'
import { sharedTexts } from './shared-texts.ts'

/** Any error as the problem that pages show. */
export function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error
  return new Problem('portal-fault', 0, { detail: error instanceof Error ? error.message : String(error) })
}

/** Says what went wrong and what to do, with a button to try again where that may help. */
export function Trouble({ error, retry }: { readonly error: unknown; readonly retry?: () => void }) {
  const { language } = useLanguage()
  const texts = useTexts(sharedTexts)
  const problem = asProblem(error)
  return (
    <Alert color="red" role="alert" icon={<TriangleAlert aria-hidden />} title={problemTitle(problem, language)}>
      <Text size="sm">{problemHint(problem, language)}</Text>
      {retry === undefined ? null : (
        <Button mt="sm" size="xs" variant="default" onClick={retry}>
          {texts.retry}
        </Button>
      )}
    </Alert>
  )
}
