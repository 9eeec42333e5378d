import { ActionIcon, Alert, Button, Group, Stack, Text, Title } from '@mantine/core'
import { ChevronLeft, ChevronRight, Pause, Play } from 'lucide-react'
import { useEffect, useState } from 'react'
import { DestinationName } from '../../../shared/destinations/destination-name.tsx'
import { useLanguage, useTexts } from '../../../shared/language.tsx'
import { useEditor } from '../editor/editor-context.tsx'
import type { Simulation } from '../graph/flow.ts'
import { numbered } from '../numbered.ts'
import classes from './trying.module.css'
import { tryingTexts } from './trying-texts.ts'
import { passedUntil } from './way.ts'

/** How long one step of a way is shown while it plays by itself. */
const STEP_MS = 900

/** A tried call step by step: in words here, and lit up in the drawing. */
export function WayOfCall({ simulation, clear }: { readonly simulation: Simulation; readonly clear: () => void }) {
  const texts = useTexts(tryingTexts)
  const { language } = useLanguage()
  const last = simulation.path.length - 1
  const [step, setStep] = useSteps(simulation, last)
  useLight(simulation, step)
  return (
    <section aria-label={texts.way}>
      <Stack gap="xs">
        <Group justify="space-between">
          <Title order={3} size="h5">
            {texts.way}
          </Title>
          <Steps step={step} last={last} go={setStep} />
        </Group>
        <ol className={classes.way} aria-live="polite">
          {numbered(simulation.path).map(([key, { text }], index) => (
            <li key={key} data-now={index === step} data-later={index > step}>
              <button type="button" onClick={() => setStep(index)} aria-current={index === step ? 'step' : undefined}>
                {text[language]}
              </button>
            </li>
          ))}
        </ol>
        <End simulation={simulation} />
        <Button variant="default" size="xs" onClick={clear}>
          {texts.clear}
        </Button>
      </Stack>
    </section>
  )
}

/** A new way begins at its end, all of it lit. */
function useSteps(simulation: Simulation, last: number): readonly [number, (step: number) => void] {
  const [at, setAt] = useState({ simulation, step: last })
  const step = at.simulation === simulation ? at.step : last
  return [step, (next) => setAt({ simulation, step: Math.min(last, Math.max(0, next)) })]
}

function useLight(simulation: Simulation, step: number): void {
  const { draft, flow, cover } = useEditor()
  const { graph } = draft
  useEffect(() => {
    const here = simulation.path[step]
    const at = here?.flowId === flow.id ? here.block : ''
    cover({ passed: passedUntil(simulation, flow.id, step, graph), ...(at === '' ? {} : { at }) })
    return () => cover({})
  }, [simulation, step, flow.id, graph, cover])
}

interface StepsProps {
  readonly step: number
  readonly last: number
  readonly go: (step: number) => void
}

function Steps({ step, last, go }: StepsProps) {
  const texts = useTexts(tryingTexts)
  const [isPlaying, setPlaying] = useState(false)
  useEffect(() => {
    if (!isPlaying) return
    if (step >= last) return setPlaying(false)
    const timer = setTimeout(() => go(step + 1), STEP_MS)
    return () => clearTimeout(timer)
  })
  const play = (): void => {
    if (step >= last) go(0)
    setPlaying(!isPlaying)
  }
  return (
    <Group gap={4}>
      <Text size="xs" c="dimmed">
        {texts.stepOf(step + 1, last + 1)}
      </Text>
      <ActionIcon variant="default" aria-label={texts.back} disabled={step === 0} onClick={() => go(step - 1)}>
        <ChevronLeft size={16} aria-hidden />
      </ActionIcon>
      <ActionIcon variant="default" aria-label={isPlaying ? texts.stop : texts.play} onClick={play}>
        {isPlaying ? <Pause size={16} aria-hidden /> : <Play size={16} aria-hidden />}
      </ActionIcon>
      <ActionIcon variant="default" aria-label={texts.forward} disabled={step >= last} onClick={() => go(step + 1)}>
        <ChevronRight size={16} aria-hidden />
      </ActionIcon>
    </Group>
  )
}

function End({ simulation: { end } }: { readonly simulation: Simulation }) {
  return (
    <Alert color={end.kind === 'led' ? 'teal' : end.kind === 'hung-up' ? 'gray' : 'red'} p="xs">
      <EndInWords kind={end.kind} to={end.to} />
    </Alert>
  )
}

/** Where a call ends, in words. */
export function EndInWords({ kind, to }: { readonly kind: Simulation['end']['kind']; readonly to: Simulation['end']['to'] | undefined }) {
  const texts = useTexts(tryingTexts)
  if (kind !== 'led' || to === undefined) return texts[kind]
  return (
    <>
      {texts.led}: <DestinationName destination={to} />
    </>
  )
}
