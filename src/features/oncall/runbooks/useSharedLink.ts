import { useEffect } from 'react';
import { useLocation } from 'wouter';
import { type ParsedShare, parseSharedCode } from '@/domain/runbook/share';
import { parseSharePath, RUNBOOKS_PATH } from './runbookPaths';

/**
 * Calls `onOpened` with the runbook of a share link, once. The link is then removed from the
 * address, so that a reload does not open it again.
 */
export function useSharedLink(onOpened: (parsed: ParsedShare) => void): void {
  const [address, navigate] = useLocation();
  const code = parseSharePath(address);
  useEffect(() => {
    if (code === null) return;
    onOpened(parseSharedCode(code));
    navigate(RUNBOOKS_PATH, { replace: true });
  }, [code, navigate, onOpened]);
}
