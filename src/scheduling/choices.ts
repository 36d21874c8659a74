/** What a person chose about the topic, made plain: a topic of its own, or the subject. Pure. */
import { isVisible } from '../domain/outsideText';
import type { Link } from '../domain/link';
import type { MeetingOptions } from '../domain/meeting';
import type { Choices } from './types';

/** Whether the choice is a topic of its own: a text that one can see. */
export const isOwnTopic = ({ topic }: Choices): boolean => typeof topic === 'string' && isVisible(topic);

/** The choices of an update: who says nothing about the topic keeps the one that was chosen before. */
export const keepingTopic = (choices: Choices, link: Link | undefined): Choices =>
  choices.topic === undefined && link?.ownTopic ? { ...choices, topic: link.agreed.topic } : choices;

/** What goes into the request: without a topic of its own, the subject is taken. */
export const requested = ({ topic, options }: Choices): { topic?: string; options: MeetingOptions } =>
  typeof topic === 'string' ? { topic, options } : { options };
