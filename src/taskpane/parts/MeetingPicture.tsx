/** The drawing on the screens that have room for one: a calendar sheet with a camera on it. Takes the text's colour. */
import type { ReactElement } from 'react';

export const MeetingPicture = (): ReactElement => (
  <svg
    viewBox="0 0 72 72"
    fill="none"
    stroke="currentColor"
    strokeWidth="2.5"
    strokeLinecap="round"
    strokeLinejoin="round"
  >
    <rect x="10" y="14" width="52" height="46" rx="7" fill="currentColor" fillOpacity="0.08" />
    <path d="M10 27h52M24 9v10M48 9v10" />
    <rect x="21" y="35" width="19" height="15" rx="3.5" fill="currentColor" fillOpacity="0.2" />
    <path d="m40 41 9-5v13l-9-5" fill="currentColor" fillOpacity="0.2" />
  </svg>
);
