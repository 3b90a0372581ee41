import { type ReactNode, useRef, useState } from 'react';
import { Button } from './Button';
import controls from './controls.module.css';

interface FileButtonProps {
  label: string;
  icon?: ReactNode;
  /** Takes the file in, or gives the one sentence why it was not taken. */
  onFile: (file: File) => Promise<string | null>;
}

/** Asks for a JSON file, and says at its place why one was not taken. */
export function FileButton({ label, icon, onFile }: FileButtonProps) {
  const picker = useRef<HTMLInputElement>(null);
  const [error, setError] = useState<string | null>(null);

  const onFileChosen = async (file: File | undefined) => {
    if (!file) return;
    setError(null);
    setError(await onFile(file));
  };

  return (
    <>
      <Button onClick={() => picker.current?.click()}>
        {icon}
        {label}
      </Button>
      <input
        ref={picker}
        type="file"
        accept="application/json,.json"
        hidden
        aria-label={label}
        onChange={(event) => {
          onFileChosen(event.target.files?.[0]);
          // The same file again is a new try.
          event.target.value = '';
        }}
      />
      {error && (
        <p role="alert" className={controls.error}>
          {error}
        </p>
      )}
    </>
  );
}
