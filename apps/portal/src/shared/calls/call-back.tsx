import { ActionIcon } from '@mantine/core'
import { PhoneOutgoing } from 'lucide-react'
import { Link } from 'wouter'
import { useSession } from '../../session/session-context.tsx'
import { useTexts } from '../language.tsx'
import { callTexts } from './call-texts.ts'

interface CallBackProps {
  readonly number: string
  /** Who it is, for those who do not see it. */
  readonly who: string
}

/** To the telephone in the browser, which asks once more before it dials. Absent for who has no extension, and for callers without a number. */
export function CallBack({ number, who }: CallBackProps) {
  const texts = useTexts(callTexts)
  const { extension } = useSession()
  if (extension === null || number === 'anonymous' || number === extension.number) return null
  return (
    <ActionIcon
      component={Link}
      href={`~/phone?dial=${encodeURIComponent(number)}`}
      variant="light"
      aria-label={`${texts.callBack}: ${who}`}
    >
      <PhoneOutgoing size={16} aria-hidden />
    </ActionIcon>
  )
}
