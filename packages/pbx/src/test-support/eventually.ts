import assert from 'node:assert/strict'

/** Waits until what calls read shows `seen`, with a deadline. */
export async function eventually(seen: () => boolean): Promise<void> {
  const untilMs = Date.now() + 5_000
  while (!seen()) {
    assert.ok(Date.now() < untilMs, 'the directory did not follow within 5 s')
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}
