import { lockFolder } from '@/server/store/folderLock';

/*
 * A process of its own that takes a lock when it is told to: `{folder, atMs}` at this time, so that
 * many begin together. It answers whether it has got it, and keeps it until it ends.
 */

process.on('message', ({ folder, atMs }: { folder: string; atMs: number }) => {
  while (Date.now() < atMs);
  try {
    lockFolder(folder);
    process.send?.({ hasLock: true });
  } catch (error) {
    process.send?.({ hasLock: false, because: String(error) });
  }
});
process.send?.('ready');
