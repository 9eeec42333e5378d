/**
 * Lets work go on that nobody waits for and whose failure harms nobody else, such as a BYE to a peer that is gone. Without
 * this, a rejection would be everybody's: Node ends the process.
 */
export function unattended(work: Promise<unknown>): void {
  work.catch(() => undefined)
}
