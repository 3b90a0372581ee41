import { useEffect, useState } from 'react';
import { useLocation } from 'wouter';

/**
 * Takes the code from the address `#/join/…`: it must stay neither in the history nor on the screen
 * of a browser that is shown around. Returns the code of the last such address; empty if there was
 * none.
 */
export function useCodeOfAddress(codeInAddress: string): string {
  const [code, setCode] = useState(codeInAddress);
  const [, navigate] = useLocation();
  useEffect(() => {
    if (codeInAddress === '') return;
    setCode(codeInAddress);
    navigate('/join', { replace: true });
  }, [codeInAddress, navigate]);
  return code;
}
