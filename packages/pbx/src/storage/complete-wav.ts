import { open } from 'node:fs/promises'
import { buildWavHeader, parseWav, WAV_HEADER_READ_OCTETS } from '@klinke/rtp'

/** Writes the length into the header of a WAV file, which a crash has left open; gives the duration in milliseconds, 0 for what is no sound. */
export async function completeWav(path: string, octets: number): Promise<number> {
  await using file = await open(path, 'r+')
  const start = new Uint8Array(WAV_HEADER_READ_OCTETS)
  const { bytesRead } = await file.read(start, 0, start.length, 0)
  const parsed = parseWav(start.subarray(0, bytesRead), octets)
  if (!parsed.ok) return 0
  const { channels, sampleRateHz, dataOctets } = parsed.value
  await file.write(buildWavHeader({ channels, sampleRateHz }, dataOctets), 0)
  return Math.round((dataOctets * 1000) / (2 * channels * sampleRateHz))
}
