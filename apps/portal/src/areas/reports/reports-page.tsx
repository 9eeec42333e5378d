import { Users } from 'lucide-react'
import { useState } from 'react'
import { useCustomer } from '../../session/customer.tsx'
import { EmptyState } from '../../shared/empty-state.tsx'
import { useTexts } from '../../shared/language.tsx'
import { Page } from '../../shared/page.tsx'
import { CallsByExtension, CallsByTime, CallsOfExtension } from './call-reports.tsx'
import { type Choice, Choices, daysProblem, INITIAL } from './choices.tsx'
import { CallsByQueue, WaitsByTime, WrapUpByExtension } from './queue-reports.tsx'
import { dayHere, daysOf } from './span.ts'
import { reportTexts } from './texts.ts'

/** ACD-04: calls and queues in figures, for the days that somebody chooses. */
export default function ReportsPage() {
  const texts = useTexts(reportTexts)
  const [choice, setChoice] = useState<Choice>(() => ({ ...INITIAL, ...(daysOf(INITIAL.span, dayHere(new Date())) ?? INITIAL) }))
  return (
    <Page title={texts.title} about={texts.about}>
      <Choices choice={choice} change={(changed) => setChoice((before) => ({ ...before, ...changed }))} />
      {daysProblem(choice) === undefined ? <Chosen choice={choice} /> : null}
    </Page>
  )
}

function Chosen({ choice }: { readonly choice: Choice }) {
  const texts = useTexts(reportTexts)
  const { report, from, to, per, direction, queueId, extensionId } = choice
  const range = { ...useCustomer(), from, to }
  const ofQueue = { ...range, ...(queueId === null ? {} : { queueId }) }
  switch (report) {
    case 'calls-by-extension':
      return <CallsByExtension query={range} />
    case 'calls-by-time':
      return <CallsByTime query={{ ...range, per, ...(direction === null ? {} : { direction }) }} />
    case 'calls-of-extension':
      if (extensionId === null) return <EmptyState icon={Users} title={texts.chooseTitle} text={texts.chooseText} />
      return <CallsOfExtension query={{ ...range, extensionId }} />
    case 'calls-by-queue':
      return <CallsByQueue query={range} />
    case 'waits-by-time':
      return <WaitsByTime query={{ ...ofQueue, per }} />
    case 'wrap-up-by-extension':
      return <WrapUpByExtension query={ofQueue} />
  }
}
