import type { PostedVersionMessage, VersionStatus } from '@/pwa/versionMessages';
import type { VersionKeeper } from './VersionKeeper';

/**
 * Does what a page asks for about versions. Returns the state of the versions afterwards; null if
 * the data is no such message.
 */
export async function onVersionMessage(
  data: unknown,
  keeper: VersionKeeper,
  skipWaiting: () => unknown,
): Promise<VersionStatus | null> {
  const { type, version } = (data ?? {}) as Partial<PostedVersionMessage>;
  // Pages of older releases ask for the update without saying their version.
  const pageVersion = typeof version === 'string' ? version : '';
  switch (type) {
    case 'WHO':
      break;
    case 'STARTED':
      await keeper.noteStarted(pageVersion);
      break;
    case 'DID_NOT_START':
      await keeper.noteDidNotStart(pageVersion);
      break;
    case 'GO_BACK':
      await keeper.goBack();
      break;
    case 'TRY_AGAIN':
      await keeper.tryAgain();
      break;
    case 'SKIP_WAITING':
      skipWaiting();
      break;
    default:
      return null;
  }
  return keeper.status();
}
