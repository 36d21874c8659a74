/** The process's environment variables, checked, with a sentence for each that is missing or wrong. */
import * as z from 'zod';
import { isLoopback } from './guard';

const Path = (what: string) => z.string({ error: `is missing: ${what}` }).min(1, `is empty: ${what}`);

const Environment = z.object({
  PORT: z
    .string()
    .default('0')
    .refine((text) => /^\d{1,5}$/.test(text) && Number(text) <= 65_535, 'is not a port (0 to 65535)')
    .transform(Number),
  HOST: z.string().default('localhost').refine(isLoopback, 'is not this machine: only localhost is served'),
  TLS_KEY: Path("the file with the certificate's private key (PEM)"),
  TLS_CERT: Path('the file with the certificate (PEM)'),
  PROFILE_FILE: Path('the file that holds the mailboxes'),
  ADDIN_ORIGIN: z
    .string({ error: 'is missing: where the add-in is served, e.g. https://localhost:3000' })
    .refine(
      (text) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol),
      'is not an http(s) origin',
    )
    .transform((text) => new URL(text).origin),
  MANIFEST: z.string().min(1).default('manifest.xml'),
  OUTLOOK_PAGE_DIR: z.string().min(1).default('build/outlook-page'),
  OUTLOOK_TIME_ZONE: z.string().min(1).default('W. Europe Standard Time'),
});
export type Environment = z.infer<typeof Environment>;

/** Reads the variables. Errors: an `Error` whose message names every one that is missing or wrong. */
export function readEnvironment(variables: Record<string, string | undefined>): Environment {
  const result = Environment.safeParse(variables);
  if (result.success) return result.data;
  const faults = result.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`);
  throw new Error(`The sandbox's Outlook cannot start. ${faults.join('; ')}.`);
}
