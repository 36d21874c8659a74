/** What a person chose, made plain: a topic of its own or the subject, and what of it the link keeps. Pure. */
import { isVisible } from '../domain/outsideText';
import type { Link } from '../domain/link';
import type { MeetingOptions } from '../domain/meeting';
import type { LinkMore } from './agreed';
import type { Choices } from './types';

/** Whether the choice is a topic of its own: a text that one can see. */
export const isOwnTopic = ({ topic }: Choices): boolean => typeof topic === 'string' && isVisible(topic);

/** The choices of an update: who says nothing about topic or language keeps what was chosen before. */
export const keepingChosen = (choices: Choices, link: Link | undefined): Choices => ({
  ...choices,
  ...(choices.topic === undefined && link?.ownTopic ? { topic: link.agreed.topic } : {}),
  ...(choices.language === undefined && link?.language !== undefined ? { language: link.language } : {}),
});

/** What the link keeps of the choices. */
export const kept = (choices: Choices): LinkMore => ({
  ownTopic: isOwnTopic(choices),
  ...(choices.language === undefined ? {} : { language: choices.language }),
});

/** What goes into the request: without a topic of its own, the subject is taken. */
export const requested = ({ topic, options }: Choices): { topic?: string; options: MeetingOptions } =>
  typeof topic === 'string' ? { topic, options } : { options };
