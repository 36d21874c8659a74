/** The sentences of errors in the person's language. */
import type { ProductError } from '../domain/errors';
import { isHostAction } from '../domain/hostActions';
import { LockableOption } from '../domain/meetingOptions';
import { formatNumber } from './format';
import type { Words } from './words';

/** What happened and what to do next, its details filled in; what Outlook could not do is put into the language too. */
export function errorSentence({ t, locale }: Words, { code, details }: ProductError): string {
  const filled: Record<string, string | boolean> = Object.fromEntries(
    Object.entries(details).map(([name, value]) => [
      name,
      typeof value === 'number' ? formatNumber(value, locale) : value,
    ]),
  );
  return t(`errors:${code}`, {
    ...filled,
    ...actionOf({ t }, details),
    ...optionOf({ t }, details),
  });
}

/** The option that an error is about, as the form calls it. */
function optionOf(
  { t }: Pick<Words, 't'>,
  { option }: ProductError['details'],
): { readonly option?: string } {
  const name = [...LockableOption.options, 'scheduleFor' as const].find((one) => one === option);
  return name === undefined ? {} : { option: t(`options.${name}.label`) };
}

/** What Outlook could not do, in words that follow "Outlook could not …"; empty where the error does not say. */
export function actionOf(
  { t }: Pick<Words, 't'>,
  { action }: ProductError['details'],
): { readonly action?: string } {
  return isHostAction(action) ? { action: t(`hostActions:${action}`) } : {};
}
