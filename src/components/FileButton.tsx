import { type ReactNode, useRef, useState } from 'react';
import { Button } from './Button';
import controls from './controls.module.css';

interface FileButtonProps {
  label: string;
  icon?: ReactNode;
  /** Reads the file, and resolves to null or to the sentence that says why it was refused. */
  onFile: (file: File) => Promise<string | null>;
}

/** Asks for a JSON file, and shows below the button why a file was refused. */
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
          // Without this, the browser reports no change when the same file is chosen again.
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
