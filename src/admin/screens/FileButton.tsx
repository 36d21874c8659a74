/** A button that opens the system's window for choosing a JSON file. */
import { Button } from '@fluentui/react-components';
import { useRef, type ReactElement } from 'react';

export function FileButton(props: { label: string; onFile: (file: File) => void }): ReactElement {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        accept="application/json,.json"
        hidden
        aria-label={props.label}
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0];
          // The same file chosen again is looked at again.
          currentTarget.value = '';
          if (file) props.onFile(file);
        }}
      />
      <Button onClick={() => input.current?.click()}>{props.label}</Button>
    </>
  );
}
