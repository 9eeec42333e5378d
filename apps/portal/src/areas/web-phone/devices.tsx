import { Button, Paper, Progress, Select, Stack, Switch, Title } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTexts } from '../../shared/language.tsx'
import type { PhoneSettings } from './engine/phone-settings.ts'
import { voiceOf } from './engine/sounds.ts'
import { usePhoneDesk } from './phone-context.tsx'
import { webPhoneTexts } from './texts.ts'

const CHOICES = [
  { setting: 'microphone', kind: 'audioinput' },
  { setting: 'speaker', kind: 'audiooutput' },
  { setting: 'ringer', kind: 'audiooutput' },
] as const

/** Which microphone, where one hears, and where it rings. */
export function Devices() {
  const texts = useTexts(webPhoneTexts)
  const { settings, change } = usePhoneDesk()
  const [isTesting, setTesting] = useState(false)
  const devices = useDevices(isTesting)
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="devices">
      <Stack gap="sm">
        <Title order={2} size="h4" id="devices">
          {texts.devices}
        </Title>
        {CHOICES.map(({ setting, kind }) => (
          <Select
            key={setting}
            label={texts[setting]}
            data={[{ value: '', label: texts.systemDevice }, ...devices.filter((device) => device.kind === kind).map(optionOf)]}
            value={settings[setting]}
            allowDeselect={false}
            onChange={(value) => change({ [setting]: value ?? '' })}
          />
        ))}
        <Switch
          label={texts.clearsVoice}
          checked={settings.clearsVoice}
          onChange={({ currentTarget }) => change({ clearsVoice: currentTarget.checked })}
        />
        <Button variant="default" onClick={() => setTesting(!isTesting)}>
          {isTesting ? texts.stopTest : texts.testMicrophone}
        </Button>
        {isTesting ? <Level settings={settings} /> : null}
      </Stack>
    </Paper>
  )
}

function optionOf({ deviceId, label }: MediaDeviceInfo) {
  return { value: deviceId, label: label === '' ? deviceId : label }
}

/** Names are told only after the microphone was allowed; until then there is little to choose. */
function useDevices(again: boolean): readonly MediaDeviceInfo[] {
  const [devices, setDevices] = useState<readonly MediaDeviceInfo[]>([])
  useEffect(() => {
    const look = async (): Promise<void> => {
      const found = await navigator.mediaDevices.enumerateDevices()
      setDevices(found.filter(({ deviceId }) => deviceId !== '' && (again || deviceId !== 'default')))
    }
    const changed = (): void => void look()
    changed()
    navigator.mediaDevices.addEventListener('devicechange', changed)
    return () => navigator.mediaDevices.removeEventListener('devicechange', changed)
  }, [again])
  return devices
}

const LOOK_EVERY_MS = 100
/** A voice near the microphone is about a quarter of full scale. */
const FULL = 0.25

/** What the microphone hears, as a bar. */
function Level({ settings }: { readonly settings: PhoneSettings }) {
  const texts = useTexts(webPhoneTexts)
  const [level, setLevel] = useState(0)
  useEffect(() => {
    let stop = (): void => undefined
    let isWanted = true
    navigator.mediaDevices.getUserMedia({ audio: voiceOf(settings) }).then(
      (stream) => {
        if (isWanted) stop = meter(stream, setLevel)
        else for (const track of stream.getTracks()) track.stop()
      },
      () => setLevel(0),
    )
    return () => {
      isWanted = false
      stop()
    }
  }, [settings])
  return <Progress value={Math.min(100, (level / FULL) * 100)} aria-label={texts.level} transitionDuration={LOOK_EVERY_MS} />
}

/** Tells the loudness (root mean square, 0 to 1) until it is stopped. */
function meter(stream: MediaStream, tell: (level: number) => void): () => void {
  const context = new AudioContext()
  const analyser = context.createAnalyser()
  context.createMediaStreamSource(stream).connect(analyser)
  const samples = new Float32Array(analyser.fftSize)
  const timer = setInterval(() => {
    analyser.getFloatTimeDomainData(samples)
    tell(Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length))
  }, LOOK_EVERY_MS)
  return () => {
    clearInterval(timer)
    for (const track of stream.getTracks()) track.stop()
    context.close().catch(() => undefined)
  }
}
