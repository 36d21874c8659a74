/** Chooses a picture from the computer and puts it into the body, where the cursor stood last. */
import { ToolbarButton } from '@fluentui/react-components';
import { Image20Regular } from '@fluentui/react-icons/svg/image';
import { useRef } from 'react';
import type { ItemSession } from '../../host/session';
import { insertPicture, picturesIn } from './pictures';

export function PictureButton({ session }: { readonly session: ItemSession }) {
  const chooser = useRef<HTMLInputElement>(null);
  return (
    <>
      <ToolbarButton
        icon={<Image20Regular />}
        aria-label="Insert picture"
        appearance="subtle"
        // The cursor in the text must survive the press.
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => chooser.current?.click()}
      />
      <input
        ref={chooser}
        type="file"
        accept="image/png,image/jpeg,image/gif,image/webp"
        hidden
        aria-label="Picture"
        onChange={({ currentTarget }) => {
          const [picture] = picturesIn(currentTarget.files ?? []);
          currentTarget.value = '';
          if (picture) void insertPicture(session, picture);
        }}
      />
    </>
  );
}
