/** Who is in a group: a list, and a search for those who are to be added. */
import { Button } from '@fluentui/react-components';
import { AddRegular, DismissRegular } from '@fluentui/react-icons';
import type { ReactElement } from 'react';
import type { OneGroup } from '../state/oneGroup';
import { useAdminWords, useSnapshot } from '../useAdminWords';
import { MemberFinder } from './MemberFinder';

export function GroupMembers({ one }: { one: OneGroup }): ReactElement {
  const { t } = useAdminWords();
  const { group, members } = useSnapshot(one);
  const own = group?.source === 'here';
  const inIt = new Set(members?.map(({ id }) => id));
  return (
    <section className="card" aria-labelledby="members">
      <h2 id="members">{t('groups.people')}</h2>
      {group?.source === 'zoom' && <p className="quiet">{t('groups.fromZoom')}</p>}
      {group?.source === 'list' && <p className="quiet">{t('groups.fromList')}</p>}
      {members?.length === 0 && <p className="quiet">{t('groups.noMembers')}</p>}
      <ul className="plain people" aria-labelledby="members">
        {members?.map((member) => (
          <li key={member.id}>
            <span className="grow">
              {member.name} <span className="quiet">{member.email}</span>
            </span>
            {own && (
              <Button
                appearance="subtle"
                icon={<DismissRegular />}
                aria-label={t('groups.remove', { name: member.name })}
                onClick={() => void one.remove(member)}
              />
            )}
          </li>
        ))}
      </ul>
      {own && (
        <>
          <h3>{t('groups.addPeople')}</h3>
          <MemberFinder search={one.search}>
            {(member) =>
              inIt.has(member.id) ? (
                <span className="quiet">{t('groups.inIt')}</span>
              ) : (
                <Button
                  appearance="subtle"
                  icon={<AddRegular />}
                  aria-label={t('groups.add', { name: member.name })}
                  onClick={() => void one.add(member)}
                />
              )
            }
          </MemberFinder>
        </>
      )}
    </section>
  );
}
