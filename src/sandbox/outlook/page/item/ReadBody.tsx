/**
 * A body that came from somebody else: made harmless, and shown in a frame where no script runs, whatever it is.
 */
import { makeStyles } from '@fluentui/react-components';
import { useMemo, useRef, useState } from 'react';
import type { Body } from '../../../../helper/embedded/model';
import { innerBody, textToHtml } from '../../host/html';
import { sanitizeHtml } from '../../host/sanitize';
import { linkParts } from './links';

// Its colour scheme is the page's, which the document in it follows.
const useStyles = makeStyles({ frame: { border: 'none', width: '100%' } });

const policy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src https: data:; base-uri 'none'; form-action 'none'";
const look =
  ':root{color-scheme:light dark}body{margin:0;font:14px/1.45 "Segoe UI",-apple-system,BlinkMacSystemFont,Roboto,"Helvetica Neue",sans-serif;overflow-wrap:anywhere}p{margin-top:0}';

export function ReadBody({ body }: { readonly body: Body }) {
  const styles = useStyles();
  const frame = useRef<HTMLIFrameElement>(null);
  const [height, setHeight] = useState(120);
  const document = useMemo(() => {
    const content = body.format === 'html' ? sanitizeHtml(innerBody(body.content)) : linkedText(body.content);
    return `<!doctype html><html><head><meta http-equiv="Content-Security-Policy" content="${policy}"><base target="_blank"><style>${look}</style></head><body dir="auto">${content}</body></html>`;
  }, [body]);
  return (
    <iframe
      ref={frame}
      className={styles.frame}
      title="Body"
      // Same origin only so that its height can be measured; without scripts that gives the content nothing.
      sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"
      srcDoc={document}
      style={{ height: `${height}px` }}
      onLoad={() => setHeight((frame.current?.contentDocument?.documentElement.scrollHeight ?? 120) + 16)}
    />
  );
}

/** Plain text with its addresses as links. */
function linkedText(text: string): string {
  const pieces = linkParts(text).map(({ text: piece, url }) =>
    url === undefined
      ? textToHtml(piece)
      : `<a href="${textToHtml(url)}" rel="noopener noreferrer">${textToHtml(piece)}</a>`,
  );
  return `<div style="white-space:pre-wrap">${pieces.join('')}</div>`;
}
