import { useTexts } from '../../shared/language.tsx'
import { Page } from '../../shared/page.tsx'
import { HoldMusic } from './hold-music.tsx'
import { Prompts } from './prompts.tsx'
import { soundTexts } from './texts.ts'

export default function SoundsPage() {
  const texts = useTexts(soundTexts)
  return (
    <Page title={texts.title} about={texts.about}>
      <HoldMusic />
      <Prompts />
    </Page>
  )
}
