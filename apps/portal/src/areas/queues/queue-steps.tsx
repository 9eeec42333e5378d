import { Button, Group, Stepper } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useState } from 'react'
import { useTexts } from '../../shared/language.tsx'
import { AgentsStep, type QueueForm } from './agents-step.tsx'
import { ElsewhereStep } from './elsewhere-step.tsx'
import { HearsStep } from './hears-step.tsx'
import { LimitsStep } from './limits-step.tsx'
import { queueTexts } from './texts.ts'

const STEPS = ['agents', 'hears', 'limits', 'elsewhere'] as const
const PAGES = [AgentsStep, HearsStep, LimitsStep, ElsewhereStep] as const

/** The settings of a queue in four steps; any may be opened, and all are sent together. */
export function QueueSteps({ form }: { readonly form: QueueForm }) {
  const texts = useTexts(queueTexts)
  const [step, setStep] = useState(0)
  const isPhone = useMediaQuery('(max-width: 48em)') ?? false
  const Shown = PAGES[step] ?? AgentsStep
  return (
    <>
      <Stepper active={step} onStepClick={setStep} size="sm" mb="lg" orientation={isPhone ? 'vertical' : 'horizontal'}>
        {STEPS.map((each) => (
          <Stepper.Step key={each} label={texts[each]} />
        ))}
      </Stepper>
      <Shown form={form} />
      <Group mt="lg">
        <Button variant="default" disabled={step === 0} onClick={() => setStep(step - 1)}>
          {texts.previous}
        </Button>
        <Button variant="default" disabled={step === STEPS.length - 1} onClick={() => setStep(step + 1)}>
          {texts.next}
        </Button>
      </Group>
    </>
  )
}
