import { Button, Checkbox, Group, Stack, Textarea } from '@mantine/core'
import { useState } from 'react'
import type { Body } from '../../api/operation.ts'
import { useChange, useRefresh } from '../../api/queries.ts'
import { useMayChange } from '../../session/may-change.tsx'
import { AddLink } from '../../shared/editing/add-link.tsx'
import { useTexts } from '../../shared/language.tsx'
import { useNotices } from '../../shared/notices.tsx'
import { Section } from '../../shared/section.tsx'
import { Files } from './files.tsx'
import { ticketTexts } from './texts.ts'
import { REFRESHED, type Ticket } from './ticket.ts'

type Step = Body<'POST /tickets/{ticketId}/steps'>

/** Answering, and the steps that can be made now, with what is said along. */
export function Say({ ticket, isOperator }: { readonly ticket: Ticket; readonly isOperator: boolean }) {
  const texts = useTexts(ticketTexts)
  const mayChange = useMayChange()
  const { done, failed } = useNotices()
  const [text, setText] = useState('')
  const [internal, setInternal] = useState(false)
  const [files, setFiles] = useState<readonly File[]>([])
  // What was said while a file of it failed: the rest goes there, and nothing is said twice.
  const [unfinished, setUnfinished] = useState<string>()
  const say = useChange('POST /tickets/{ticketId}/entries', REFRESHED)
  const attach = useChange('POST /tickets/{ticketId}/entries/{entryId}/attachments', REFRESHED)
  const make = useChange('POST /tickets/{ticketId}/steps', REFRESHED)
  const refresh = useRefresh()
  if (!mayChange) return null
  if (ticket.state === 'closed' && ticket.steps.length === 0 && !isOperator) return <ClosedForGood />
  const said = text.trim()
  const path = { ticketId: ticket.id }
  // What was possible when the page was read may be over: it is read again.
  const refused = (error: unknown): void => {
    failed(error)
    void refresh(...REFRESHED.refreshes)
  }
  const over = (work: Promise<unknown>, notice: string): void =>
    void work.then(() => {
      setText('')
      setInternal(false)
      setFiles([])
      setUnfinished(undefined)
      done(notice)
    }, refused)
  const step = (body: Step): void => over(make.mutateAsync([{ path, body }]), texts.stepMade)
  const isClosed = ticket.state === 'closed'
  const hasRest = said === '' && !internal && unfinished !== undefined && files.length > 0
  const tell = async (): Promise<void> => {
    const entryId = hasRest ? unfinished : (await say.mutateAsync([{ path, body: { text: said, internal } }])).id
    setText('')
    if (internal) return
    setUnfinished(entryId)
    for (const file of files) {
      await attach.mutateAsync([
        {
          path: { ...path, entryId },
          query: { name: file.name.slice(0, 200) },
          body: new Blob([file], { type: 'application/octet-stream' }),
        },
      ])
      setFiles((left) => left.filter((each) => each !== file))
    }
  }
  return (
    <Section title={texts.answer} about={isOperator ? texts.answerAboutOperator : texts.answerAbout}>
      <Stack gap="sm">
        <Textarea
          label={texts.text}
          autosize
          minRows={3}
          maxLength={20_000}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        {isOperator ? (
          <Checkbox label={texts.internalNote} checked={internal} onChange={(event) => setInternal(event.currentTarget.checked)} />
        ) : null}
        {isClosed || internal ? null : <Files files={files} choose={setFiles} />}
        <Group>
          {isClosed && !internal ? null : (
            <Button
              disabled={said === '' && !hasRest}
              loading={say.isPending || attach.isPending}
              onClick={() => over(tell(), internal ? texts.noted : texts.sent)}
            >
              {internal ? texts.keepNote : texts.send}
            </Button>
          )}
          {internal ? null : <Steps ticket={ticket} said={said} isBusy={make.isPending} step={step} />}
        </Group>
      </Stack>
    </Section>
  )
}

/** Customers reopen a ticket for some days only. */
function ClosedForGood() {
  const texts = useTexts(ticketTexts)
  return (
    <Section title={texts.answer} about={texts.closedForGood}>
      <Group>
        <AddLink>{texts.add}</AddLink>
      </Group>
    </Section>
  )
}

interface StepsProps {
  readonly ticket: Ticket
  readonly said: string
  readonly isBusy: boolean
  readonly step: (body: Step) => void
}

function Steps({ ticket: { steps }, said, isBusy, step }: StepsProps) {
  const texts = useTexts(ticketTexts)
  const pause = (reason: 'data-incomplete' | 'waiting-for-customer') => (
    <Button
      key={reason}
      variant="default"
      disabled={said === ''}
      loading={isBusy}
      onClick={() => step({ step: 'pause', reason, text: said })}
    >
      {texts[`pause-${reason}`]}
    </Button>
  )
  return (
    <>
      {steps.includes('pause') ? [pause('waiting-for-customer'), pause('data-incomplete')] : null}
      {(['resume', 'resolve', 'close', 'reopen'] as const)
        .filter((each) => steps.includes(each))
        .map((each) => (
          <Button key={each} variant="default" loading={isBusy} onClick={() => step({ step: each, text: said })}>
            {texts[`do-${each}`]}
          </Button>
        ))}
    </>
  )
}
