/** The pages that services have between the choice and Done, one component a name of `registry.ts`. */
import { Select, Field } from '@fluentui/react-components';
import type { ComponentType, ReactElement } from 'react';
import { Permission, Permissions } from '../../domain/policy/terms';
import type { KnownProps } from './Fetching';
import { isOffered, type StepName } from './registry';
import { permissionsOn, type StepPage } from './state';
import { statementOf } from './statements';

export interface StepProps extends KnownProps {
  readonly page: StepPage;
}

/** Each with what its heading says of the service. */
export const stepPages: Readonly<Record<StepName, ComponentType<StepProps>>> = {
  permissions: PermissionsPage,
};

/** What the service may do: chosen here, or told where the administrator has decided it. */
function PermissionsPage(props: StepProps): ReactElement {
  const { page, own, integration, texts } = props;
  const { t } = texts;
  const permissions = permissionsOn(page, own);
  const isLocked = own.policy.permissions.origin.locked;
  const says = statementOf(own.policy, isOffered);
  return (
    <>
      {isLocked ? (
        <>
          <p className="quiet">{t(says.forced === 'both' ? 'forced.both' : 'forced.permissions')}</p>
          <dl className="facts">
            <dt>{t('permissions.calendar')}</dt>
            <dd>{t(`permissions.${permissions.calendar}`)}</dd>
            <dt>{t('permissions.contacts')}</dt>
            <dd>{t(`permissions.${permissions.contacts}`)}</dd>
          </dl>
        </>
      ) : (
        <>
          <p className="quiet">{t('wizard.permissionsWhat')}</p>
          {whats.map((what) => (
            <Field key={what} label={t(`permissions.${what}`)}>
              <Select
                value={permissions[what]}
                onChange={(_, { value }) => {
                  const chosen = Permissions.safeParse({ ...permissions, [what]: value });
                  if (chosen.success) integration.setPermissions(chosen.data);
                }}
              >
                {Permission.options.map((permission) => (
                  <option key={permission} value={permission}>
                    {t(`permissions.${permission}`)}
                  </option>
                ))}
              </Select>
            </Field>
          ))}
        </>
      )}
      {page.provider === 'mapi' && <p className="quiet">{t('does.mapi')}</p>}
    </>
  );
}

const whats = ['calendar', 'contacts'] as const;
