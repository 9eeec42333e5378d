import { ActionIcon } from '@mantine/core'
import { PhoneOutgoing } from 'lucide-react'
import { Link } from 'wouter'
import { usePhoneExtension } from '../../session/phone-extension.tsx'
import { useTexts } from '../language.tsx'
import { callTexts } from './call-texts.ts'

interface CallBackProps {
  readonly number: string
  /** Who it is, for those who do not see it. */
  readonly who: string
  /** What it is called: calling back, unless said otherwise. */
  readonly act?: 'callBack' | 'callNow'
}

/**
 * To the telephone in the browser or on the desk, which asks once more before it dials. Absent for who has no extension and may take none, and for callers without a
 * number; an administrator who has taken none is asked there which it shall be.
 */
export function CallBack({ number, who, act = 'callBack' }: CallBackProps) {
  const texts = useTexts(callTexts)
  const { extension, mayChoose } = usePhoneExtension()
  if ((extension === null && !mayChoose) || number === 'anonymous' || number === extension?.number) return null
  return (
    <ActionIcon component={Link} href={`~/phone?dial=${encodeURIComponent(number)}`} variant="light" aria-label={`${texts[act]}: ${who}`}>
      <PhoneOutgoing size={16} aria-hidden />
    </ActionIcon>
  )
}
