/** Randomness as an argument: cryptographic in production (`platform`), seeded in simulation. */
export interface Random {
  /** A uniformly distributed unsigned 32-bit integer. */
  uint32(): number
}

/**
 * A repeatable generator (sfc32) for simulations. Not for secrets.
 */
export function seededRandom(seed: number): Random {
  let a = 0x9e3779b9 ^ seed
  let b = 0x243f6a88 ^ (seed * 31)
  let c = 0xb7e15162
  let counter = 1
  const uint32 = (): number => {
    const sum = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (c << 21) | (c >>> 11)
    c = (c + sum) | 0
    return sum >>> 0
  }
  for (let warmUp = 0; warmUp < 12; warmUp++) uint32()
  return { uint32 }
}

/** A number in [0, 1). */
export function uniform(random: Random): number {
  return random.uint32() / 0x1_0000_0000
}

/** An integer in [0, bound). */
export function below(random: Random, bound: number): number {
  return Math.floor(uniform(random) * bound)
}

const ALPHABET = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_-'

/** An identifier of `length` URL-safe characters, six random bits each. */
export function token(random: Random, length: number): string {
  let out = ''
  let pool = 0
  let bits = 0
  for (let i = 0; i < length; i++) {
    if (bits < 6) {
      pool = random.uint32()
      bits = 30
    }
    out += ALPHABET[pool & 63]
    pool >>>= 6
    bits -= 6
  }
  return out
}
