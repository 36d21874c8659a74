/** What saving would do, in sentences: "312 Windows members will be configured automatically, 41 on Mac …". Pure. */
import type { Impact } from '../../domain/policy/impact';
import type { AdminWords } from '../../ui/adminWords';

export interface ImpactWords {
  readonly sentence: string;
  /** Members of whom nobody knows what it does to them. */
  readonly unseen: string | undefined;
  /** Why MAPI is not suggested here. */
  readonly advice: string | undefined;
}

export function impactInWords(impact: Impact, { t, words }: AdminWords): ImpactWords {
  const others = impact.losing - impact.losingOnMacOrMobile;
  const effects = [
    ...(impact.configured > 0 ? [t('changes.impact.configured', { count: impact.configured })] : []),
    ...(impact.losingOnMacOrMobile > 0
      ? [t('changes.impact.losingOnMacOrMobile', { count: impact.losingOnMacOrMobile })]
      : []),
    ...(others > 0 ? [t('changes.impact.losing', { count: others })] : []),
    ...(impact.gaining > 0 ? [t('changes.impact.gaining', { count: impact.gaining })] : []),
    ...(impact.reconnecting > 0 ? [t('changes.impact.reconnecting', { count: impact.reconnecting })] : []),
  ];
  const share = new Intl.NumberFormat(words.locale, {
    style: 'percent',
    maximumFractionDigits: 0,
    numberingSystem: 'latn',
  }).format(impact.members === 0 ? 0 : impact.onMacOrMobile / impact.members);
  return {
    sentence:
      effects.length === 0
        ? t('changes.impact.nobody')
        : new Intl.ListFormat(words.locale, { type: 'unit', style: 'short' }).format(effects),
    unseen: impact.unseen > 0 ? t('changes.impact.unseen', { count: impact.unseen }) : undefined,
    advice: impact.advice === null ? undefined : t('changes.impact.advice', { share }),
  };
}
