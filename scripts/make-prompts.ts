/**
 * Makes the recordings of all prompts and the music on hold from their texts: `node scripts/make-prompts.ts`. Needs espeak-ng (Debian); the files
 * are kept in the repository, so that nothing else does. `node scripts/make-prompts.ts <id> …` makes some of them only.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isSentence, type PromptId, promptText, recordedPrompts } from '../packages/pbx/src/prompts/catalogue.ts'
import { normalise, trim } from '../packages/pbx/src/sounds/normalise.ts'
import { readWav } from '../packages/pbx/src/sounds/read-wav.ts'
import { resample } from '../packages/pbx/src/sounds/resample.ts'
import { type Sound, soundToWav } from '../packages/pbx/src/sounds/sound.ts'
import { holdMusic } from './hold-music.ts'

const RATE_HZ = 8000
const VOICES = { de: ['-v', 'de', '-s', '172'], en: ['-v', 'en-gb', '-s', '176'] } as const
const audio = join(import.meta.dirname, '../packages/pbx/src/prompts/audio')
const folder = mkdtempSync(join(tmpdir(), 'klinke-prompts-'))

function speak(text: string, language: 'de' | 'en'): Sound {
  const file = join(folder, 'spoken.wav')
  const { status } = spawnSync('espeak-ng', [...VOICES[language], '-w', file, '--', text], { stdio: 'inherit' })
  const sound = readWav(readFileSync(file))
  if (status !== 0 || !sound.ok) throw new Error(`espeak-ng could not say "${text}". Install it: apt-get install espeak-ng`)
  return sound.value
}

/** Words follow each other closely, sentences with a breath. */
function prompt(id: PromptId, text: string, language: 'de' | 'en'): Uint8Array {
  const [lead, tail] = isSentence(id) ? [0.04, 0.14] : [0.02, 0.06]
  return soundToWav(normalise(trim(resample(speak(text, language), RATE_HZ), lead, tail)))
}

const wanted = new Set(process.argv.slice(2))
for (const language of ['de', 'en'] as const) {
  mkdirSync(join(audio, language), { recursive: true })
  for (const id of recordedPrompts(language)) {
    if (wanted.size > 0 && !wanted.has(id)) continue
    writeFileSync(join(audio, language, `${id}.wav`), prompt(id, promptText(id, language), language))
  }
}
if (wanted.size === 0 || wanted.has('hold-music'))
  writeFileSync(join(audio, 'hold-music.wav'), soundToWav(normalise(holdMusic(RATE_HZ), -22)))
rmSync(folder, { recursive: true })
