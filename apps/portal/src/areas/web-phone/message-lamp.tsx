import { Badge } from '@mantine/core'
import { Voicemail } from 'lucide-react'
import { useAnswer } from '../../api/queries.ts'
import { usePhoneExtension } from '../../session/phone-extension.tsx'
import { useTexts } from '../../shared/language.tsx'
import { webPhoneTexts } from './texts.ts'

const AGAIN_MS = 30_000

/** Lit while new messages wait in the mailbox of the extension that this phone is of. */
export function MessageLamp() {
  const { extension } = usePhoneExtension()
  return extension === null ? null : <Lamp extensionId={extension.id} />
}

function Lamp({ extensionId }: { readonly extensionId: string }) {
  const texts = useTexts(webPhoneTexts)
  // An extension without a mailbox has none: the answer is 404, and the lamp is off.
  const { data } = useAnswer(
    'GET /extensions/{extensionId}/mailbox/messages',
    [{ path: { extensionId }, query: { state: 'new', limit: 200 } }],
    { everyMs: AGAIN_MS },
  )
  const count = data?.items.length ?? 0
  if (count === 0) return null
  return (
    <Badge color="red" size="lg" tt="none" leftSection={<Voicemail size={14} aria-hidden />}>
      {texts.newMessages(count)}
    </Badge>
  )
}
