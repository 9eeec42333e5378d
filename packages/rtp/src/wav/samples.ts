/** Samples of a WAV file: 16 bits, little-endian; two channels take turns. None of these functions allocates. */

/** Octets to mono samples: two channels become their mean. Converts as many frames as both have room for; gives that number. */
export function readSamples(octets: Uint8Array, channels: 1 | 2, samples: Int16Array): number {
  const count = Math.min(Math.floor(octets.length / (2 * channels)), samples.length)
  if (channels === 1) for (let i = 0; i < count; i++) samples[i] = sampleAt(octets, 2 * i)
  else for (let i = 0; i < count; i++) samples[i] = (sampleAt(octets, 4 * i) + sampleAt(octets, 4 * i + 2)) >> 1
  return count
}

/** Mono samples to octets; gives the number of octets. `octets` must have room. */
export function writeSamples(samples: Int16Array, octets: Uint8Array): number {
  for (let i = 0; i < samples.length; i++) writeSample(octets, 2 * i, samples[i] ?? 0)
  return 2 * samples.length
}

/** Two channels to octets, as many frames as the shorter one has; gives the number of octets. `octets` must have room. */
export function writeStereoSamples(left: Int16Array, right: Int16Array, octets: Uint8Array): number {
  const count = Math.min(left.length, right.length)
  for (let i = 0; i < count; i++) {
    writeSample(octets, 4 * i, left[i] ?? 0)
    writeSample(octets, 4 * i + 2, right[i] ?? 0)
  }
  return 4 * count
}

function sampleAt(octets: Uint8Array, at: number): number {
  return (((octets[at + 1] ?? 0) << 24) >> 16) | (octets[at] ?? 0)
}

function writeSample(octets: Uint8Array, at: number, sample: number): void {
  octets[at] = sample
  octets[at + 1] = sample >> 8
}
