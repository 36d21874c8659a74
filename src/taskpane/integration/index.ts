/** What is seen of the integration, as one chunk: its section among the settings, and the wizard. */
export { Section } from './Section';
export { Wizard } from './Wizard';
