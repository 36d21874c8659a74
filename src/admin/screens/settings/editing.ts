/** What every control of a setting works on. */
import type { SettingsLayer } from '../../../domain/policy/settings';
import type { Draft } from '../../state/draft';
import type { Editor } from '../../state/editor';
import type { Part } from '../../state/parts';

export interface Editing {
  readonly editor: Editor;
  readonly draft: Draft;
  /** What holds where the layer says nothing: a layer that says everything. */
  readonly anyway: SettingsLayer;
  /** The account's layer, where this is a group's; undefined: this is the account's. */
  readonly account: SettingsLayer | undefined;
  readonly set: (part: Part, layer: SettingsLayer) => void;
}
