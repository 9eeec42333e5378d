/** Zero crossings of the sinc on each side: with the window below, the passband ends at 0.45 and the stopband begins at 0.55 of the lower rate. */
export const CROSSINGS = 18
/** Kaiser window for 60 dB of attenuation: β = 0.1102 (A − 8.7) (Kaiser 1974). */
const KAISER_BETA = 5.65

/**
 * A linear-phase low pass for a ratio of rates: windowed sinc, `2 · CROSSINGS · ratio + 1` coefficients at the higher rate, sum `gain`. Its zeros lie on
 * the samples of the lower rate (a Nyquist filter), so an interpolation keeps the given samples as they are.
 */
export function lowPass(ratio: number, gain: number): Float64Array {
  const middle = CROSSINGS * ratio
  const taps = Float64Array.from({ length: 2 * middle + 1 }, (_, at) => {
    const crossings = (at - middle) / ratio
    const sinc = at === middle ? 1 : Number.isInteger(crossings) ? 0 : Math.sin(Math.PI * crossings) / (Math.PI * crossings)
    return sinc * (bessel0(KAISER_BETA * Math.sqrt(1 - (crossings / CROSSINGS) ** 2)) / bessel0(KAISER_BETA))
  })
  const sum = taps.reduce((all, tap) => all + tap, 0)
  return taps.map((tap) => (tap * gain) / sum)
}

/** Modified Bessel function of the first kind, order 0, by its series. */
function bessel0(x: number): number {
  let term = 1
  let sum = 1
  for (let k = 1; term > 1e-12 * sum; k++) {
    term *= (x / (2 * k)) ** 2
    sum += term
  }
  return sum
}
