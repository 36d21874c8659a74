/** Pictures that lie in a body itself, as the browser's editor takes them. */
import { textToHtml } from '../../host/html';
import type { ItemSession } from '../../host/session';

/** So that a body with a picture stays within what the add-in may write. */
const largestPicture = 400_000;

/** The pictures among files that were pasted or chosen, as far as they fit into a body. */
export function picturesIn(files: Iterable<File>): File[] {
  return [...files].filter(
    ({ type, size }) => /^image\/(?:png|jpeg|gif|webp)$/.test(type) && size <= largestPicture,
  );
}

/** Puts a picture where the cursor stood last, or before everything while it never stood in the body. */
export async function insertPicture(session: ItemSession, picture: File): Promise<void> {
  session.writeAtCursor(await pictureHtml(picture));
}

async function pictureHtml(picture: File): Promise<string> {
  const address = await dataAddress(picture);
  return `<img src="${address}" alt="${textToHtml(picture.name)}" style="max-width:100%">`;
}

function dataAddress(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(new Error('The picture could not be read.'));
    reader.readAsDataURL(file);
  });
}
