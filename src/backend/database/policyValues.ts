/** The step after which the database takes no setting whose value is none of that setting's. */
import { sql, type Kysely, type Migration } from 'kysely';

const isOneOf = (value: string, values: readonly string[]) =>
  `${value} in (${values.map((each) => `'"${each}"'::jsonb`).join(', ')})`;
const services = ['exchange', 'office365', 'google'];
const isSwitch = `jsonb_typeof(value) = 'boolean'`;
const isPermission = (name: string) =>
  isOneOf(`coalesce(value -> '${name}', 'null')`, ['none', 'read', 'read-write']);

/** What a value has to be, by the setting's name. As in `domain/policy/settings.ts`. */
const rules: Readonly<Record<string, string>> = {
  integration: isSwitch,
  mapi: isSwitch,
  scheduleForOthers: isSwitch,
  providers: `jsonb_typeof(value) = 'array' and value <@ '${JSON.stringify(services)}'::jsonb`,
  forcedProvider: `value = 'null'::jsonb or ${isOneOf('value', services)}`,
  permissions: `${isPermission('calendar')} and ${isPermission('contacts')}
    and value - array['calendar', 'contacts'] = '{}'`,
  exchange: `value - array['version', 'ewsUrl'] = '{}' and value ?& array['version', 'ewsUrl']
    and (value -> 'version' = 'null' or ${isOneOf(`value -> 'version'`, ['2010_SP2', '2013', '2013_SP1', '2016', '2019', 'SE'])})
    and (value -> 'ewsUrl' = 'null' or value ->> 'ewsUrl' ~* '^https://')`,
};

const statements = [
  `create function is_value_of(setting text, value jsonb) returns boolean language plpgsql immutable as $$
    begin
      return coalesce(case setting
        ${Object.entries(rules)
          .map(([name, rule]) => `when '${name}' then ${rule}`)
          .join('\n        ')}
        else false
      end, false);
    exception when others then
      -- Not even of the kind that the rule can look at.
      return false;
    end
  $$`,
  `create function are_settings(settings jsonb) returns boolean language sql immutable as $$
    select coalesce(bool_and(
      case
        when jsonb_typeof(entry) <> 'object' then false
        when key = 'meeting' then entry - array['defaults', 'locked'] = '{}'
          and coalesce(jsonb_typeof(entry -> 'defaults') = 'object' and jsonb_typeof(entry -> 'locked') = 'array', false)
        else entry - array['value', 'locked'] = '{}' and coalesce(jsonb_typeof(entry -> 'locked') = 'boolean', false)
          and is_value_of(key, entry -> 'value')
      end
    ), true)
    from jsonb_each(settings) as each (key, entry)
  $$`,
  `alter table accounts add constraint accounts_settings_are_some check (are_settings(settings))`,
  `alter table policy_groups add constraint policy_groups_settings_are_some check (are_settings(settings))`,
];

export const policyValues: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
