import { keepSharedFiles, SHARE_PATH } from '@/pwa/sharedFiles';

/** Whether another app shares files to this one: the manifests name this address. */
export const isShare = ({ method, url }: Pick<Request, 'method' | 'url'>, scope: string): boolean =>
  method === 'POST' && url === `${scope}${SHARE_PATH}`;

/**
 * Keeps the files that are shared, and opens the page of the import, which asks before anything is
 * written. Without room for them the page opens all the same, and asks for files.
 */
export async function receiveShare(request: Request, scope: string, caches: CacheStorage): Promise<Response> {
  await request
    .formData()
    .then((form) => keepSharedFiles(form, caches))
    .catch(() => {});
  return Response.redirect(`${scope}#/household/import`, 303);
}
