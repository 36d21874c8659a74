/**
 * The body: formatted text in an editable region, or plain text.
 *
 * The session's string is the truth. It is put on screen made harmless, and is replaced by what the browser makes
 * of it only when the person types, so that what add-ins write stays as it is until then.
 */
import {
  Switch,
  Textarea,
  Toolbar,
  ToolbarButton,
  ToolbarDivider,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { TextBold20Regular } from '@fluentui/react-icons/svg/text-bold';
import { TextBulletListLtr20Regular } from '@fluentui/react-icons/svg/text-bullet-list-ltr';
import { TextItalic20Regular } from '@fluentui/react-icons/svg/text-italic';
import { TextNumberListLtr20Regular } from '@fluentui/react-icons/svg/text-number-list-ltr';
import { TextUnderline20Regular } from '@fluentui/react-icons/svg/text-underline';
import type { ClipboardEvent } from 'react';
import { useEffect, useRef, useState } from 'react';
import type { Body } from '../../../../helper/embedded/model';
import { htmlToText, innerBody, textToHtml } from '../../host/html';
import { displayHtml } from '../../host/sanitize';
import type { ItemSession } from '../../host/session';
import { PictureButton } from './PictureButton';
import { insertPicture, picturesIn } from './pictures';

const useStyles = makeStyles({
  editor: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: '220px' },
  toolbar: { flexWrap: 'wrap', padding: 0, minHeight: '36px' },
  grow: { flexGrow: 1 },
  text: {
    flexGrow: 1,
    // Whatever a body is styled with stays within its region.
    contain: 'layout paint',
    overflow: 'auto',
    minHeight: '160px',
    padding: tokens.spacingHorizontalM,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    overflowWrap: 'anywhere',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
    '& a': { color: tokens.colorBrandForegroundLink },
    '& p': { marginTop: 0 },
  },
  plain: {
    flexGrow: 1,
    '& textarea': {
      minHeight: '160px',
      maxHeight: 'none',
      height: '100%',
      fontFamily: tokens.fontFamilyMonospace,
    },
  },
});

export interface BodyEditorProps {
  readonly session: ItemSession;
  readonly body: Body;
}

const formats = [
  { command: 'bold', label: 'Bold', icon: <TextBold20Regular /> },
  { command: 'italic', label: 'Italic', icon: <TextItalic20Regular /> },
  { command: 'underline', label: 'Underline', icon: <TextUnderline20Regular /> },
  { command: 'insertUnorderedList', label: 'Bulleted list', icon: <TextBulletListLtr20Regular /> },
  { command: 'insertOrderedList', label: 'Numbered list', icon: <TextNumberListLtr20Regular /> },
];

export function BodyEditor({ session, body }: BodyEditorProps) {
  const styles = useStyles();
  const plain = body.format === 'text';
  const [active, setActive] = useState<readonly string[]>([]);
  const togglePlain = (toPlain: boolean) =>
    session.edit({
      body: toPlain
        ? { format: 'text', content: htmlToText(body.content) }
        : { format: 'html', content: textToHtml(body.content) },
    });
  return (
    <div className={styles.editor}>
      <Toolbar className={styles.toolbar} aria-label="Formatting" size="small">
        {!plain &&
          formats.map(({ command, label, icon }) => (
            <ToolbarButton
              key={command}
              icon={icon}
              aria-label={label}
              aria-pressed={active.includes(command)}
              appearance={active.includes(command) ? 'primary' : 'subtle'}
              // The selection in the text must survive the press.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => {
                document.execCommand(command);
                setActive(activeFormats());
              }}
            />
          ))}
        {!plain && <PictureButton session={session} />}
        <div className={styles.grow} />
        {!plain && <ToolbarDivider />}
        <Switch label="Plain text" checked={plain} onChange={(_, { checked }) => togglePlain(checked)} />
      </Toolbar>
      {plain ? (
        <PlainText session={session} content={body.content} className={styles.plain} />
      ) : (
        <FormattedText
          session={session}
          content={body.content}
          className={styles.text}
          onSelection={() => setActive(activeFormats())}
        />
      )}
    </div>
  );
}

function activeFormats(): string[] {
  return formats.map(({ command }) => command).filter((command) => document.queryCommandState(command));
}

interface FormattedTextProps {
  readonly session: ItemSession;
  readonly content: string;
  readonly className: string;
  readonly onSelection: () => void;
}

function FormattedText({ session, content, className, onSelection }: FormattedTextProps) {
  const region = useRef<HTMLDivElement>(null);
  const shown = useRef<string>();
  const cursor = useRef<Range>();

  useEffect(() => {
    if (!region.current || content === shown.current) return;
    region.current.innerHTML = displayHtml(innerBody(content));
    shown.current = content;
    cursor.current = undefined;
  }, [content]);

  useEffect(() => {
    const remember = () => {
      const selection = document.getSelection();
      if (!selection || selection.rangeCount === 0 || !region.current?.contains(selection.anchorNode)) return;
      cursor.current = selection.getRangeAt(0).cloneRange();
      onSelection();
    };
    document.addEventListener('selectionchange', remember);
    return () => document.removeEventListener('selectionchange', remember);
  });

  const write = () => {
    if (!region.current) return;
    shown.current = region.current.innerHTML;
    session.edit({ body: { format: 'html', content: shown.current } });
  };

  useEffect(
    () =>
      session.offerCursor((data) => {
        const range = cursor.current;
        const target = region.current;
        if (!range || !target) {
          const present = session.state.body;
          session.edit({ body: { ...present, content: data + innerBody(present.content) } });
          return;
        }
        range.deleteContents();
        range.insertNode(range.createContextualFragment(displayHtml(data)));
        range.collapse(false);
        shown.current = target.innerHTML;
        session.edit({ body: { format: 'html', content: shown.current } });
      }),
    [session],
  );

  const paste = (event: ClipboardEvent) => {
    const html = event.clipboardData.getData('text/html');
    const [picture] = picturesIn(event.clipboardData.files);
    if (picture && html === '') {
      event.preventDefault();
      void insertPicture(session, picture);
      return;
    }
    if (html === '') return;
    event.preventDefault();
    document.execCommand('insertHTML', false, displayHtml(innerBody(html)));
  };

  return (
    <div
      ref={region}
      className={className}
      role="textbox"
      aria-multiline
      aria-label="Body"
      dir="auto"
      tabIndex={0}
      contentEditable
      suppressContentEditableWarning
      onInput={write}
      onPaste={paste}
    />
  );
}

interface PlainTextProps {
  readonly session: ItemSession;
  readonly content: string;
  readonly className: string;
}

function PlainText({ session, content, className }: PlainTextProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  useEffect(
    () =>
      session.offerCursor((data) => {
        const present = session.state.body.content;
        const from = area.current?.selectionStart ?? 0;
        const to = area.current?.selectionEnd ?? from;
        session.edit({
          body: { format: 'text', content: present.slice(0, from) + data + present.slice(to) },
        });
      }),
    [session],
  );
  return (
    <Textarea
      className={className}
      aria-label="Body"
      dir="auto"
      resize="vertical"
      textarea={{ ref: area }}
      value={content}
      onChange={(_, { value }) => session.edit({ body: { format: 'text', content: value } })}
    />
  );
}
