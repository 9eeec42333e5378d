/** A program for tests: takes the lock of the folder given, says so, and waits to be killed. */
import { FolderLock } from '../data-folder/folder-lock.ts'

await FolderLock.take(process.argv[2] ?? '')
process.stdout.write('taken\n')
setInterval(() => undefined, 1_000)
