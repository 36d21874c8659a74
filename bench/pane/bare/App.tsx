/** A title with a picture, a list with icons, and a form with one button: the pieces that Microsoft's template has. */
import { Button, Field, Image, Textarea, makeStyles, tokens } from '@fluentui/react-components';
import { DesignIdeas24Regular, LockOpen24Regular, Ribbon24Regular } from '@fluentui/react-icons';
import { useEffect, useState, type ReactElement } from 'react';

const useStyles = makeStyles({
  page: { minHeight: '100vh' },
  head: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    padding: '30px 0 40px',
    backgroundColor: tokens.colorNeutralBackground3,
  },
  title: { fontSize: tokens.fontSizeHero900, fontWeight: tokens.fontWeightRegular },
  list: { padding: '0 20px', listStyleType: 'none' },
  item: { display: 'flex', gap: '10px', paddingBottom: '20px' },
  form: { display: 'flex', flexDirection: 'column', alignItems: 'center', gap: '20px', padding: '20px' },
});

export function App({ title }: { title: string }): ReactElement {
  const styles = useStyles();
  const [text, setText] = useState('Some text.');
  useEffect(() => {
    performance.mark('pane-usable');
  }, []);
  return (
    <div className={styles.page}>
      <section className={styles.head}>
        <Image width="90" height="90" src="/assets/icon-128.png" alt={title} />
        <h1 className={styles.title}>Welcome</h1>
      </section>
      <ul className={styles.list}>
        <li className={styles.item}>
          <Ribbon24Regular /> Achieve more
        </li>
        <li className={styles.item}>
          <LockOpen24Regular /> Unlock features
        </li>
        <li className={styles.item}>
          <DesignIdeas24Regular /> Create like a professional
        </li>
      </ul>
      <div className={styles.form}>
        <Field size="large" label="Enter text to be inserted">
          <Textarea size="large" value={text} onChange={(_, { value }) => setText(value)} />
        </Field>
        <Button appearance="primary" size="large" onClick={() => setText(text.trim())}>
          Insert text
        </Button>
      </div>
    </div>
  );
}
